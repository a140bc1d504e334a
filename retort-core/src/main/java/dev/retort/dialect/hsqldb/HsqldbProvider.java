package dev.retort.dialect.hsqldb;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.DeploymentUrl;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.dialect.Server;
import dev.retort.dialect.UrlParameters;
import dev.retort.operation.DialectName;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlSyntax.Feature;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Creates the dialects of HSQLDB. */
public final class HsqldbProvider implements DialectProvider {

    static final DialectName NAME = new DialectName("hsqldb");

    /** https://hsqldb.org/doc/2.0/guide/sqlgeneral-chapt.html */
    static final SqlSyntax SYNTAX = SqlSyntax.COMMON
            .without(Feature.NESTED_COMMENTS, Feature.DOLLAR_QUOTES)
            .with(Feature.SLASH_COMMENTS);

    private static final String PRODUCT_NAME = "HSQL Database Engine";
    static final String STANDARD_SCHEMA = "PUBLIC";
    private static final String PREFIX = "jdbc:hsqldb:";
    private static final String FILE = "file:";

    /** A database's place and name: https://hsqldb.org/doc/2.0/guide/dbproperties-chapt.html */
    private static final Pattern PLACE = Pattern.compile(PREFIX
            + "(?<protocol>(?:hsqls?|https?):(?://[^/;]*/?)?|(?:file|mem|res):)?(?<name>[^;]*)(?<settings>;.*)?");

    private static final Pattern USER = Pattern.compile("(?i);user=[^;]*");
    private static final Pattern PASSWORD = Pattern.compile("(?i);password=[^;]*");
    private static final Pattern SHUTDOWN = Pattern.compile("(?i);shutdown=");

    /** "Database lock acquisition failure". */
    private static final int OPENED_BY_ANOTHER = -451;

    @Override
    public DialectName name() {
        return NAME;
    }

    @Override
    public boolean acceptsUrl(String jdbcUrl) {
        return jdbcUrl.startsWith(PREFIX);
    }

    /** {@code r2dbc:hsqldb:mem:///shop}; without a protocol it is a server. */
    @Override
    public String jdbcUrl(DeploymentUrl url) {
        String settings = url.query().isEmpty() ? "" : ";" + url.query().replace('&', ';');
        String protocol = url.protocol().isEmpty() ? "hsql" : url.protocol();
        boolean server = protocol.startsWith("hsql") || protocol.startsWith("http");
        String place = server ? "//" + url.authority() + url.path() : url.path().replaceFirst("^/", "");
        return PREFIX + protocol + ":" + place + settings;
    }

    /** A url without a protocol is a file too. */
    @Override
    public String resolved(String jdbcUrl, Path directory) {
        Matcher place = PLACE.matcher(jdbcUrl);
        if (!place.matches()) {
            return jdbcUrl;
        }
        String protocol = place.group("protocol");
        String name = place.group("name");
        boolean server = protocol != null && protocol.startsWith("h");
        if (name.isEmpty() && !server) {
            throw UrlParameters.refused(
                    "The url names no database.",
                    "Write its name, as in jdbc:hsqldb:file:./shop for files in the project's directory, jdbc:hsqldb:mem:shop"
                            + " or jdbc:hsqldb:hsql://host/shop.");
        }
        if (name.contains("?")) {
            throw UrlParameters.refused(
                    "The url has a question mark, which HSQLDB takes for a part of the database's name.",
                    "Write a semicolon before each property, as in jdbc:hsqldb:file:./shop;hsqldb.tx=mvcc.");
        }
        if (!FILE.equals(protocol) || name.startsWith("~") || name.contains("${")) {
            return jdbcUrl;
        }
        String settings = place.group("settings") == null ? "" : place.group("settings");
        return PREFIX + FILE + directory.resolve(name).normalize() + settings;
    }

    /**
     * A database in files is closed with its last connection, which writes everything to the files and lets another process open them at
     * once. The property has an effect only for the connection that opens the database.
     */
    @Override
    public String opened(String jdbcUrl, Driver driver) {
        boolean file = jdbcUrl.startsWith(PREFIX + FILE);
        return file && !SHUTDOWN.matcher(jdbcUrl).find() ? jdbcUrl + ";shutdown=true" : jdbcUrl;
    }

    @Override
    public Optional<String> remedyOfRefusal(String jdbcUrl, SQLException failure) {
        return failure.getErrorCode() == OPENED_BY_ANOTHER
                ? Optional.of(
                        "The files belong to one process at a time: end the other one, or have it serve the database to both"
                                + " (jdbc:hsqldb:hsql:).")
                : Optional.empty();
    }

    @Override
    public String withoutLogin(String jdbcUrl, boolean user, boolean password) {
        String rest = user ? USER.matcher(jdbcUrl).replaceAll("") : jdbcUrl;
        return password ? PASSWORD.matcher(rest).replaceAll("") : rest;
    }

    @Override
    public boolean claims(Server server) {
        return server.product().equals(PRODUCT_NAME);
    }

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    @Override
    public Dialect create(DatabaseVersion version) {
        return HsqldbDialect.of(version, STANDARD_SCHEMA);
    }

    @Override
    public Dialect create(Connection connection) throws SQLException {
        return HsqldbDialect.of(DatabaseVersion.of(connection), connection.getSchema());
    }
}
