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

    private SqliteFailures() {}

    @Override
    public boolean isBusy(SQLException failure) {
        return kind(failure) == BUSY;
    }

    @Override
    public boolean isCancelled(SQLException failure) {
        return kind(failure) == INTERRUPT;
    }

    @Override
    public boolean isDenied(SQLException failure) {
        return DENIED.contains(kind(failure));
    }

    private static int kind(SQLException failure) {
        return failure.getErrorCode() & 0xff;
    }
}
