package dev.retort.benchmarks;

import dev.retort.benchmarks.program.RecordedQuery;
import dev.retort.benchmarks.program.RecordedQuery.Parameter;
import dev.retort.benchmarks.program.RecordedQuery.ParameterType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes down the queries that are sent through a connection. What it could not send again, it refuses. */
final class QueryRecorder {

    private final List<RecordedQuery> queries = new ArrayList<>();

    /** The queries so far, in order. */
    List<RecordedQuery> queries() {
        return List.copyOf(queries);
    }

    /** The same connection, listened to. */
    Connection listen(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object answer = invoke(connection, method, arguments);
            if (answer instanceof PreparedStatement statement && arguments.length == 1) {
                return listen(statement, (String) arguments[0]);
            }
            if (answer instanceof Statement) {
                throw cannotSendAgain(method);
            }
            return answer;
        });
    }

    private PreparedStatement listen(PreparedStatement statement, String sql) {
        SortedMap<Integer, Parameter> parameters = new TreeMap<>();
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "setString", "setArray" -> parameters.put((Integer) arguments[0], parameter(arguments[1]));
                case "executeQuery" -> queries.add(new RecordedQuery(sql, List.copyOf(parameters.values())));
                case "close" -> {}
                default -> throw cannotSendAgain(method);
            }
            return invoke(statement, method, arguments);
        });
    }

    private static Parameter parameter(@Nullable Object value) throws SQLException {
        if (value == null) {
            return new Parameter(ParameterType.NULL, List.of());
        }
        return value instanceof Array array
                ? new Parameter(ParameterType.TEXTS, List.of((String[]) array.getArray()))
                : new Parameter(ParameterType.TEXT, List.of((String) value));
    }

    private static IllegalStateException cannotSendAgain(Method method) {
        return new IllegalStateException(
                "A query is sent by " + method + ", which is not written down so that it could be sent again.");
    }

    private static @Nullable Object invoke(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException refused) {
            throw refused.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(QueryRecorder.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
