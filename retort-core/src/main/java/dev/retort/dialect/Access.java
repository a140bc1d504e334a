package dev.retort.dialect;

import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;

/** What the login sees and may do. */
public class Access {

    protected final IdentifierRules names;

    public Access(IdentifierRules names) {
        this.names = names;
    }

    /**
     * Whether a table may have rows that the login does not see, and that no failure tells of. The standard answer is no.
     *
     * @throws SQLException when the database does not answer
     */
    public boolean hidesRows(Connection connection, QualifiedName table) throws SQLException {
        return false;
    }

    /**
     * What somebody has to do so that the login may do something with a table, as a sentence. The standard answer is the statement that
     * grants it.
     *
     * @param right what the login lacks, in the words of SQL, such as {@code SELECT}
     * @throws SQLException when the database does not answer
     */
    public String remedy(Connection connection, String right, QualifiedName table) throws SQLException {
        String user = names.fromCatalog(connection.getMetaData().getUserName());
        return granting("GRANT " + right + " ON " + names.write(table) + " TO " + names.write(user));
    }

    /** A sentence that names the statement which grants a right. */
    public static String granting(String statement) {
        return "To grant it, run: " + statement + ";";
    }

    /**
     * Refuses a session in which a table without schema is made elsewhere than the session was told, or nowhere. The standard answer is
     * to refuse none.
     *
     * @param ownSchema whether Retort's metadata tables are said to lie in a schema of their own
     * @throws dev.retort.error.DatabaseAccessException naming the schema
     * @throws SQLException when the database does not answer
     */
    public void requireSchema(Connection connection, boolean ownSchema) throws SQLException {}
}
