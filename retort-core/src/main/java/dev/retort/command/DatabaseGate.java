package dev.retort.command;

import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.dialect.DatabaseAddress;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.error.DatabaseAccessException;
import dev.retort.history.OwnTables;
import dev.retort.runtime.RetortEnvironment;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** The one place where connections come from. */
final class DatabaseGate {

    private final Settings settings;
    private final Dialects dialects;
    private final RetortEnvironment environment;
    private final Drivers drivers;

    DatabaseGate(Settings settings, Dialects dialects, RetortEnvironment environment, ClassLoader loader) {
        this.settings = settings;
        this.dialects = dialects;
        this.environment = environment;
        this.drivers = new Drivers(loader);
    }

    /** The address that the settings name. */
    DatabaseAddress address() {
        return dialects.address(
                settings.required(ConfigKey.URL),
                settings.text(ConfigKey.USER).orElse(null),
                settings.text(ConfigKey.PASSWORD).orElse(null));
    }

    /** The address as it may be shown. */
    String shownAddress() {
        return settings.has(ConfigKey.URL) ? address().masked() : "the connection of the environment";
    }

    /** Opens the database. */
    Database open() {
        try {
            Connection connection = connect();
            try {
                connection.setAutoCommit(true);
                Dialect dialect = dialects.forConnection(connection);
                return new Database(connection, dialect, tables(dialect), this::connect);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** Begins to open the database while the caller does something else; the result waits for it. */
    Supplier<Database> opening() {
        CompletableFuture<Database> future = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        future.complete(open());
                    } catch (RuntimeException | Error e) {
                        future.completeExceptionally(e);
                    }
                },
                "retort-connect");
        thread.setDaemon(true);
        thread.start();
        return () -> {
            try {
                return future.join();
            } catch (CompletionException | CancellationException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw e;
            }
        };
    }

    /** Retort's own tables with the names of the settings. */
    OwnTables tables(Dialect dialect) {
        return OwnTables.named(
                dialect,
                settings.text(ConfigKey.VERSION_TABLE_SCHEMA).orElse(null),
                settings.required(ConfigKey.VERSION_TABLE),
                settings.required(ConfigKey.HISTORY_TABLE),
                settings.required(ConfigKey.JOURNAL_TABLE));
    }

    private Connection connect() throws SQLException {
        Optional<Connection> given = environment.connect();
        return given.isPresent() ? given.get() : drivers.connect(address());
    }

    private DatabaseAccessException refused(SQLException e) {
        String said = String.valueOf(e.getMessage());
        String password = settings.has(ConfigKey.URL) ? address().password() : null;
        if (password != null && !password.isEmpty()) {
            said = said.replace(password, "***");
        }
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith("28")) {
            return new DatabaseAccessException(
                    "The database " + shownAddress() + " refuses the login: " + said,
                    "Check 'user' and 'password', or the user in the url.",
                    e);
        }
        if (state.startsWith("08") || causedByTheNetwork(e)) {
            return new DatabaseAccessException(
                    "The database " + shownAddress() + " cannot be reached: " + said,
                    "Is the server running, and are host and port right?",
                    e);
        }
        return new DatabaseAccessException(
                "The database " + shownAddress() + " cannot be opened: " + said, "Check 'url' in retort.toml.", e);
    }

    /** H2 has a state of its own for a server that is not there. */
    private static boolean causedByTheNetwork(SQLException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketException || cause instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }
}
