package dev.retort.dialect.mysql;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.DeploymentUrl;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.dialect.Server;
import dev.retort.dialect.mariadb.MariadbProvider;
import dev.retort.dialect.mariadb.MariadbSession;
import dev.retort.operation.DialectName;
import dev.retort.sql.SqlSyntax;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Creates the dialects of MySQL. A server of MariaDB may be reached by its addresses too; an open connection tells the two apart, and its
 * own driver or that of MariaDB opens it.
 */
public final class MysqlProvider implements DialectProvider {

    /** Its name in revision files and settings. */
    public static final DialectName NAME = new DialectName("mysql");

    static final String PRODUCT = "MySQL";

    private static final String URL = "jdbc:mysql:";
    private static final MariadbProvider MARIADB = new MariadbProvider();

    /** Called by the service loader. */
    public MysqlProvider() {}

    @Override
    public DialectName name() {
        return NAME;
    }

    @Override
    public Optional<DialectName> parent() {
        return Optional.of(MariadbProvider.NAME);
    }

    @Override
    public boolean acceptsUrl(String jdbcUrl) {
        return jdbcUrl.startsWith(URL);
    }

    @Override
    public Set<String> urlSchemes() {
        return Set.of("mysql");
    }

    @Override
    public String jdbcUrl(DeploymentUrl url) {
        return MARIADB.jdbcUrl(url);
    }

    @Override
    public String resolved(String jdbcUrl, Path directory) {
        return MARIADB.resolved(jdbcUrl, directory);
    }

    @Override
    public Map<String, String> watching(String jdbcUrl, Driver driver, Duration readTimeout) {
        return MARIADB.watching(jdbcUrl, driver, readTimeout);
    }

    /** Its driver takes MariaDB for MySQL, which says in its version that it is not. */
    @Override
    public boolean claims(Server server) {
        return server.product().equals(PRODUCT) && !MARIADB.claims(server);
    }

    @Override
    public SqlSyntax syntax() {
        return MariadbProvider.SYNTAX;
    }

    @Override
    public Dialect create(DatabaseVersion version) {
        return MysqlDialect.of(version, MariadbSession.UNKNOWN);
    }

    @Override
    public Dialect create(Connection connection) throws SQLException {
        return MysqlDialect.of(DatabaseVersion.of(connection), MariadbSession.of(connection));
    }
}
