package dev.retort.dialect;

import dev.retort.operation.DialectName;

/** Makes the dialects of one database product; found as a service. */
public interface DialectProvider {

    DialectName name();

    /**
     * Whether connections with this address are to this product, as far as the address tells.
     *
     * @param jdbcUrl an address that begins with {@code jdbc:}
     */
    boolean acceptsUrl(String jdbcUrl);

    /**
     * Whether this is the product that a connection reports.
     *
     * @param productName what {@link java.sql.DatabaseMetaData#getDatabaseProductName()} says
     */
    boolean acceptsProduct(String productName);

    /** The dialect of a version. */
    Dialect create(DatabaseVersion version);
}
