package dev.retort.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;

/** What only the driver org.postgresql:postgresql can tell, by reflection because this module does not depend on it. */
final class PostgresqlDriver {

    /** Not the pid of any server process. */
    static final int UNKNOWN_PROCESS = 0;

    private static final String CONNECTION = "org.postgresql.PGConnection";

    private PostgresqlDriver() {}

    /** The driver's connection class, from the given connection's class loader: a driver may be on another class path. */
    static Class<?> connectionType(Connection connection) throws ClassNotFoundException {
        try {
            return Class.forName(CONNECTION, false, connection.getClass().getClassLoader());
        } catch (ClassNotFoundException e) {
            return Class.forName(CONNECTION, false, Thread.currentThread().getContextClassLoader());
        }
    }

    /** The pid of the server process that a connection was told when it began; {@link #UNKNOWN_PROCESS} with any other driver. */
    static int serverProcess(Connection connection) {
        try {
            Class<?> type = connectionType(connection);
            return (Integer) type.getMethod("getBackendPID").invoke(connection.unwrap(type));
        } catch (ReflectiveOperationException | SQLException absent) {
            return UNKNOWN_PROCESS;
        }
    }
}
