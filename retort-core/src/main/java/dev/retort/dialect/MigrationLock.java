package dev.retort.dialect;

import java.sql.SQLException;

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

    /** Whether the lock that was taken is still held, as far as that can be told at little cost. */
    boolean isHeld() throws SQLException;

    /** Who holds the lock, as far as the database tells, in words for a person. */
    String holder() throws SQLException;

    /** Gives the lock back; does nothing when it is not held. */
    @Override
    void close() throws SQLException;
}
