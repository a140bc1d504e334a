package dev.retort.dialect.postgresql;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.dialect.Server;
import dev.retort.operation.DialectName;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlSyntax.Feature;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Creates the dialects of PostgreSQL. */
public final class PostgresqlProvider implements DialectProvider {

    /** https://www.postgresql.org/docs/current/sql-createoperator.html */
    static final SqlSyntax SYNTAX = SqlSyntax.COMMON.with(Feature.BACKTICK_OPERATORS);

    static final DialectName NAME = new DialectName("postgresql");

    static final String PREFIX = "jdbc:postgresql:";

    /** What YugabyteDB, Amazon Redshift and Greenplum report in {@code version()}. */
    private static final Set<String> COUSINS = Set.of("-YB-", "Redshift", "Greenplum");

    /** Called by the service loader. */
    public PostgresqlProvider() {}

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

    @Override
    public Set<String> urlSchemes() {
        return Set.of("postgresql", "postgres");
    }

    @Override
    public String resolved(String jdbcUrl, Path directory) {
        return PostgresqlUrl.inDriversWords(jdbcUrl);
    }

    @Override
    public String opened(String jdbcUrl, Driver driver) {
        PostgresqlUrl.requireKnown(jdbcUrl, driver);
        return jdbcUrl;
    }

    @Override
    public void explainRejection(String jdbcUrl) {
        PostgresqlUrl.requireService(jdbcUrl);
    }

    /** The driver leaves idle time and interval of the keepalive to the system, two hours on Linux, so a socket factory sets them. */
    @Override
    public Map<String, String> watching(String jdbcUrl, Driver driver, Duration readTimeout) {
        Map<String, String> properties = new HashMap<>();
        properties.put("loginTimeout", String.valueOf(LOGIN_TIMEOUT.toSeconds()));
        properties.put("tcpKeepAlive", "true");
        if (WatchedSockets.canBeUsedBy(driver)) {
            properties.put("socketFactory", WatchedSockets.class.getName());
        }
        if (!readTimeout.isZero()) {
            properties.put("socketTimeout", String.valueOf(readTimeout.toSeconds()));
        }
        return properties;
    }

    /** Other databases with its protocol report its name; some of them add their own. */
    @Override
    public boolean claims(Server server) throws SQLException {
        return server.product().equals(PostgresqlDialect.PRODUCT)
                && server.says().startsWith(PostgresqlDialect.PRODUCT + " ")
                && COUSINS.stream().noneMatch(server.says()::contains);
    }

    @Override
    public Dialect create(DatabaseVersion version) {
        return PostgresqlDialect.of(version);
    }
}
