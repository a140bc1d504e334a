package dev.retort.dialect;

import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A statement that is sent only if a query finds nothing.
 *
 * @param check the query, whose first column names what hinders the statement
 * @param why says why it is not sent, from those names
 */
record CheckedStatement(SqlStatement statement, CatalogQuery check, Function<List<String>, String> why)
        implements StatementsAsked {

    @Override
    public List<SqlStatement> of(Connection connection) throws SQLException {
        List<String> found = check.texts(connection);
        if (!found.isEmpty()) {
            throw new SQLException(why.apply(found));
        }
        return List.of(statement);
    }

    @Override
    public List<SqlStatement> checks(SchemaSnapshot schema) {
        return List.of(SqlStatement.data(check.sql(), List.copyOf(check.arguments()), statement.operation()));
    }

    @Override
    public Optional<List<SqlStatement>> forKnown(SchemaSnapshot schema) {
        return Optional.of(List.of(statement));
    }

    @Override
    public Offline offline() {
        return Offline.onlyOnline();
    }
}
