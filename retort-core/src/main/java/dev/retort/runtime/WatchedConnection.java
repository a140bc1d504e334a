package dev.retort.runtime;

import dev.retort.spi.StopSignal;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A connection whose statements are reported, and cancelled when a stop is requested, after which it sends no other. */
final class WatchedConnection {

    /** Is told of statements. */
    interface Report {

        /** A report to nobody. */
        Report NONE = new Report() {
            @Override
            public void begun(String sql) {}

            @Override
            public void ended(String sql, long millis) {}
        };

        /** A statement is about to run. */
        void begun(String sql);

        /** A statement has run. */
        void ended(String sql, long millis);
    }

    /** Says that a stop was requested, so that nothing more is sent. */
    static final class Stopped extends SQLException {

        private static final long serialVersionUID = 1L;

        Stopped() {
            super("A stop was requested.");
        }
    }

    private final Connection connection;
    private final StopSignal stop;
    private final Report report;
    private final Connection watched;

    private WatchedConnection(Connection connection, StopSignal stop, Report report) {
        this.connection = connection;
        this.stop = stop;
        this.report = report;
        this.watched = ConnectionProxy.connection(this::call);
    }

    static Connection of(Connection connection, StopSignal stop, Report report) {
        return new WatchedConnection(connection, stop, report).watched;
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        Object result = ConnectionProxy.invoke(connection, method, arguments);
        return ConnectionProxy.result(result, statement -> watched(statement, sql(arguments)));
    }

    /**
     * Watches a statement.
     *
     * @param prepared its text; empty if that comes with each execution
     */
    private ConnectionProxy.Handler watched(Statement statement, String prepared) {
        return (method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                return watched;
            }
            if (!method.getName().startsWith("execute")) {
                return ConnectionProxy.invoke(statement, method, arguments);
            }
            if (stop.requested()) {
                throw new Stopped();
            }
            String sql = prepared.isEmpty() ? sql(arguments) : prepared;
            report.begun(sql);
            long start = System.nanoTime();
            Object result = execute(statement, method, arguments);
            report.ended(sql, (System.nanoTime() - start) / 1_000_000);
            return result;
        };
    }

    @SuppressWarnings("try") // being open is all that a statement under way is for
    private @Nullable Object execute(Statement statement, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try (UnderWay unused = new UnderWay(statement::cancel, stop)) {
            return ConnectionProxy.invoke(statement, method, arguments);
        }
    }

    /** In every method with SQL, it is the first argument. */
    private static String sql(Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 0 && arguments[0] instanceof String sql ? sql : "";
    }
}
