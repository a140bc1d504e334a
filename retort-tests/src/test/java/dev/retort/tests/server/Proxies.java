package dev.retort.tests.server;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Objects that stand between Retort and a driver. */
public final class Proxies {

    private Proxies() {}

    /** What a proxy does when a method is called. */
    public interface Call {
        @Nullable
        Object of(Method method, Object[] arguments) throws Throwable;
    }

    /** A proxy of an interface. */
    public static <T> T of(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                Proxies.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.of(method, arguments == null ? new Object[0] : arguments)));
    }

    /** A data source that opens its connections in some way. */
    public static DataSource dataSource(Callable<@Nullable Connection> opening) {
        return of(DataSource.class, (method, arguments) -> opening.call());
    }

    /** A connection that stays open when it is closed, as in a pool. */
    public static Connection unclosed(Connection connection) {
        return of(
                Connection.class,
                (method, arguments) -> method.getName().equals("close") ? null : call(connection, method, arguments));
    }

    /** Calls a method as its caller would, with the exceptions that the caller would see. */
    public static @Nullable Object call(@Nullable Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
