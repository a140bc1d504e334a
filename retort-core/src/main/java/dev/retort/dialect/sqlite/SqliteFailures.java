package dev.retort.dialect.sqlite;

import dev.retort.dialect.Failures;
import java.sql.SQLException;
import java.util.Set;

/** The result codes of SQLite, whose lowest byte says what kind they are of: https://www.sqlite.org/rescode.html */
final class SqliteFailures extends Failures {

    static final SqliteFailures INSTANCE = new SqliteFailures();

    private static final int ERROR = 1;
    private static final int BUSY = 5;
    private static final int INTERRUPT = 9;

    /** SQLITE_PERM, SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_AUTH. */
    private static final Set<Integer> DENIED = Set.of(3, 8, 14, 23);

    /**
     * SQLITE_ERROR, PERM, BUSY, LOCKED, NOMEM, READONLY, INTERRUPT, IOERR, FULL, SCHEMA, TOOBIG, CONSTRAINT, MISMATCH, MISUSE, AUTH, RANGE,
     * NOTADB: not CORRUPT and the like. What the disk does not take is rolled back with the journal:
     * https://www.sqlite.org/lang_transaction.html#response_to_errors_within_a_transaction
     */
    private static final Set<Integer> REFUSALS =
            Set.of(ERROR, 3, BUSY, 6, 7, 8, INTERRUPT, 10, 13, 17, 18, 19, 20, 21, 23, 25, 26);

    /** SQLITE_IOERR_FSYNC and SQLITE_IOERR_DIR_FSYNC: a commit has reached the disk or not. */
    private static final Set<Integer> UNCERTAIN = Set.of(1034, 1290);

    private SqliteFailures() {}

    @Override
    public boolean isBusy(SQLException failure) {
        return kind(failure) == BUSY;
    }

    /** The driver gives no SQL states. What it says of a statement is an ERROR. */
    @Override
    public boolean isNoAnswer(SQLException failure) {
        return kind(failure) != ERROR;
    }

    @Override
    public boolean isCancelled(SQLException failure) {
        return kind(failure) == INTERRUPT;
    }

    /** The driver gives no SQL states. */
    @Override
    public boolean isRefusal(SQLException failure) {
        return REFUSALS.contains(kind(failure)) && !UNCERTAIN.contains(failure.getErrorCode());
    }

    @Override
    public boolean isDenied(SQLException failure) {
        return DENIED.contains(kind(failure));
    }

    private static int kind(SQLException failure) {
        return failure.getErrorCode() & 0xff;
    }

    /** It has no number of its own. */
    @Override
    public boolean isMissingTable(SQLException failure) {
        return String.valueOf(failure.getMessage()).contains("no such table");
    }
}
