package dev.retort.runtime;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Connections and statements that hand calls on. */
final class ConnectionProxy {

    private ConnectionProxy() {}

    /** Handles a call. */
    interface Handler {
        @Nullable
        Object call(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    static Connection connection(Handler handler) {
        return proxy(Connection.class, handler);
    }

    /** What a connection has returned; a statement gets a handler. */
    static @Nullable Object result(@Nullable Object result, Function<Statement, Handler> handler) {
        if (!(result instanceof Statement statement)) {
            return result;
        }
        Class<? extends Statement> type = result instanceof CallableStatement
                ? CallableStatement.class
                : result instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return proxy(type, handler.apply(statement));
    }

    static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> handler.call(method, arguments)));
    }
}
