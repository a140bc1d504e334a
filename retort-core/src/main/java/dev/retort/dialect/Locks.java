package dev.retort.dialect;

import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;

/** Creates the lock that keeps two runs of one version table apart. */
@FunctionalInterface
public interface Locks {

    /**
     * The lock of a version table, not taken yet.
     *
     * @param working the connection that does the work; the lock must not be released while one of its statements runs
     * @param connections opens further connections to the same database, for a lock that needs one
     * @param key what is locked: the version table with its schema
     * @throws SQLException when the database does not answer
     */
    MigrationLock of(Connection working, ConnectionSource connections, String key) throws SQLException;

    /** Whether a table exists only for locks, and belongs to no schema that is compared. The default is no. */
    default boolean own(QualifiedName table) {
        return false;
    }
}
