package dev.retort.dialect;

import dev.retort.operation.DialectName;
import dev.retort.sql.SqlSyntax;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the dialects of one database product; found as a service. */
public interface DialectProvider {

    /** How long a login on a connection of Retort's own may take. */
    Duration LOGIN_TIMEOUT = Duration.ofSeconds(30);

    /** How long a connection of Retort's own is idle before its peer is asked whether it is there. */
    Duration KEEP_ALIVE_IDLE = Duration.ofSeconds(30);

    /** How long an answer to that is waited for before the peer is asked again. */
    Duration KEEP_ALIVE_INTERVAL = Duration.ofSeconds(10);

    /** How often the peer is asked before the connection is given up: one minute after its last sign. */
    int KEEP_ALIVE_COUNT = 3;

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
     * An address in the words of the driver, in which a relative path of a file is made absolute. The standard answer is the address.
     *
     * @param jdbcUrl an address that {@link #acceptsUrl} accepts
     * @param directory what relative paths are relative to
     * @throws dev.retort.error.ConfigurationException for parameters that the driver would ignore
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

    /** Whether the login may not say what {@link #opened} adds, so that the address is to be tried without. The standard answer is no. */
    default boolean isDeniedAddition(SQLException failure) {
        return false;
    }

    /**
     * An address without what it says of the login, which a driver would take before what it is given beside the address. The standard
     * answer leaves out parameters behind the question mark.
     *
     * @param jdbcUrl an address that {@link #acceptsUrl} accepts
     * @param user whether to leave out the user
     * @param password whether to leave out the password
     */
    default String withoutLogin(String jdbcUrl, boolean user, boolean password) {
        return user || password
                ? UrlParameters.of(jdbcUrl)
                        .asDesired((name, value) ->
                                (user && name.equals("user")) || (password && name.equals("password")) ? "" : name)
                : jdbcUrl;
    }

    /**
     * The properties of the driver by which a connection of Retort's own notices a peer that is silent, while it logs in and after. What
     * the address says itself wins. The standard answer, for databases that are files, is none.
     *
     * @param jdbcUrl an address that {@link #acceptsUrl} accepts
     * @param driver the driver, which is about to be asked for a connection
     * @param readTimeout how long an answer may take; zero for as long as it takes
     */
    default Map<String, String> watching(String jdbcUrl, Driver driver, Duration readTimeout) {
        return Map.of();
    }

    /**
     * Whether a connection was refused or lost only because others are opening or closing the database at the same time, so that the same
     * may succeed a moment later. The standard answer is no.
     *
     * @param jdbcUrl an address that {@link #acceptsUrl} accepts
     * @param failure what the driver said, or the loss of the lock
     */
    default boolean isChangingHands(String jdbcUrl, Throwable failure) {
        return false;
    }

    /**
     * What somebody has to do so that the database can be opened, as a sentence, where that can be told. The standard answer is that it
     * cannot.
     *
     * @param jdbcUrl an address that {@link #acceptsUrl} accepts
     * @param failure what the driver said
     */
    default Optional<String> remedyOfRefusal(String jdbcUrl, SQLException failure) {
        return Optional.empty();
    }

    /**
     * Says why the driver does not accept an address, where that can be told. The standard answer is that it cannot.
     *
     * @param jdbcUrl an address that {@link #acceptsUrl} accepts
     * @throws dev.retort.error.ConfigurationException when it can
     */
    default void explainRejection(String jdbcUrl) {}

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
     * The product that this one is a cousin of: it speaks its protocol, so that drivers take it for that, and is asked before it whether a
     * server is its own. The standard answer is none.
     */
    default Optional<DialectName> parent() {
        return Optional.empty();
    }

    /** Whether Retort works with it; else it is known only to be refused by its name. The standard answer is yes. */
    default boolean isSupported() {
        return true;
    }

    /**
     * Whether a server is this product.
     *
     * @throws SQLException when it does not answer
     */
    boolean claims(Server server) throws SQLException;

    /** How this product reads SQL. The standard answer is what most databases agree on. */
    default SqlSyntax syntax() {
        return SqlSyntax.COMMON;
    }

    /** The dialect of a version. */
    Dialect create(DatabaseVersion version);

    /**
     * The dialect of a live connection, to a server that is {@linkplain #claims this product}. The standard answer is the dialect of the
     * version it reports; a database whose settings decide more than that asks the connection.
     *
     * @throws SQLException when the database does not answer
     */
    default Dialect create(Connection connection) throws SQLException {
        return create(DatabaseVersion.of(connection));
    }
}
