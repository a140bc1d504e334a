package dev.retort.dialect.postgresql;

import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Offline;
import dev.retort.dialect.StatementsAsked;
import dev.retort.operation.CreateIndex;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Creates an index without a lock against changes of rows. An attempt that fails leaves an invalid index, which is dropped first.
 * https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY
 *
 * @param create the statement that creates it
 */
record ConcurrentIndex(CreateIndex operation, String create, IdentifierRules names) implements StatementsAsked {

    @Override
    public List<SqlStatement> of(Connection connection) throws SQLException {
        List<SqlStatement> statements = new ArrayList<>();
        String index = names.write(operation.table().sibling(operation.index().name()));
        CatalogQuery.of(
                        "SELECT 1 FROM pg_index WHERE indexrelid = to_regclass(?) AND indrelid = to_regclass(?) AND NOT indisvalid",
                        index,
                        names.write(operation.table()))
                .forEach(
                        connection,
                        row -> statements.add(SqlStatement.ddl("DROP INDEX CONCURRENTLY " + index, operation)));
        statements.add(concurrently());
        return statements;
    }

    @Override
    public Offline offline() {
        return Offline.written(concurrently());
    }

    @Override
    public boolean isAtomic() {
        return false;
    }

    private SqlStatement concurrently() {
        return SqlStatement.ddl(create, operation);
    }
}
