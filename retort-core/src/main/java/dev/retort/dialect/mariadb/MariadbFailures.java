package dev.retort.dialect.mariadb;

import dev.retort.dialect.Failures;
import java.sql.SQLException;
import java.util.Set;

/** The error codes of MariaDB: https://mariadb.com/docs/server/reference/error-codes */
final class MariadbFailures extends Failures {

    /** ER_QUERY_INTERRUPTED. */
    private static final int INTERRUPTED = 1317;

    /** Denied a database, table, column, statement. */
    private static final Set<Integer> DENIED = Set.of(1044, 1142, 1143, 1227);

    @Override
    public boolean isCancelled(SQLException failure) {
        return failure.getErrorCode() == INTERRUPTED;
    }

    @Override
    public boolean isDenied(SQLException failure) {
        return DENIED.contains(failure.getErrorCode());
    }
}
