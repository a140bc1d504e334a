package dev.retort.tests.server;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.function.Consumer;

/**
 * Listens to the statements that run through connections.
 *
 * @param hearer is told of each as it begins to run, or to be prepared
 */
public record StatementLog(Consumer<String> hearer) {

    /** The same connection, listened to. */
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
