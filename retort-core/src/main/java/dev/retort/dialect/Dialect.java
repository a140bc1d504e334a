package dev.retort.dialect;

import dev.retort.operation.DialectName;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.sql.SqlSyntax;
import java.io.IOException;
import java.io.Reader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Optional;
import java.util.stream.Stream;

/** One database product in one version, as a handful of collaborators that each answer one kind of question. */
public interface Dialect {

    /** The name that revision files and settings use. */
    DialectName name();

    /** The name that people use, with the version where it is known: {@code PostgreSQL 18}. */
    String displayName();

    /** Whether a rolled-back transaction takes its schema changes back too. */
    boolean transactionalDdl();

    /** The names of constraints that nobody has named. */
    default ConstraintNames constraintNames() {
        return new ConstraintNames(identifiers());
    }

    /** Whether a table belongs to Retort itself, such as one that a lock needs. The standard answer is no. */
    default boolean ownsTable(QualifiedName table) {
        return false;
    }

    /**
     * Whether a failure says no more than that somebody else writes, so that the same may succeed a moment later. The standard answer is
     * no: most databases wait by themselves.
     */
    default boolean isBusy(SQLException failure) {
        return false;
    }

    /** Whether a failure says that the connection is gone. The standard answer is the class of states that the SQL standard has for it. */
    default boolean isLost(SQLException failure) {
        return String.valueOf(failure.getSQLState()).startsWith("08");
    }

    /** Whether a failure says that the statement was cancelled. The standard answer is the state that most databases have for it. */
    default boolean isCancelled(SQLException failure) {
        return "57014".equals(failure.getSQLState());
    }

    /** Whether a failure says that the login lacks a right. The standard answer is the state that the SQL standard has for it. */
    default boolean isDenied(SQLException failure) {
        return "42501".equals(failure.getSQLState());
    }

    /**
     * Whether a table may have rows that the login does not see, and that no failure tells of. The standard answer is no.
     *
     * @throws SQLException when the database does not answer
     */
    default boolean hidesRows(Connection connection, QualifiedName table) throws SQLException {
        return false;
    }

    /**
     * What somebody has to do so that the login may do something with a table, as a sentence. The standard answer is the statement that
     * grants it.
     *
     * @param right what the login lacks, in the words of SQL, such as {@code SELECT}
     * @throws SQLException when the database does not answer
     */
    default String remedyOfDenial(Connection connection, String right, QualifiedName table) throws SQLException {
        return Rights.remedy("GRANT " + right + " ON " + identifiers().write(table) + " TO "
                + identifiers()
                        .write(identifiers()
                                .fromCatalog(connection.getMetaData().getUserName())));
    }

    /**
     * Refuses a session in which a table without schema is made elsewhere than the session was told, or nowhere. The standard answer is
     * to refuse none.
     *
     * @param ownSchema whether Retort's own tables are said to lie in a schema of their own
     * @throws dev.retort.error.DatabaseAccessException naming the schema
     * @throws SQLException when the database does not answer
     */
    default void requireSchema(Connection connection, boolean ownSchema) throws SQLException {}

    /** How the database reads SQL. The standard answer is what most databases agree on. */
    default SqlSyntax syntax() {
        return SqlSyntax.COMMON;
    }

    /**
     * Sends the rows of a COPY in the transaction of a connection.
     *
     * @throws SQLException when the database refuses them, or its driver cannot send any
     * @throws IOException when the rows cannot be read to their end; nothing is copied then
     */
    default void copyIn(Connection connection, String statement, Reader rows) throws SQLException, IOException {
        throw new SQLFeatureNotSupportedException("This database takes no rows by COPY.");
    }

    /**
     * Has the server give up a copy that is under way, which another thread has begun with {@link #copyIn}. The standard answer does
     * nothing.
     *
     * @throws SQLException when the server cannot be asked
     */
    default void cancelCopy(Connection connection) throws SQLException {}

    /** The roles in a user's own statements. The standard answer is that there are none. */
    default Roles roles() {
        return Roles.NONE;
    }

    /** The server's sessions. The standard answer is that they have no names. */
    default Sessions sessions() {
        return Sessions.NAMELESS;
    }

    /** What a step may leave behind in its session, and how it is put back. The standard answer is its schema. */
    default SessionState sessionState() {
        return SessionState.OF_SCHEMA;
    }

    IdentifierRules identifiers();

    SqlTypes types();

    Literals literals();

    DdlCompiler ddl();

    Inspector inspector();

    ComparisonRules comparison();

    /**
     * A copy of the schema to try operations on, for a database whose refusals cannot be told from an operation alone. The standard
     * answer is none.
     *
     * @param connection the database
     * @param operations what is to be tried; there is no copy where none of them could be refused
     * @throws SQLException when the database does not answer
     */
    default Optional<Rehearsal> rehearsal(Connection connection, Stream<Operation> operations) throws SQLException {
        return Optional.empty();
    }

    /**
     * The lock that keeps two runners of one version table apart.
     *
     * @param working the connection that does the work; the lock must not be freed while a statement of it still runs
     * @param connections opens further connections to the same database, for a lock that needs one
     * @param key what is locked: the version table with its schema
     * @throws SQLException when the database does not answer
     */
    MigrationLock lock(Connection working, ConnectionSource connections, String key) throws SQLException;
}
