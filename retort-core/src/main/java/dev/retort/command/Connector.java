package dev.retort.command;

import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.dialect.ConnectionSource;
import dev.retort.dialect.DatabaseAddress;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.UrlParameters;
import dev.retort.error.Advice;
import dev.retort.error.ConfigurationException;
import dev.retort.error.DatabaseAccessException;
import dev.retort.error.RetortException;
import dev.retort.history.MetadataTables;
import dev.retort.runtime.LockKeeper;
import dev.retort.secret.SecretPlaces;
import dev.retort.spi.RetortEnvironment;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Opens all connections. */
final class Connector {

    /** SQL states of a server that is running and rejects a connection: by itself, for lack of resources, on behalf of its operator. */
    private static final List<String> REFUSING = List.of("08004", "53", "57P");

    private static final String UNNAMED = "the connection of the environment";

    private static final String UNOPENED = "the data source";

    private static final Advice ITS_CONNECTIONS = Advice.of("Check the data source or environment that opens them.");

    private final Settings settings;
    private final Dialects dialects;
    private final RetortEnvironment environment;
    private final @Nullable DataSource dataSource;
    private final boolean openingInBackground;
    private final Drivers drivers;
    private final Function<String, LockKeeper> keeper;

    /**
     * A connector.
     *
     * @param dataSource a data source for connections, before the environment is asked; null for none
     * @param keeper waits while others open or close a database
     * @param openingInBackground whether connections to the url may be opened on another thread than the caller's
     */
    Connector(
            Project project,
            RetortEnvironment environment,
            @Nullable DataSource dataSource,
            Function<String, LockKeeper> keeper,
            boolean openingInBackground) {
        this.settings = project.settings();
        this.dialects = project.dialects();
        this.environment = environment;
        this.dataSource = dataSource;
        this.openingInBackground = openingInBackground;
        this.keeper = keeper;
        this.drivers = Drivers.of(settings, project.loader(), dialects);
    }

    /** The address in the settings. */
    DatabaseAddress address() {
        return dialects.address(
                settings.text(addressKey())
                        .orElseThrow(() -> new ConfigurationException(
                                ConfigKey.URL.key(),
                                "'" + ConfigKey.URL.key() + "' is not set.",
                                null,
                                Advice.of("Set {}.", Advice.database()))),
                settings.baseDirectory(),
                settings.text(ConfigKey.USER).orElse(null),
                settings.text(ConfigKey.PASSWORD).orElse(null));
    }

    private ConfigKey addressKey() {
        return settings.has(ConfigKey.MIGRATION_URL) ? ConfigKey.MIGRATION_URL : ConfigKey.URL;
    }

    /** The address before the database is open, without passwords. */
    String shownAddress() {
        if (opensAddress()) {
            return address().masked();
        }
        return dataSource == null ? UNNAMED : UNOPENED;
    }

    /** Whether the address in the settings is opened, and no data source. */
    private boolean opensAddress() {
        return settings.has(ConfigKey.MIGRATION_URL) || (dataSource == null && settings.has(ConfigKey.URL));
    }

    /** The same in a sentence, with some words before what is no address. */
    private String unopened(String before) {
        return opensAddress() ? shownAddress() : before + shownAddress();
    }

    /** The same for a connection of the host application. Drivers report every parameter there is, whoever set it. */
    private static String shownAddress(Connection given) {
        try {
            String url = given.getMetaData().getURL();
            return url == null
                    ? UNNAMED
                    : UrlParameters.of(SecretPlaces.masked(url)).address();
        } catch (SQLException e) {
            return UNNAMED;
        }
    }

    /**
     * Work on an open database.
     *
     * @param <T> its result
     */
    @FunctionalInterface
    interface Work<T> {
        T with(Database database, Attempt attempt) throws SQLException;
    }

    /**
     * Opens the database, works on it and closes it. Starts again, within the lock timeout, while others open or close the database, unless
     * the work has begun to write.
     *
     * @param failing the beginning of the message when the database fails
     */
    <T> T use(String failing, Work<T> work) {
        return use(failing, () -> opening(false), () -> {}, work);
    }

    /**
     * Does the same, and something else while the database is being opened. The host's connections are requested on the caller's thread: a
     * data source may select the database by thread or by thread-local state.
     */
    <T> T use(String failing, Runnable meanwhile, Work<T> work) {
        return use(failing, () -> opening(openingInBackground), meanwhile, work);
    }

    private <T> T use(String failing, Supplier<PendingDatabase> source, Runnable meanwhile, Work<T> work) {
        return patiently(attempt -> {
            try (PendingDatabase opening = source.get()) {
                meanwhile.run();
                return work.with(opening.database(), attempt);
            } catch (SQLException e) {
                throw new DatabaseAccessException(failing + ": " + e.getMessage(), Advice.NONE, e);
            }
        });
    }

    private <T> T patiently(Function<Attempt, T> work) {
        Attempt attempt = new Attempt();
        return keeper.apply(shownAddress())
                .patiently(
                        failure -> !attempt.isWriting() && isChangingHands(failure), null, () -> work.apply(attempt));
    }

    private boolean isChangingHands(RetortException failure) {
        if (!hasAddress()) {
            return false;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (dialects.isChangingHands(address().jdbcUrl(), cause)) {
                return true;
            }
        }
        return false;
    }

    private Database open(ConnectionSource source, boolean given) {
        try {
            Connection connection = source.open();
            try {
                boolean autoCommit = connection.getAutoCommit();
                Dialect dialect = dialects.forConnection(connection);
                if (given) {
                    requireNothingUncommitted(connection, dialect);
                }
                connection.setAutoCommit(true);
                settings.text(ConfigKey.DIALECT).ifPresent(name -> dialects.requireNamed(name, dialect));
                dialect.access().requireSchema(connection, settings.has(ConfigKey.VERSION_TABLE_SCHEMA));
                String name = given ? shownAddress(connection) : shownAddress();
                return new Database(name, connection, dialect, tables(dialect), this::connect, autoCommit);
            } catch (SQLException | RuntimeException | Error e) {
                closeAfter(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** Auto-commit mode, which comes next, would commit it. */
    private static void requireNothingUncommitted(Connection connection, Dialect dialect) throws SQLException {
        if (dialect.transactions().hasUncommittedChanges(connection)) {
            throw new DatabaseAccessException(
                    "The connection of the application is in a transaction, which Retort would commit.",
                    "Commit it or roll it back first, or open another connection for Retort.",
                    null);
        }
    }

    private static void closeAfter(Connection connection, Throwable failure) {
        try {
            connection.close();
        } catch (SQLException lost) {
            failure.addSuppressed(lost);
        }
    }

    private PendingDatabase opening(boolean inBackground) {
        try {
            Optional<Connection> given = given();
            if (given.isPresent()) {
                return PendingDatabase.of(open(given::get, true));
            }
        } catch (SQLException e) {
            throw refused(e);
        }
        return inBackground
                ? PendingDatabase.inBackground(() -> open(this::connectByUrl, false))
                : PendingDatabase.of(open(this::connectByUrl, false));
    }

    /** The metadata tables with the names in the settings. */
    MetadataTables tables(Dialect dialect) {
        return MetadataTables.named(
                dialect,
                settings.text(ConfigKey.VERSION_TABLE_SCHEMA).orElse(null),
                settings.required(ConfigKey.VERSION_TABLE),
                settings.required(ConfigKey.HISTORY_TABLE),
                settings.required(ConfigKey.JOURNAL_TABLE));
    }

    /** Whether there is an address in the settings. */
    boolean hasAddress() {
        return settings.has(ConfigKey.URL) || settings.has(ConfigKey.MIGRATION_URL);
    }

    /** The host's connection, unless migrations have an address of their own. */
    private Optional<Connection> given() throws SQLException {
        if (settings.has(ConfigKey.MIGRATION_URL)) {
            return Optional.empty();
        }
        try {
            Optional<Connection> given = dataSource == null
                    ? environment.connect()
                    : Optional.of(returned(dataSource.getConnection(), "DataSource.getConnection()"));
            return returned(given, "RetortEnvironment.connect()");
        } catch (RetortException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new DatabaseAccessException(
                    "The application opened no connection: " + e.getMessage(), ITS_CONNECTIONS, e);
        }
    }

    private static <T> T returned(@Nullable T value, String method) {
        if (value == null) {
            throw new DatabaseAccessException(
                    "The application opened no connection: " + method + " returned null.", ITS_CONNECTIONS, null);
        }
        return value;
    }

    private Connection connect() throws SQLException {
        Optional<Connection> given = given();
        return given.isPresent() ? given.get() : connectByUrl();
    }

    private Connection connectByUrl() throws SQLException {
        return drivers.connect(address());
    }

    private DatabaseAccessException refused(SQLException e) {
        String said = String.valueOf(e.getMessage());
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith("28")) {
            return new DatabaseAccessException(
                    "The database " + unopened("of ") + " refuses the login: " + said,
                    opensAddress()
                            ? Advice.of("Check 'user' and 'password', or the user in the url.")
                            : ITS_CONNECTIONS,
                    e);
        }
        if (REFUSING.stream().anyMatch(state::startsWith)) {
            return new DatabaseAccessException(
                    "The database " + unopened("of ") + " refuses the connection: " + said, Advice.NONE, e);
        }
        Optional<UnknownHostException> unresolved = cause(e, UnknownHostException.class);
        if (unresolved.isPresent()) {
            return new DatabaseAccessException(
                    "The host " + host(unresolved.get()) + " cannot be resolved; the database is "
                            + unopened("that of ") + ".",
                    opensAddress()
                            ? Advice.of("Check the spelling of the host in '"
                                    + addressKey().key() + "', and that this machine's name service knows it.")
                            : ITS_CONNECTIONS,
                    e);
        }
        if (state.startsWith("08") || cause(e, SocketException.class).isPresent()) {
            return new DatabaseAccessException(
                    "The database " + unopened("of ") + " cannot be reached: " + said,
                    "Is the server running, and are host and port right?",
                    e);
        }
        return new DatabaseAccessException(
                "The database " + unopened("of ") + " cannot be opened: " + withCause(said, e), advice(e), e);
    }

    private Advice advice(SQLException e) {
        if (!opensAddress()) {
            return ITS_CONNECTIONS;
        }
        return dialects.remedyOfRefusal(address().jdbcUrl(), e)
                .map(Advice::of)
                .orElseGet(() -> Advice.of(
                        "Check {}: host, port and database, or the file.",
                        Advice.setting(addressKey().key())));
    }

    /** Some drivers only say that they failed; the reason is in the cause. */
    private static String withCause(String said, SQLException e) {
        String cause = e.getCause() == null ? null : e.getCause().getMessage();
        return cause == null || said.contains(cause) ? said : said + ": " + cause;
    }

    /** The name of a host, without what some versions of Java add: {@code db: Name or service not known}. */
    private static String host(UnknownHostException failure) {
        String said = String.valueOf(failure.getMessage());
        int colon = said.indexOf(": ");
        return colon < 0 ? said : said.substring(0, colon);
    }

    /** The network error, whatever SQL state a driver gives it: H2 has one of its own for a server that is not running. */
    private static <T extends Throwable> Optional<T> cause(SQLException failure, Class<T> kind) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return Optional.of(kind.cast(cause));
            }
        }
        return Optional.empty();
    }
}
