package dev.retort.dialect.postgresql;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.operation.DialectName;
import java.nio.file.Path;
import java.sql.Driver;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Makes the dialects of PostgreSQL. */
public final class PostgresqlProvider implements DialectProvider {

    static final DialectName NAME = new DialectName("postgresql");

    static final String PREFIX = "jdbc:postgresql:";

    /** Called by the service loader. */
    public PostgresqlProvider() {}

    @Override
    public DialectName name() {
        return NAME;
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

    /** The driver leaves idle time and interval of the keep-alive to the system, two hours on Linux, so the sockets are made here. */
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

    @Override
    public boolean acceptsProduct(String productName) {
        return productName.equals("PostgreSQL");
    }

    @Override
    public Dialect create(DatabaseVersion version) {
        return new PostgresqlDialect(version);
    }
}
