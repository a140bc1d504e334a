package dev.retort.tests.server;

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
        return Proxies.of(type, (method, arguments) -> {
            if (arguments.length > 0 && arguments[0] instanceof String text) {
                if (method.getName().startsWith("execute") || method.getName().startsWith("prepare")) {
                    hearer.accept(text);
                }
            }
            Object answer = Proxies.call(real, method, arguments);
            if (answer instanceof PreparedStatement prepared) {
                return listening(PreparedStatement.class, prepared);
            }
            return answer instanceof Statement statement ? listening(Statement.class, statement) : answer;
        });
    }
}
