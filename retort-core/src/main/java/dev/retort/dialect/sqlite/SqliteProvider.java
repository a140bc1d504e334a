package dev.retort.dialect.sqlite;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.operation.DialectName;

/** Makes the dialects of SQLite. */
public final class SqliteProvider implements DialectProvider {

    static final DialectName NAME = new DialectName("sqlite");

    @Override
    public DialectName name() {
        return NAME;
    }

    @Override
    public boolean acceptsUrl(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:sqlite:");
    }

    @Override
    public boolean acceptsProduct(String productName) {
        return productName.equals(SqliteDialect.PRODUCT);
    }

    @Override
    public Dialect create(DatabaseVersion version) {
        return new SqliteDialect(version);
    }
}
