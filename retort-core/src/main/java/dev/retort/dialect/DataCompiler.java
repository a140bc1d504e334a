package dev.retort.dialect;

import dev.retort.dialect.Executable.JavaWork;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.CustomOperation;
import dev.retort.operation.DialectName;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.InsertRows;
import dev.retort.operation.Irreversible;
import dev.retort.operation.Operation;
import dev.retort.operation.OperationVisitor;
import dev.retort.operation.OutsideTransaction;
import dev.retort.operation.Remark;
import dev.retort.operation.RunJava;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlTokens;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compiles rows and users' own statements. */
public abstract class DataCompiler implements OperationVisitor<List<Executable>> {

    final DialectName dialect;
    protected final IdentifierRules names;
    protected final SqlTypes types;
    protected final Literals literals;

    protected DataCompiler(DialectName dialect, IdentifierRules names, SqlTypes types, Literals literals) {
        this.dialect = dialect;
        this.names = names;
        this.types = types;
        this.literals = literals;
    }

    /**
     * The statements of an operation, in order.
     *
     * @throws UnsupportedByDialectException when the database does not support it
     */
    public abstract List<Executable> compile(Operation operation);

    /** The name of the database for messages. */
    protected abstract String databaseName();

    /** How the database reads SQL. The default is the common syntax. */
    protected SqlSyntax syntax() {
        return SqlSyntax.COMMON;
    }

    /** The kind of a user's statement, as the database reads it. */
    protected final StatementKind kind(ExecuteSql operation) {
        return StatementKind.of(operation.sql(), syntax());
    }

    protected final UnsupportedByDialectException unsupported(Operation operation, String why) {
        return new UnsupportedByDialectException(operation.describe(), databaseName(), why);
    }

    @Override
    public final List<Executable> executeSql(ExecuteSql operation) {
        return List.of(new WrittenSql(this, false).of(operation));
    }

    /** Why the database does not run a text, usually one statement, in a transaction, or outside one; empty by default. */
    protected Optional<String> whyNot(SqlTokens text, boolean inTransaction) {
        return Optional.empty();
    }

    /**
     * A user's statement.
     *
     * @throws UnsupportedByDialectException when it must not be sent to the database
     */
    protected Executable written(ExecuteSql operation, StatementKind kind) {
        return SqlStatement.written(operation, bound(operation.arguments(), operation), kind);
    }

    @Override
    public List<Executable> bulkInsert(BulkInsert operation) {
        return RowInsert.of(operation, names).stream()
                .<Executable>map(
                        insert -> SqlStatement.data(insert.sql(), bound(insert.values(), operation), operation))
                .toList();
    }

    /** Sends the rows of a file. The default are batches of an INSERT of one row. */
    protected RowLoader rowLoader() {
        return new BatchLoader(names, fileValues(), 1, BatchLoader.ROWS_PER_BATCH);
    }

    /** How the database takes the values of files that are sent in batches. */
    protected FileValues fileValues() {
        return new FileValues(literals);
    }

    @Override
    public final List<Executable> insertRows(InsertRows operation) {
        return List.of(new LoadFile(operation, rowLoader()));
    }

    private List<@Nullable Object> bound(List<@Nullable Object> values, Operation operation) {
        try {
            return literals.values(values);
        } catch (IllegalArgumentException e) {
            throw unsupported(operation, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public List<Executable> runJava(RunJava operation) {
        return List.of(new JavaWork(operation.step(), false, operation));
    }

    @Override
    public final List<Executable> remark(Remark operation) {
        return List.of(new Notice(operation));
    }

    @Override
    public List<Executable> outsideTransaction(OutsideTransaction operation) {
        WrittenSql written = new WrittenSql(this, true);
        return operation.operations().stream()
                .flatMap(inner -> written.in(inner).orElseGet(() -> compile(inner)).stream())
                .map(Executable::runOutsideTransaction)
                .toList();
    }

    @Override
    public final List<Executable> custom(CustomOperation operation) {
        return new WrittenSql(this, operation.outsideTransaction()).of(operation);
    }

    @Override
    public List<Executable> irreversible(Irreversible operation) {
        throw new IllegalStateException("An irreversible downgrade is refused before it is compiled.");
    }

    protected final List<Executable> one(String sql, Operation operation) {
        return List.of(ddl(sql, operation));
    }

    protected final SqlStatement ddl(String sql, Operation operation) {
        return SqlStatement.ddl(sql, operation);
    }
}
