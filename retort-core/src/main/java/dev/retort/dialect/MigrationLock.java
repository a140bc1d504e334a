package dev.retort.dialect;

import java.sql.SQLException;
import java.util.Optional;

/** The lock that keeps two runners apart. Held until closed or until its connection ends. */
public interface MigrationLock extends AutoCloseable {

    /** The table that holds a row per lock on a database that locks by rows. It is no part of anybody's schema. */
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
     * What shows that the connection's server session is not its own, as behind a pooler that shares sessions, in a sentence; empty when
     * nothing does. Such a session holds no lock for a run, which goes on with the lock of {@link #transactionQuery} alone. To be asked
     * between transactions.
     */
    default Optional<String> sharing() throws SQLException {
        return Optional.empty();
    }

    /**
     * Whether nobody else can get at the session that holds the lock, so that it alone keeps other runs out. When in doubt it does not,
     * as behind anything that might share sessions.
     */
    default boolean isExclusive() {
        return false;
    }

    /** Whether the lock that was taken is still held, as far as that can be told without asking the server. */
    boolean isHeld() throws SQLException;

    /**
     * Whether code in a revision has given up the lock that was taken. Asks the server, which may begin a transaction on the connection that
     * does the work.
     */
    default boolean isGivenUp() throws SQLException {
        return false;
    }

    /** Who holds the lock, as far as the database tells, in words for a person. */
    String holder() throws SQLException;

    /** Gives the lock back; does nothing when it is not held. */
    @Override
    void close() throws SQLException;
}
