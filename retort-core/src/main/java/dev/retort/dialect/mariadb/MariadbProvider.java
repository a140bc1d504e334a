package dev.retort.dialect.mariadb;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.DeploymentUrl;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.dialect.Server;
import dev.retort.operation.DialectName;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlSyntax.Feature;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Creates the dialects of MariaDB. */
public final class MariadbProvider implements DialectProvider {

    /** Its name in revision files and settings. */
    public static final DialectName NAME = new DialectName("mariadb");

    /** How it reads SQL. */
    public static final SqlSyntax SYNTAX = SqlSyntax.COMMON
            .with(
                    Feature.HASH_COMMENTS,
                    Feature.BACKSLASHES,
                    Feature.TEXTS_IN_DOUBLE_QUOTES,
                    Feature.DELIMITER_COMMAND,
                    Feature.COMPOUND_STATEMENTS)
            .without(Feature.NESTED_COMMENTS, Feature.DOLLAR_QUOTES);

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
        return jdbcUrl.startsWith(OWN);
    }

    @Override
    public Set<String> urlSchemes() {
        return Set.of("mariadb");
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

    /** MySQL's driver takes it for MySQL. */
    @Override
    public boolean claims(Server server) {
        return server.product().equals(MariadbDialect.PRODUCT)
                || (server.product().equals("MySQL") && server.versionText().contains(MariadbDialect.PRODUCT));
    }

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    @Override
    public Dialect create(DatabaseVersion version) {
        return MariadbDialect.of(version, MariadbSession.UNKNOWN);
    }

    @Override
    public Dialect create(Connection connection) throws SQLException {
        return MariadbDialect.of(DatabaseVersion.of(connection), MariadbSession.of(connection));
    }
}
