package dev.retort.dialect.mysql;

import dev.retort.dialect.mariadb.MariadbFailures;
import java.util.Set;

/** The error codes of MySQL: https://dev.mysql.com/doc/mysql-errors/9.0/en/server-error-reference.html */
final class MysqlFailures extends MariadbFailures {

    /** ER_QUERY_INTERRUPTED and ER_QUERY_TIMEOUT. */
    private static final Set<Integer> CANCELLED = Set.of(1317, 3024);

    /**
     * The disk is full, files cannot be read, written or renamed, no memory, an error of an engine, of the network or of the data dictionary,
     * a shutdown, an unknown error, an error during COMMIT or ROLLBACK, in a hook around them, or of the binary log, the session was killed,
     * the server gave up waiting for it.
     */
    private static final Set<Integer> UNCERTAIN = Set.of(
            1021, 1023, 1024, 1025, 1026, 1030, 1037, 1038, 1041, 1053, 1078, 1079, 1105, 1152, 1154, 1155, 1156, 1157,
            1158, 1159, 1160, 1161, 1180, 1181, 1184, 1189, 1190, 1194, 1195, 1196, 1197, 1534, 1593, 1598, 1622, 1810,
            1811, 1815, 3015, 3100, 3101, 3168, 3169, 3507, 3675, 3782, 4031);

    /** Denied a database, table, column, statement or routine. */
    private static final Set<Integer> DENIED = Set.of(1044, 1142, 1143, 1227, 1370, 3879);

    MysqlFailures() {
        super(CANCELLED, UNCERTAIN, DENIED);
    }
}
