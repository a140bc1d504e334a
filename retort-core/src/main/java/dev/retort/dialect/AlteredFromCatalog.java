package dev.retort.dialect;

import dev.retort.dialect.Executable.FromAnswer;
import dev.retort.dialect.Executable.FromCatalog;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.schema.Column;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A change of a column whose statements depend on the column as it is in the catalog.
 *
 * @param operation the change
 * @param compiler compiles the change that says how the column is before, to statements that are sent as they are or after a query
 * @param offline what a script has of it
 */
public record AlteredFromCatalog(
        AlterColumn operation, Function<AlterColumn, List<Executable>> compiler, Offline offline)
        implements StatementsFrom {

    /**
     * The executable for a change that does not say how the column is before.
     *
     * @param why why the statements depend on it, a clause
     */
    public static Executable of(AlterColumn operation, Function<AlterColumn, List<Executable>> compiler, String why) {
        Offline refused = new Offline.Refused(
                why,
                "State the definition, op.alterColumn(\"" + operation.table() + "\", \"" + operation.column()
                        + "\", c -> c.from(column(\"" + operation.column() + "\", …)).…), or run online.");
        return new FromCatalog(operation, operation.table(), new AlteredFromCatalog(operation, compiler, refused));
    }

    /**
     * The executable for a change that says how the column is before. A script has what follows from that; a run asks the catalog all the
     * same, which knows more of the column.
     *
     * @param compiler compiles a change to one executable
     */
    public static Executable ofStated(AlterColumn operation, Function<AlterColumn, Executable> compiler) {
        return new FromCatalog(
                operation,
                operation.table(),
                new AlteredFromCatalog(
                        operation,
                        found -> List.of(compiler.apply(found)),
                        compiler.apply(operation).offline()));
    }

    /** Whether a change of a column depends on whether it is an identity column, and does not say it. */
    public static boolean dependsOnIdentity(AlterColumn operation) {
        return operation.existing() == null
                && operation
                        .change(ColumnChange.Identity.class)
                        .filter(change -> change.to() != null)
                        .isPresent();
    }

    /**
     * The executables for a change that {@linkplain #dependsOnIdentity depends} on that, each of its changes as an operation of its own.
     *
     * @param compiler compiles a change; where it says what the column is before, to one statement at most
     */
    public static List<Executable> ofIdentity(AlterColumn operation, Function<AlterColumn, List<Executable>> compiler) {
        List<Executable> executables = new ArrayList<>();
        for (ColumnChange change : operation.inOrder()) {
            AlterColumn part = new AlterColumn(operation.table(), operation.column(), List.of(change), null);
            executables.addAll(
                    change instanceof ColumnChange.Identity
                            ? List.of(
                                    of(
                                            part,
                                            compiler,
                                            "it depends on whether the column is an identity column, which only the database knows"))
                            : compiler.apply(part));
        }
        return executables;
    }

    @Override
    public List<SqlStatement> of(Table table, @Nullable Connection connection) throws SQLException {
        List<SqlStatement> statements = new ArrayList<>();
        for (Executable executable : executables(table)) {
            statements.addAll(statements(executable, connection));
        }
        return statements;
    }

    /**
     * What is sent for a table.
     *
     * @throws SQLException saying what the table lacks, or why it cannot be changed so
     */
    public List<Executable> executables(Table table) throws SQLException {
        Column before = found(table);
        try {
            return compiler.apply(new AlterColumn(operation.table(), operation.column(), operation.changes(), before));
        } catch (UnsupportedByDialectException refusal) {
            throw new SQLException(refusal.getMessage(), refusal);
        }
    }

    private Column found(Table table) throws SQLException {
        return named(table, String::equals)
                .or(() -> named(table, String::equalsIgnoreCase))
                .orElseThrow(() -> new SQLException("There is no column " + operation.column() + "."));
    }

    private Optional<Column> named(Table table, BiPredicate<String, String> same) {
        return table.columns().stream()
                .filter(column -> same.test(column.name(), operation.column()))
                .findFirst();
    }

    private static List<SqlStatement> statements(Executable executable, @Nullable Connection connection)
            throws SQLException {
        if (executable instanceof FromAnswer answer) {
            return connection != null
                    ? answer.from().of(connection)
                    : answer.offline()
                            .ifWritten()
                            .orElseThrow(() -> new SQLException("It depends on what is in the database."));
        }
        return List.of((SqlStatement) executable);
    }
}
