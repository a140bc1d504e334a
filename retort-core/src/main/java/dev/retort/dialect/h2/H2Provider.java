package dev.retort.dialect.h2;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.DeploymentUrl;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.dialect.Server;
import dev.retort.dialect.UrlParameters;
import dev.retort.error.LockLostException;
import dev.retort.operation.DialectName;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlSyntax.Feature;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Creates the dialects of H2. */
public final class H2Provider implements DialectProvider {

    static final DialectName NAME = new DialectName("h2");

    /** https://h2database.com/html/grammar.html#comment */
    static final SqlSyntax SYNTAX = SqlSyntax.COMMON.with(Feature.SLASH_COMMENTS);

    private static final String STANDARD_SCHEMA = "PUBLIC";
    private static final String PREFIX = "jdbc:h2:";
    private static final String FILE = "file:";
    private static final String TRACE = "TRACE_LEVEL_FILE";
    private static final int ADMIN_RIGHTS_REQUIRED = 90040;
    private static final Pattern PLACE = Pattern.compile(
            "jdbc:h2:(?:(?:tcp|ssl)://[^/;]*/?|(?:file|mem|nio|nioMapped|zip):)?(?<name>[^;]*)(?:;.*)?");
    private static final Pattern REMOTE = Pattern.compile(PREFIX + "(?:tcp|ssl):");

    private static final Pattern USER = Pattern.compile("(?i);USER=(?:\\\\.|[^;])*");
    private static final Pattern PASSWORD = Pattern.compile("(?i);PASSWORD=(?:\\\\.|[^;])*");
    private static final Pattern SHARED = Pattern.compile("(?i);AUTO_SERVER=TRUE");
    private static final Pattern NETWORK_TIMEOUT = Pattern.compile("(?i);NETWORK_TIMEOUT=");

    /** Not opened, locked: https://h2database.com/javadoc/org/h2/api/ErrorCode.html */
    private static final Set<Integer> OPENED_BY_ANOTHER = Set.of(8000, 90020);

    @Override
    public DialectName name() {
        return NAME;
    }

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    @Override
    public boolean acceptsUrl(String jdbcUrl) {
        return jdbcUrl.startsWith(PREFIX);
    }

    /** {@code r2dbc:h2:mem:///shop} and {@code r2dbc:h2:file:///./shop}; without a protocol it is a server. */
    @Override
    public String jdbcUrl(DeploymentUrl url) {
        String settings = url.query().isEmpty() ? "" : ";" + url.query().replace('&', ';');
        String protocol = url.protocol().isEmpty() ? "tcp" : url.protocol();
        boolean server = protocol.equals("tcp") || protocol.equals("ssl");
        String place = server ? "//" + url.authority() + url.path() : url.path().replaceFirst("^/", "");
        return PREFIX + protocol + ":" + place + settings;
    }

    @Override
    public String resolved(String jdbcUrl, Path directory) {
        requireName(jdbcUrl);
        String address = jdbcUrl.substring(PREFIX.length());
        String protocol = address.startsWith(FILE) ? FILE : "";
        int semicolon = address.indexOf(';');
        String file = address.substring(protocol.length(), semicolon < 0 ? address.length() : semicolon);
        if (!file.startsWith("./") && !file.startsWith("../")) {
            return jdbcUrl;
        }
        String settings = semicolon < 0 ? "" : address.substring(semicolon);
        return PREFIX + protocol + directory.resolve(file).normalize() + settings;
    }

    /** Without a name, a database belongs to one connection. To H2 a question mark is part of the name. */
    private static void requireName(String jdbcUrl) {
        Matcher place = PLACE.matcher(jdbcUrl);
        if (!place.matches()) {
            return;
        }
        String name = place.group("name");
        if (name.isEmpty()) {
            throw UrlParameters.refused(
                    "The url names no database.",
                    "Write its name, as in jdbc:h2:./shop for a file in the project's directory, jdbc:h2:mem:shop or"
                            + " jdbc:h2:tcp://host/shop.");
        }
        if (name.contains("?")) {
            throw UrlParameters.refused(
                    "The url has a question mark, which H2 takes for a part of the database's name.",
                    "Write a semicolon before each setting, as in jdbc:h2:./shop;MODE=PostgreSQL.");
        }
    }

    /**
     * H2 writes a trace file beside the database for each error, even if a query only tests whether it fails; not for a server's database.
     */
    @Override
    public String opened(String jdbcUrl, Driver driver) {
        boolean server = REMOTE.matcher(jdbcUrl).lookingAt();
        boolean decided = jdbcUrl.toUpperCase(Locale.ROOT).contains(";" + TRACE + "=");
        return server || decided ? jdbcUrl : jdbcUrl + ";" + TRACE + "=0";
    }

    @Override
    public boolean isDeniedAddition(SQLException failure) {
        return failure.getErrorCode() == ADMIN_RIGHTS_REQUIRED;
    }

    /**
     * While one process becomes the server of a file, the others find neither the file free nor the server running, and when it ends, they
     * lose their connections.
     */
    @Override
    public boolean isChangingHands(String jdbcUrl, Throwable failure) {
        return SHARED.matcher(jdbcUrl).find()
                && (failure instanceof LockLostException
                        || (failure instanceof SQLException said
                                && (OPENED_BY_ANOTHER.contains(said.getErrorCode())
                                        || H2Failures.INSTANCE.isLost(said))));
    }

    @Override
    public String withoutLogin(String jdbcUrl, boolean user, boolean password) {
        String rest = user ? USER.matcher(jdbcUrl).replaceAll("") : jdbcUrl;
        return password ? PASSWORD.matcher(rest).replaceAll("") : rest;
    }

    @Override
    public Map<String, String> watching(String jdbcUrl, Driver driver, Duration readTimeout) {
        return readTimeout.isZero()
                        || !REMOTE.matcher(jdbcUrl).lookingAt()
                        || NETWORK_TIMEOUT.matcher(jdbcUrl).find()
                ? Map.of()
                : Map.of("NETWORK_TIMEOUT", String.valueOf(readTimeout.toMillis()));
    }

    @Override
    public boolean claims(Server server) {
        return server.product().equals(H2Dialect.PRODUCT);
    }

    @Override
    public Dialect create(DatabaseVersion version) {
        return H2Dialect.of(version, H2Settings.STANDARD, STANDARD_SCHEMA, H2Provider.class.getClassLoader());
    }

    @Override
    public Dialect create(Connection connection) throws SQLException {
        ClassLoader driver = connection.unwrap(Connection.class).getClass().getClassLoader();
        return H2Dialect.of(DatabaseVersion.of(connection), H2Settings.of(connection), connection.getSchema(), driver);
    }
}
