package dev.retort.dialect.mariadb;

import dev.retort.dialect.Failures;
import java.sql.SQLException;
import java.util.Set;

/** The error codes of MariaDB: https://mariadb.com/docs/server/reference/error-codes */
public class MariadbFailures extends Failures {

    /** ER_QUERY_INTERRUPTED. */
    private static final Set<Integer> CANCELLED = Set.of(1317);

    /**
     * The disk is full, files cannot be read, written or renamed, no memory, an error of the engine, a shutdown, an unknown error, an error
     * during COMMIT or ROLLBACK, the binary log cannot be written, the connection was killed.
     */
    private static final Set<Integer> UNCERTAIN = Set.of(
            1021, 1023, 1024, 1025, 1026, 1030, 1037, 1038, 1041, 1053, 1078, 1079, 1105, 1152, 1154, 1158, 1159, 1160,
            1161, 1180, 1181, 1184, 1189, 1190, 1194, 1195, 1196, 1197, 1598, 1665, 1815, 1927);

    /** Denied a database, table, column, statement. */
    private static final Set<Integer> DENIED = Set.of(1044, 1142, 1143, 1227);

    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private final Set<Integer> cancelled;
    private final Set<Integer> uncertain;
    private final Set<Integer> denied;

    MariadbFailures() {
        this(CANCELLED, UNCERTAIN, DENIED);
    }

    /**
     * With the codes of a cousin.
     *
     * @param cancelled those of a statement that was cancelled
     * @param uncertain those that do not tell whether a statement has had an effect
     * @param denied those of a privilege that is lacking
     */
    protected MariadbFailures(Set<Integer> cancelled, Set<Integer> uncertain, Set<Integer> denied) {
        this.cancelled = cancelled;
        this.uncertain = uncertain;
        this.denied = denied;
    }

    @Override
    public boolean isNoAnswer(SQLException failure) {
        return failure.getErrorCode() == LOCK_WAIT_TIMEOUT || super.isNoAnswer(failure);
    }

    @Override
    public boolean isCancelled(SQLException failure) {
        return cancelled.contains(failure.getErrorCode());
    }

    /** Many refusals of the server have the general state HY000, so its codes decide. */
    @Override
    public boolean isRefusal(SQLException failure) {
        int code = failure.getErrorCode();
        boolean ofClient = 2000 <= code && code < 3000;
        return code <= 0 ? super.isRefusal(failure) : !ofClient && !uncertain.contains(code) && !isLost(failure);
    }

    @Override
    public boolean isDenied(SQLException failure) {
        return denied.contains(failure.getErrorCode());
    }
}
