package dev.retort.dialect.sqlite;

import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.Executable.StatementsFrom;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.sqlite.TableSource.Clause;
import dev.retort.dialect.sqlite.TableSource.ClauseKind;
import dev.retort.dialect.sqlite.TableSource.Element;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An ALTER TABLE of SQLite that takes a condition of a column away, or gives it one, where it does nothing else: up to 3.54 it drops a
 * DEFERRABLE that stands apart in the column and an ON CONFLICT, and leaves the second of two NOT NULL in place.
 *
 * @param statement the statement
 * @param column which column it changes
 * @param nullable whether the column allows NULL afterwards; null if that does not change
 */
record OwnAlteration(
        SqlStatement statement,
        IdentifierRules names,
        Predicate<Element> column,
        @Nullable Boolean nullable) implements StatementsFrom {

    /** Of whether a column allows NULL. */
    static OwnAlteration ofNullability(SqlStatement statement, IdentifierRules names, String column, boolean nullable) {
        return new OwnAlteration(
                statement, names, element -> SqliteIdentifiers.same(column, element.column()), nullable);
    }

    /** Of a constraint, which goes away. */
    static OwnAlteration ofConstraint(SqlStatement statement, IdentifierRules names, String constraint) {
        return new OwnAlteration(
                statement,
                names,
                element -> element.column() != null
                        && element.clauses().stream()
                                .map(Clause::name)
                                .anyMatch(name -> SqliteIdentifiers.same(constraint, name)),
                null);
    }

    @Override
    public Optional<List<SqlStatement>> unasked() {
        return Optional.of(List.of(statement));
    }

    @Override
    public List<SqlStatement> of(Table table, @Nullable Connection connection) throws SQLException {
        if (connection == null) {
            return List.of(statement);
        }
        Optional<Element> found =
                TableSource.of(StoredTable.read(connection, table.name(), names).sql()).elements().stream()
                        .filter(column)
                        .findFirst();
        if (found.isEmpty()) {
            return List.of(statement);
        }
        Element element = found.get();
        int required = element.words(ClauseKind.NOT_NULL).size();
        if (nullable != null && nullable == (required == 0)) {
            return List.of();
        }
        if (element.has(ClauseKind.DEFERRABLE) || required > 1) {
            throw new SQLException(
                    "SQLite's own ALTER TABLE would change more of the column " + element.column() + " of "
                            + table.name() + ", which is '" + element.text().strip()
                            + "'. Make the table anew instead, in op.batch with recreateAlways().");
        }
        return List.of(statement);
    }
}
