package dev.retort.dialect;

import java.sql.SQLException;
import java.util.Optional;

/** The lock that keeps two runs apart. Held until it is closed or its connection ends. */
public interface MigrationLock extends AutoCloseable {

    /** The table with a row per lock, on a database that locks rows. It belongs to no schema that is compared. */
    String TABLE = "retort_lock";

    /**
     * Takes the lock if it is free. Never waits.
     *
     * @return whether the lock is held now
     */
    boolean tryAcquire() throws SQLException;

    /**
     * The query that takes the lock for the transaction under way, too, if no other run has taken it for its own; its one value says
     * whether. Such a lock goes with the transaction, so it holds behind a pooler as well. Never waits. To be sent in one text with the
     * first thing that the transaction asks. Empty where the database has no such lock.
     */
    default Optional<String> transactionQuery() {
        return Optional.empty();
    }

    /**
     * A sign that the connection's server session is not its own, as behind a pooler that shares sessions, as a sentence; empty if there is
     * none. A shared session cannot hold a lock for a run, which then has only the lock of {@link #transactionQuery}. Call it between
     * transactions.
     */
    default Optional<String> sharing() throws SQLException {
        return Optional.empty();
    }

    /**
     * Whether no other client can use the session that holds the lock, so that the lock alone keeps other runs out. In doubt the answer is
     * no, as behind anything that might share sessions.
     */
    default boolean isExclusive() {
        return false;
    }

    /** Whether the lock is still held, as far as that is known without asking the server. */
    boolean isHeld() throws SQLException;

    /** Whether code in a revision has released the lock. Asks the server, which may begin a transaction on the working connection. */
    default boolean isGivenUp() throws SQLException {
        return false;
    }

    /** Who holds the lock, as far as the database knows, in words for a person. */
    String holder() throws SQLException;

    /** Releases the lock; does nothing if it is not held. */
    @Override
    void close() throws SQLException;
}
