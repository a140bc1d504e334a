package dev.retort.dialect;

import dev.retort.operation.DialectName;
import dev.retort.sql.SqlSyntax;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Makes the dialects of one database product; found as a service. */
public interface DialectProvider {

    DialectName name();

    /**
     * Whether connections with this address are to this product, as far as the address tells.
     *
     * @param jdbcUrl an address that begins with {@code jdbc:}
     */
    boolean acceptsUrl(String jdbcUrl);

    /** The schemes of deployment addresses that mean this product, such as {@code postgres}. The standard answer is its name. */
    default Set<String> urlSchemes() {
        return Set.of(name().value());
    }

    /** The JDBC form of a deployment address with one of {@link #urlSchemes()}. */
    default String jdbcUrl(DeploymentUrl url) {
        return url.toJdbc(name().value());
    }

    /**
     * An address in which a relative path of a file is made absolute. The standard answer, for databases that are no files, is the address.
     *
     * @param jdbcUrl an address that {@link #acceptsUrl} accepts
     * @param directory what relative paths are relative to
     */
    default String resolved(String jdbcUrl, Path directory) {
        return jdbcUrl;
    }

    /**
     * The address that the driver is given, where it needs more than the one that is shown. The standard answer is the same.
     *
     * @param jdbcUrl an address that {@link #acceptsUrl} accepts
     * @param driver the driver, which is about to be asked for a connection
     */
    default String opened(String jdbcUrl, Driver driver) {
        return jdbcUrl;
    }

    /**
     * The address by which this product's driver serves another product, for when that product's own driver is missing. The standard
     * answer is that it does not.
     *
     * @param jdbcUrl an address that no driver accepts
     */
    default Optional<String> substitute(String jdbcUrl) {
        return Optional.empty();
    }

    /**
     * Whether this is the product that a connection reports.
     *
     * @param productName what {@link java.sql.DatabaseMetaData#getDatabaseProductName()} says
     */
    boolean acceptsProduct(String productName);

    /** How this product reads SQL. The standard answer is what most databases agree on. */
    default SqlSyntax syntax() {
        return SqlSyntax.COMMON;
    }

    /** The dialect of a version. */
    Dialect create(DatabaseVersion version);

    /**
     * The dialect of a live connection. The standard answer is the dialect of the version it reports; a database whose settings decide
     * more than that asks the connection.
     *
     * @throws SQLException when the database does not answer
     */
    default Dialect create(Connection connection) throws SQLException {
        return create(DatabaseVersion.of(connection));
    }
}
