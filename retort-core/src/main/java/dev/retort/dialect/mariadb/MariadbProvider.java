package dev.retort.dialect.mariadb;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.operation.DialectName;

/** Makes the dialects of MariaDB. */
public final class MariadbProvider implements DialectProvider {

    static final DialectName NAME = new DialectName("mariadb");

    /** Called by the service loader. */
    public MariadbProvider() {}

    @Override
    public DialectName name() {
        return NAME;
    }

    @Override
    public boolean acceptsUrl(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:mariadb:");
    }

    @Override
    public boolean acceptsProduct(String productName) {
        return productName.equals("MariaDB");
    }

    @Override
    public Dialect create(DatabaseVersion version) {
        return new MariadbDialect(version);
    }
}
