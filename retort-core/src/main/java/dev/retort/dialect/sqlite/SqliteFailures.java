package dev.retort.dialect.sqlite;

import dev.retort.dialect.Failures;
import java.sql.SQLException;
import java.util.Set;

/** The result codes of SQLite, whose lowest byte says what kind they are of: https://www.sqlite.org/rescode.html */
final class SqliteFailures extends Failures {

    static final SqliteFailures INSTANCE = new SqliteFailures();

    private static final int BUSY = 5;
    private static final int INTERRUPT = 9;

    /** SQLITE_PERM, SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_AUTH. */
    private static final Set<Integer> DENIED = Set.of(3, 8, 14, 23);

    /**
     * SQLITE_ERROR, PERM, BUSY, LOCKED, READONLY, INTERRUPT, SCHEMA, TOOBIG, CONSTRAINT, MISMATCH, MISUSE, AUTH, RANGE, NOTADB: not IOERR,
     * FULL, NOMEM, CORRUPT and the like.
     */
    private static final Set<Integer> REFUSALS = Set.of(1, 3, BUSY, 6, 8, INTERRUPT, 17, 18, 19, 20, 21, 23, 25, 26);

    private SqliteFailures() {}

    @Override
    public boolean isBusy(SQLException failure) {
        return kind(failure) == BUSY;
    }

    @Override
    public boolean isCancelled(SQLException failure) {
        return kind(failure) == INTERRUPT;
    }

    /** The driver gives no SQL states. */
    @Override
    public boolean isRefusal(SQLException failure) {
        return REFUSALS.contains(kind(failure));
    }

    @Override
    public boolean isDenied(SQLException failure) {
        return DENIED.contains(kind(failure));
    }

    private static int kind(SQLException failure) {
        return failure.getErrorCode() & 0xff;
    }
}
