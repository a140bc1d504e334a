package dev.retort.dialect;

import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;

/** What the user of a connection can see and may do. */
public class Access {

    protected final IdentifierRules names;

    public Access(IdentifierRules names) {
        this.names = names;
    }

    /**
     * Whether a table may have rows that are hidden from the user without any error. The default is no.
     *
     * @throws SQLException when the database does not answer
     */
    public boolean hidesRows(Connection connection, QualifiedName table) throws SQLException {
        return false;
    }

    /**
     * How to give the user a privilege on a table, as a sentence. The default names the statement that grants it.
     *
     * @param right the missing privilege, as in SQL, such as {@code SELECT}
     * @throws SQLException when the database does not answer
     */
    public String remedy(Connection connection, String right, QualifiedName table) throws SQLException {
        String user = names.fromCatalog(connection.getMetaData().getUserName());
        return granting("GRANT " + right + " ON " + names.write(table) + " TO " + names.write(user));
    }

    /** A sentence that names the statement which grants a privilege. */
    public static String granting(String statement) {
        return "To grant it, run: " + statement + ";";
    }

    /**
     * Refuses a session in which a table without schema would be created elsewhere than configured, or nowhere. The default refuses none.
     *
     * @param ownSchema whether the settings name a schema for the metadata tables
     * @throws dev.retort.error.DatabaseAccessException naming the schema
     * @throws SQLException when the database does not answer
     */
    public void requireSchema(Connection connection, boolean ownSchema) throws SQLException {}
}
