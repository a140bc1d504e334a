package dev.retort.tests.run;

import dev.retort.tests.server.Proxies;
import dev.retort.tests.server.TestDatabase;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source whose connections share a few sessions, as behind a proxy that multiplexes: each transaction, and each statement outside
 * one, is given the session that has been idle for the longest time.
 */
final class SharedSessions implements AutoCloseable {

    private final BlockingQueue<Connection> idle = new LinkedBlockingQueue<>();
    private final List<Connection> sessions = new ArrayList<>();

    SharedSessions(TestDatabase database, int sessions) throws SQLException {
        for (int i = 0; i < sessions; i++) {
            this.sessions.add(database.open());
        }
        idle.addAll(this.sessions);
    }

    DataSource dataSource() {
        return Proxies.dataSource(() -> Proxies.of(Connection.class, new Client()));
    }

    @Override
    public void close() throws SQLException {
        for (Connection session : sessions) {
            session.close();
        }
    }

    /** What a client takes for its connection. */
    private final class Client implements Proxies.Call {

        private boolean autoCommit = true;
        private @Nullable Connection session;

        @Override
        public @Nullable Object of(Method method, Object[] arguments) throws Throwable {
            return switch (method.getName()) {
                case "getAutoCommit" -> autoCommit;
                case "isClosed" -> false;
                case "setAutoCommit" -> {
                    if (arguments[0] instanceof Boolean wanted && wanted != autoCommit) {
                        end(Connection::commit);
                        autoCommit = wanted;
                    }
                    yield null;
                }
                case "commit" -> {
                    end(Connection::commit);
                    yield null;
                }
                case "rollback", "close" -> {
                    end(Connection::rollback);
                    yield null;
                }
                default -> asked(method, arguments);
            };
        }

        private @Nullable Object asked(Method method, Object[] arguments) throws Throwable {
            Object made = Proxies.call(session(), method, arguments);
            if (made instanceof Statement statement && autoCommit) {
                return Proxies.of(
                        method.getReturnType().asSubclass(Statement.class),
                        (called, values) -> onItsOwn(statement, called, values));
            }
            if (autoCommit) {
                giveBack();
            }
            return made;
        }

        private @Nullable Object onItsOwn(Statement statement, Method method, Object[] arguments) throws Throwable {
            Object result = Proxies.call(statement, method, arguments);
            if (method.getName().equals("close")) {
                giveBack();
            }
            return result;
        }

        private Connection session() throws SQLException, InterruptedException {
            Connection used = session;
            if (used == null) {
                used = idle.take();
                used.setAutoCommit(autoCommit);
                session = used;
            }
            return used;
        }

        private void end(Ending ending) throws SQLException {
            Connection used = session;
            if (used != null) {
                if (!autoCommit) {
                    ending.of(used);
                }
                giveBack();
            }
        }

        private void giveBack() {
            Connection used = session;
            if (used != null) {
                session = null;
                idle.add(used);
            }
        }
    }

    /** How a transaction ends. */
    private interface Ending {
        void of(Connection connection) throws SQLException;
    }
}
