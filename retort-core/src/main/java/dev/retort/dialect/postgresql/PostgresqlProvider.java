package dev.retort.dialect.postgresql;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.operation.DialectName;
import java.util.Set;

/** Makes the dialects of PostgreSQL. */
public final class PostgresqlProvider implements DialectProvider {

    static final DialectName NAME = new DialectName("postgresql");

    /** Called by the service loader. */
    public PostgresqlProvider() {}

    @Override
    public DialectName name() {
        return NAME;
    }

    @Override
    public boolean acceptsUrl(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:postgresql:");
    }

    @Override
    public Set<String> urlSchemes() {
        return Set.of("postgresql", "postgres");
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
