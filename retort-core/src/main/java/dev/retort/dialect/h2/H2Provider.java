package dev.retort.dialect.h2;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.operation.DialectName;
import java.sql.Connection;
import java.sql.SQLException;

/** Makes the dialects of H2. */
public final class H2Provider implements DialectProvider {

    static final DialectName NAME = new DialectName("h2");

    @Override
    public DialectName name() {
        return NAME;
    }

    @Override
    public boolean acceptsUrl(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:h2:");
    }

    @Override
    public boolean acceptsProduct(String productName) {
        return productName.equals(H2Dialect.PRODUCT);
    }

    @Override
    public Dialect create(DatabaseVersion version) {
        return new H2Dialect(version, H2Settings.STANDARD, H2Provider.class.getClassLoader());
    }

    @Override
    public Dialect create(Connection connection) throws SQLException {
        ClassLoader driver = connection.unwrap(Connection.class).getClass().getClassLoader();
        return new H2Dialect(DatabaseVersion.of(connection), H2Settings.of(connection), driver);
    }
}
