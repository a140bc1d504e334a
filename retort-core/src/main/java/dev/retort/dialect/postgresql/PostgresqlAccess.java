package dev.retort.dialect.postgresql;

import dev.retort.dialect.Access;
import dev.retort.dialect.IdentifierRules;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Schemas have privileges of their own, and rows may be hidden. */
final class PostgresqlAccess extends Access {

    PostgresqlAccess(IdentifierRules names) {
        super(names);
    }

    /** https://www.postgresql.org/docs/current/ddl-rowsecurity.html: rows that no policy allows seem not to exist. */
    @Override
    public boolean hidesRows(Connection connection, QualifiedName table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT row_security_active(to_regclass(?))")) {
            statement.setString(1, names.write(table));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Privileges on tables have no effect without the privilege to use the schema. */
    @Override
    public String remedy(Connection connection, String right, QualifiedName table) throws SQLException {
        SearchPath path = SearchPath.of(connection);
        String schema = table.schema() == null ? path.current() : table.schema();
        return schema != null && path.lacks(connection, schema, "USAGE")
                ? path.grant("USAGE", schema)
                : schema != null && right.equals("CREATE")
                        ? path.grant("CREATE", schema)
                        : super.remedy(connection, right, table);
    }

    @Override
    public void requireSchema(Connection connection, boolean ownSchema) throws SQLException {
        SearchPath.of(connection).requireFirst(connection, ownSchema);
    }
}
