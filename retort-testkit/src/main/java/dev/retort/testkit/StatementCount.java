package dev.retort.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the statements of an inspection. */
final class StatementCount {

    private StatementCount() {}

    static int ofInspection(LiveSchema live) throws SQLException {
        AtomicInteger count = new AtomicInteger();
        Connection counting = (Connection) Proxy.newProxyInstance(
                StatementCount.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().endsWith("Statement")) {
                        count.incrementAndGet();
                    }
                    try {
                        return method.invoke(live.connection(), arguments);
                    } catch (InvocationTargetException refused) {
                        throw refused.getCause();
                    }
                });
        new LiveSchema(counting, live.dialect()).inspect();
        return count.get();
    }
}
