package dev.retort.tests.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A database of a test's own. */
public final class TestDatabase implements AutoCloseable {

    private static final int SECONDS_TO_ANSWER = 10;

    private final DatabaseUnderTest kind;
    private final String jdbcUrl;
    private final @Nullable String user;
    private final @Nullable String password;
    private final Runnable removal;
    private final boolean keepsSession;
    private final AtomicReference<@Nullable Connection> spare = new AtomicReference<>();

    /**
     * A database that is there.
     *
     * @param kind the product
     * @param jdbcUrl the address, without user and password
     * @param user the user; null where there are none
     * @param password the password; null where there are none
     * @param removal takes the database away
     */
    public TestDatabase(
            DatabaseUnderTest kind,
            String jdbcUrl,
            @Nullable String user,
            @Nullable String password,
            Runnable removal) {
        this(kind, jdbcUrl, user, password, removal, false);
    }

    private TestDatabase(
            DatabaseUnderTest kind,
            String jdbcUrl,
            @Nullable String user,
            @Nullable String password,
            Runnable removal,
            boolean keepsSession) {
        this.kind = kind;
        this.jdbcUrl = jdbcUrl;
        this.user = user;
        this.password = password;
        this.removal = removal;
        this.keepsSession = keepsSession;
    }

    /** The same with nothing between the tests and its server, on PostgreSQL with a session for who {@linkplain #ask asks}. */
    TestDatabase onServer() {
        return new TestDatabase(kind, jdbcUrl, user, password, removal, kind == DatabaseUnderTest.POSTGRESQL);
    }

    /** What somebody does with a connection. */
    public interface Use<T> {
        T of(Connection connection) throws SQLException;
    }

    public DatabaseUnderTest kind() {
        return kind;
    }

    /** The address, without user and password. */
    public String jdbcUrl() {
        return jdbcUrl;
    }

    public @Nullable String user() {
        return user;
    }

    public @Nullable String password() {
        return password;
    }

    /** A new connection in auto-commit mode; whoever asked closes it. */
    public Connection open() throws SQLException {
        return user == null
                ? DriverManager.getConnection(jdbcUrl)
                : DriverManager.getConnection(jdbcUrl, user, password);
    }

    /**
     * Asks on a connection without a past. On a server of PostgreSQL, which starts a process for each connection, the next one asks on it
     * again.
     */
    public <T> T ask(Use<T> question) throws SQLException {
        if (!keepsSession) {
            try (Connection connection = open()) {
                return question.of(connection);
            }
        }
        Connection connection = spareOrNew();
        try {
            T answer = question.of(connection);
            connection.setAutoCommit(true);
            Statements.run(connection, "DISCARD ALL");
            closeUnlessNull(spare.getAndSet(connection));
            return answer;
        } catch (Throwable failure) {
            connection.close();
            throw failure;
        }
    }

    private Connection spareOrNew() throws SQLException {
        Connection connection = spare.getAndSet(null);
        if (connection != null && connection.isValid(SECONDS_TO_ANSWER)) {
            return connection;
        }
        closeUnlessNull(connection);
        return open();
    }

    private static void closeUnlessNull(@Nullable Connection connection) throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }

    /** Runs statements on a connection of their own. */
    public void execute(String... statements) throws SQLException {
        ask(connection -> {
            Statements.run(connection, statements);
            return statements;
        });
    }

    /** Runs a script of many statements, as the product's own client does. */
    public void runScript(String script) throws SQLException {
        ScriptClient.run(this, script);
    }

    /** Takes the database away, with whatever is still connected to it. */
    @Override
    public void close() {
        try {
            closeUnlessNull(spare.getAndSet(null));
        } catch (SQLException failed) {
            throw new IllegalStateException("The connection cannot be closed.", failed);
        } finally {
            removal.run();
        }
    }

    @Override
    public String toString() {
        return kind + " at " + jdbcUrl;
    }
}
