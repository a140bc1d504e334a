package dev.retort.dialect.hsqldb;

import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Offline;
import dev.retort.dialect.StatementsAsked;
import dev.retort.operation.AlterColumn;
import dev.retort.schema.Identity;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Lets a new identity column continue behind the numbers of rows that lie beyond its start. RESTART WITH takes a number alone.
 *
 * @param operation the change that made it one
 * @param identity what the column has become
 */
record NumberPastRows(AlterColumn operation, Identity identity, IdentifierRules names) implements StatementsAsked {

    @Override
    public List<SqlStatement> of(Connection connection) throws SQLException {
        boolean down = identity.increment() < 0;
        String column = names.write(operation.column());
        String table = names.write(operation.table());
        String last = (down ? "MIN(" : "MAX(") + column + ")";
        String query = "SELECT " + last + " + (" + identity.increment() + ") FROM " + table + " HAVING " + last
                + (down ? " <= " : " >= ") + identity.start();
        return CatalogQuery.of(query).texts(connection).stream()
                .map(next -> SqlStatement.ddl(
                        "ALTER TABLE " + table + " ALTER COLUMN " + column + " RESTART WITH " + next, operation))
                .toList();
    }

    /** What comes next lies behind the rows in any case. */
    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Offline offline() {
        return new Offline.Refused(
                "the number from which an identity column continues depends on the rows",
                "Run online, or write the statements as SQL, with RESTART WITH and the number.");
    }
}
