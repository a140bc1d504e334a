package dev.retort.tests.server;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.function.Consumer;

/**
 * Listens to the statements of connections.
 *
 * @param hearer gets each statement before it is executed or prepared
 */
public record StatementLog(Consumer<String> hearer) {

    /** A connection that reports its statements. */
    public Connection of(Connection connection) {
        return listening(Connection.class, connection);
    }

    private <T> T listening(Class<T> type, T real) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (arguments != null && arguments.length > 0 && arguments[0] instanceof String text) {
                if (method.getName().startsWith("execute") || method.getName().startsWith("prepare")) {
                    hearer.accept(text);
                }
            }
            try {
                Object answer = method.invoke(real, arguments);
                if (answer instanceof PreparedStatement prepared) {
                    return listening(PreparedStatement.class, prepared);
                }
                return answer instanceof Statement statement ? listening(Statement.class, statement) : answer;
            } catch (InvocationTargetException refused) {
                throw refused.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(StatementLog.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
