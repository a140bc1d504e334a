package dev.retort.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;

/** What the driver org.postgresql:postgresql alone can tell, found by its name because this module needs no driver. */
final class PostgresqlDriver {

    /** The number of no server process. */
    static final int UNKNOWN_PROCESS = 0;

    private static final String CONNECTION = "org.postgresql.PGConnection";

    private PostgresqlDriver() {}

    /** The driver's connection, as the given one sees it: a driver may lie on a class path of its own. */
    static Class<?> connectionType(Connection connection) throws ClassNotFoundException {
        try {
            return Class.forName(CONNECTION, false, connection.getClass().getClassLoader());
        } catch (ClassNotFoundException e) {
            return Class.forName(CONNECTION, false, Thread.currentThread().getContextClassLoader());
        }
    }

    /** The number of the server process that a connection was told when it began; {@link #UNKNOWN_PROCESS} by any other driver. */
    static int serverProcess(Connection connection) {
        try {
            Class<?> type = connectionType(connection);
            return (Integer) type.getMethod("getBackendPID").invoke(connection.unwrap(type));
        } catch (ReflectiveOperationException | SQLException absent) {
            return UNKNOWN_PROCESS;
        }
    }
}
