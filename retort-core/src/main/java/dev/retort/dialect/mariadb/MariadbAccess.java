package dev.retort.dialect.mariadb;

import dev.retort.dialect.Access;
import dev.retort.dialect.IdentifierRules;
import dev.retort.error.DatabaseAccessException;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A grant is for a user and the hosts that the user may come from, and a session may be in no database. */
final class MariadbAccess extends Access {

    MariadbAccess(IdentifierRules names) {
        super(names);
    }

    @Override
    public String remedy(Connection connection, String right, QualifiedName table) throws SQLException {
        String schema = table.schema() == null ? connection.getCatalog() : table.schema();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT CURRENT_USER()")) {
            row.next();
            String login = row.getString(1);
            int at = login.lastIndexOf('@');
            return granting("GRANT " + right + " ON " + names.write(new QualifiedName(schema, table.name())) + " TO '"
                    + login.substring(0, at) + "'@'" + login.substring(at + 1) + "'");
        }
    }

    @Override
    public void requireSchema(Connection connection, boolean ownSchema) throws SQLException {
        if (connection.getCatalog() == null && !ownSchema) {
            throw new DatabaseAccessException(
                    "The connection is to a server and to no database on it.",
                    "Write the database behind the host, as in mariadb://host:3306/database.",
                    null);
        }
    }
}
