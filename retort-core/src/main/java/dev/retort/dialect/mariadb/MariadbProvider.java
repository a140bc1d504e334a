package dev.retort.dialect.mariadb;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.DeploymentUrl;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.dialect.KnownSyntaxes;
import dev.retort.operation.DialectName;
import dev.retort.sql.SqlSyntax;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the dialects of MariaDB. */
public final class MariadbProvider implements DialectProvider {

    static final DialectName NAME = new DialectName("mariadb");
    static final SqlSyntax SYNTAX = KnownSyntaxes.MYSQL;

    private static final String OWN = "jdbc:mariadb:";
    private static final String MYSQL = "jdbc:mysql:";

    /** Called by the service loader. */
    public MariadbProvider() {}

    @Override
    public DialectName name() {
        return NAME;
    }

    @Override
    public boolean acceptsUrl(String jdbcUrl) {
        return jdbcUrl.startsWith(OWN) || jdbcUrl.startsWith(MYSQL);
    }

    @Override
    public Set<String> urlSchemes() {
        return Set.of("mariadb", "mysql");
    }

    @Override
    public String jdbcUrl(DeploymentUrl url) {
        return url.toJdbc(url.scheme());
    }

    @Override
    public String resolved(String jdbcUrl, Path directory) {
        return MariadbUrl.inDriversWords(jdbcUrl);
    }

    /** MySQL's driver knows no more of the keep-alive than that there is one. */
    @Override
    public Map<String, String> watching(String jdbcUrl, Driver driver, Duration readTimeout) {
        Map<String, String> properties = new HashMap<>();
        properties.put("connectTimeout", String.valueOf(LOGIN_TIMEOUT.toMillis()));
        properties.put("tcpKeepAlive", "true");
        if (jdbcUrl.startsWith(OWN)) {
            properties.put("tcpKeepIdle", String.valueOf(KEEP_ALIVE_IDLE.toSeconds()));
            properties.put("tcpKeepInterval", String.valueOf(KEEP_ALIVE_INTERVAL.toSeconds()));
            properties.put("tcpKeepCount", String.valueOf(KEEP_ALIVE_COUNT));
        }
        if (!readTimeout.isZero()) {
            properties.put("socketTimeout", String.valueOf(readTimeout.toMillis()));
        }
        return properties;
    }

    /** MariaDB's driver speaks the protocol of MySQL, but refuses its addresses. */
    @Override
    public Optional<String> substitute(String jdbcUrl) {
        return jdbcUrl.startsWith(MYSQL) ? Optional.of(OWN + jdbcUrl.substring(MYSQL.length())) : Optional.empty();
    }

    @Override
    public boolean acceptsProduct(String productName) {
        return productName.equals("MariaDB");
    }

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    @Override
    public Dialect create(DatabaseVersion version) {
        return new MariadbDialect(version, MariadbSession.UNKNOWN);
    }

    @Override
    public Dialect create(Connection connection) throws SQLException {
        return new MariadbDialect(DatabaseVersion.of(connection), MariadbSession.of(connection));
    }
}
