package dev.retort.dialect.sqlite;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.DeploymentUrl;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.dialect.Server;
import dev.retort.error.ConfigurationException;
import dev.retort.operation.DialectName;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlSyntax.Feature;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Optional;

/** Creates the dialects of SQLite. */
public final class SqliteProvider implements DialectProvider {

    static final DialectName NAME = new DialectName("sqlite");
    static final SqlSyntax SYNTAX =
            SqlSyntax.COMMON.with(Feature.NAMES_IN_BRACKETS).without(Feature.NESTED_COMMENTS, Feature.DOLLAR_QUOTES);

    static final String PREFIX = "jdbc:sqlite:";
    private static final String MEMORY = ":memory:";

    /** The property by which the launcher says where it has laid the native library of the driver that comes with Retort. */
    private static final String LAID_READY = "retort.sqlite.library";

    /** The driver's own property for the directory of its library; without it the driver unpacks one. */
    private static final String LIBRARY = "org.sqlite.lib.path";

    @Override
    public DialectName name() {
        return NAME;
    }

    @Override
    public boolean acceptsUrl(String jdbcUrl) {
        return jdbcUrl.startsWith(PREFIX);
    }

    /** Three slashes precede a relative path and four before an absolute one; without a path the database is in memory. */
    @Override
    public String jdbcUrl(DeploymentUrl url) {
        if (!url.authority().isEmpty() || url.user() != null) {
            throw new ConfigurationException(
                    "url",
                    "The url " + url + " has a host or a login, but a database of SQLite is a file.",
                    null,
                    "Write sqlite://" + (url.authority().isEmpty() ? "" : "/" + url.authority()) + url.path()
                            + " for a file in the project's directory, with a fourth slash for an absolute path.");
        }
        String file = url.path().isEmpty() ? "" : url.path().substring(1);
        return PREFIX + (file.isEmpty() ? MEMORY : file) + (url.query().isEmpty() ? "" : "?" + url.query());
    }

    @Override
    public String resolved(String jdbcUrl, Path directory) {
        SqliteUrl.requireName(jdbcUrl);
        return file(jdbcUrl)
                .map(file -> PREFIX
                        + directory.resolve(file).normalize()
                        + jdbcUrl.substring(PREFIX.length() + file.length()))
                .orElse(jdbcUrl);
    }

    /** The file of an address as it is there; empty for a database in memory and for an address of SQLite's own form. */
    private static Optional<String> file(String jdbcUrl) {
        String address = jdbcUrl.substring(PREFIX.length());
        int question = address.indexOf('?');
        String file = question < 0 ? address : address.substring(0, question);
        return file.isEmpty() || file.startsWith(":") || file.startsWith("file:")
                ? Optional.empty()
                : Optional.of(file);
    }

    @Override
    public Optional<String> remedyOfRefusal(String jdbcUrl, SQLException failure) {
        return SqliteFailures.INSTANCE.isDenied(failure)
                ? file(jdbcUrl).map(file -> FileRights.remedy(Path.of(file)))
                : Optional.empty();
    }

    /** A driver from elsewhere may be of another version than the library that the launcher knows. */
    @Override
    public String opened(String jdbcUrl, Driver driver) {
        SqliteUrl.requireKnown(jdbcUrl, driver);
        String ready = System.getProperty(LAID_READY);
        boolean companion = driver.getClass().getClassLoader() == SqliteProvider.class.getClassLoader();
        if (ready != null && companion && System.getProperty(LIBRARY) == null) {
            System.setProperty(LIBRARY, ready);
        }
        return jdbcUrl;
    }

    @Override
    public boolean claims(Server server) {
        return server.product().equals(SqliteDialect.PRODUCT);
    }

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    @Override
    public Dialect create(DatabaseVersion version) {
        return SqliteDialect.of(version);
    }
}
