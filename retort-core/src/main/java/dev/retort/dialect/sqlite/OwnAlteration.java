package dev.retort.dialect.sqlite;

import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Offline;
import dev.retort.dialect.StatementsFrom;
import dev.retort.dialect.sqlite.TableSource.Clause;
import dev.retort.dialect.sqlite.TableSource.ClauseKind;
import dev.retort.dialect.sqlite.TableSource.Element;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An ALTER TABLE of SQLite that takes a condition of a column away, or gives it one, where it does nothing else: up to 3.54 it drops a
 * DEFERRABLE that stands apart in the column and an ON CONFLICT, and leaves the second of two NOT NULL in place.
 *
 * @param statement the statement
 * @param column the column whose NOT NULL it changes; null if it drops a check
 * @param nullable whether the column allows NULL afterwards
 * @param check the name of the check that it drops; null for none
 */
record OwnAlteration(
        SqlStatement statement,
        IdentifierRules names,
        @Nullable String column,
        boolean nullable,
        @Nullable String check)
        implements StatementsFrom {

    /** Of whether a column allows NULL. */
    static OwnAlteration ofNullability(SqlStatement statement, IdentifierRules names, String column, boolean nullable) {
        return new OwnAlteration(statement, names, column, nullable, null);
    }

    /** Of a check, which goes away. */
    static OwnAlteration ofCheck(SqlStatement statement, IdentifierRules names, String check) {
        return new OwnAlteration(statement, names, null, false, check);
    }

    @Override
    public Offline offline() {
        return Offline.written(statement);
    }

    @Override
    public List<SqlStatement> of(Table table, @Nullable Connection connection) throws SQLException {
        if (connection == null) {
            return List.of(statement);
        }
        List<Element> elements = TableSource.of(
                        StoredTable.read(connection, table.name(), names).sql())
                .elements();
        return check == null ? ofNullability(table, elements) : ofCheck(table, elements, check);
    }

    private List<SqlStatement> ofNullability(Table table, List<Element> elements) throws SQLException {
        for (Element element : elements) {
            int required = element.words(ClauseKind.NOT_NULL).size();
            if (SqliteIdentifiers.same(column, element.column())) {
                if (nullable == (required == 0)) {
                    return List.of();
                }
                requirePlain(table, element, required);
            }
        }
        return List.of(statement);
    }

    private List<SqlStatement> ofCheck(Table table, List<Element> elements, String name) throws SQLException {
        List<Clause> called = elements.stream()
                .flatMap(element -> element.clauses().stream())
                .filter(clause -> SqliteIdentifiers.same(name, clause.name()))
                .toList();
        if (called.size() != 1 || called.get(0).kind() != ClauseKind.CHECK) {
            throw new SQLException(
                    called.isEmpty()
                            ? "There is no check " + name + " in " + table.name()
                            : name + " in " + table.name() + " is not the name of a check alone");
        }
        for (Element element : elements) {
            if (element.column() != null && element.clauses().contains(called.get(0))) {
                requirePlain(table, element, 0);
            }
        }
        return List.of(statement);
    }

    private static void requirePlain(Table table, Element element, int required) throws SQLException {
        if (element.has(ClauseKind.DEFERRABLE) || required > 1) {
            throw new SQLException(
                    "SQLite's own ALTER TABLE would change more of the column " + element.column() + " of "
                            + table.name() + ", which is '" + element.text().strip()
                            + "'. Make the table anew instead, in op.batch with recreateAlways()");
        }
    }
}
