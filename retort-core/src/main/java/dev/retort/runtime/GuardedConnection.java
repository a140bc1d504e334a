package dev.retort.runtime;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * A connection that does not let go of its transaction: a data step that committed would tear its changes and its step's version row
 * apart, and one that closed the connection would end the run. Savepoints are the step's own affair.
 */
final class GuardedConnection {

    private static final Set<String> REFUSED = Set.of("commit", "setAutoCommit", "close", "abort");

    private GuardedConnection() {}

    /** The connection, for the use of a data step in a transaction. */
    static Connection of(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> call(connection, method, arguments));
    }

    private static Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
        boolean wholeRollback = method.getName().equals("rollback") && method.getParameterCount() == 0;
        if (wholeRollback || REFUSED.contains(method.getName())) {
            throw new SQLException("A data step must not call " + method.getName()
                    + "() on its connection: the step is one transaction together with its version row. Data steps that need"
                    + " transactions of their own go into op.outsideTransaction(…).");
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
