package dev.retort.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the statements of an inspection. */
final class StatementCount {

    private StatementCount() {}

    static int ofInspection(LiveSchema live) throws SQLException {
        AtomicInteger count = new AtomicInteger();
        Connection counting = Proxies.of(Connection.class, (method, arguments) -> {
            if (method.getName().endsWith("Statement")) {
                count.incrementAndGet();
            }
            return Proxies.call(live.connection(), method, arguments);
        });
        new LiveSchema(counting, live.dialect()).inspect();
        return count.get();
    }
}
