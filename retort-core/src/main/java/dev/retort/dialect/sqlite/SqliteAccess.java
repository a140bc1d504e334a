package dev.retort.dialect.sqlite;

import dev.retort.dialect.Access;
import dev.retort.dialect.IdentifierRules;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;

/** Privileges are those of the file. */
final class SqliteAccess extends Access {

    SqliteAccess(IdentifierRules names) {
        super(names);
    }

    @Override
    public String remedy(Connection connection, String right, QualifiedName table) throws SQLException {
        return SqliteLock.databaseFile(connection).map(FileRights::remedy).orElse("The database is opened read-only.");
    }
}
