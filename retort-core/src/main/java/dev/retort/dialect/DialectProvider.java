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

/** Creates the dialects of one database product; a service. */
public interface DialectProvider {

    /** The login timeout of connections that Retort opens. */
    Duration LOGIN_TIMEOUT = Duration.ofSeconds(30);

    /** How long a connection that Retort opens may be idle before its peer is probed. */
    Duration KEEP_ALIVE_IDLE = Duration.ofSeconds(30);

    /** The interval between probes without an answer. */
    Duration KEEP_ALIVE_INTERVAL = Duration.ofSeconds(10);

    /** The number of probes before the connection is closed: one minute after the last sign of the peer. */
    int KEEP_ALIVE_COUNT = 3;

    DialectName name();

    /**
     * Whether a url is one of this product, as far as the url tells.
     *
     * @param jdbcUrl a url that begins with {@code jdbc:}
     */
    boolean acceptsUrl(String jdbcUrl);

    /** The schemes of deployment urls for this product, such as {@code postgres}. The default is its name. */
    default Set<String> urlSchemes() {
        return Set.of(name().value());
    }

    /** The JDBC url for a deployment url with one of {@link #urlSchemes()}. */
    default String jdbcUrl(DeploymentUrl url) {
        return url.toJdbc(name().value());
    }

    /**
     * A url with the driver's own parameters, and with the relative path of a file made absolute. The default is the url itself.
     *
     * @param jdbcUrl a url that {@link #acceptsUrl} accepts
     * @param directory what relative paths are relative to
     * @throws dev.retort.error.ConfigurationException for parameters that the driver would ignore
     */
    default String resolved(String jdbcUrl, Path directory) {
        return jdbcUrl;
    }

    /**
     * The url for the driver, if it needs more than the one that is shown. The default is the same.
     *
     * @param jdbcUrl a url that {@link #acceptsUrl} accepts
     * @param driver the driver that will open the connection
     */
    default String opened(String jdbcUrl, Driver driver) {
        return jdbcUrl;
    }

    /** Whether the user may not set what {@link #opened} adds, so that the url has to be tried without. The default is no. */
    default boolean isDeniedAddition(SQLException failure) {
        return false;
    }

    /**
     * A url without user or password, which a driver would prefer to those that are given separately. The default removes parameters after
     * the question mark.
     *
     * @param jdbcUrl a url that {@link #acceptsUrl} accepts
     * @param user whether to remove the user
     * @param password whether to remove the password
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
     * the address says itself wins. The default, for databases that are files, is none.
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
     * may succeed a moment later. The default is no.
     *
     * @param jdbcUrl an address that {@link #acceptsUrl} accepts
     * @param failure what the driver said, or the loss of the lock
     */
    default boolean isChangingHands(String jdbcUrl, Throwable failure) {
        return false;
    }

    /**
     * What somebody has to do so that the database can be opened, as a sentence, where that can be told. The default is that it cannot.
     *
     * @param jdbcUrl an address that {@link #acceptsUrl} accepts
     * @param failure what the driver said
     */
    default Optional<String> remedyOfRefusal(String jdbcUrl, SQLException failure) {
        return Optional.empty();
    }

    /**
     * Says why the driver does not accept an address, where that can be told. The default is that it cannot.
     *
     * @param jdbcUrl an address that {@link #acceptsUrl} accepts
     * @throws dev.retort.error.ConfigurationException when it can
     */
    default void explainRejection(String jdbcUrl) {}

    /**
     * The address by which this product's driver serves another product, for when that product's own driver is missing. The default is no.
     *
     * @param jdbcUrl an address that no driver accepts
     */
    default Optional<String> substitute(String jdbcUrl) {
        return Optional.empty();
    }

    /**
     * The product that this one is a cousin of: it speaks its protocol, so that drivers take it for that, and is asked before it whether a
     * server is its own. The default is none.
     */
    default Optional<DialectName> parent() {
        return Optional.empty();
    }

    /** Whether Retort works with it; else it is known only to be refused by its name. The default is yes. */
    default boolean isSupported() {
        return true;
    }

    /**
     * Whether a server is this product.
     *
     * @throws SQLException when it does not answer
     */
    boolean claims(Server server) throws SQLException;

    /** How this product reads SQL. The default is what most databases agree on. */
    default SqlSyntax syntax() {
        return SqlSyntax.COMMON;
    }

    /** The dialect of a version. */
    Dialect create(DatabaseVersion version);

    /**
     * The dialect of a live connection, to a server that is {@linkplain #claims this product}. The default is the dialect of the version it
     * reports; a database whose settings decide more than that asks the connection.
     *
     * @throws SQLException when the database does not answer
     */
    default Dialect create(Connection connection) throws SQLException {
        return create(DatabaseVersion.of(connection));
    }
}
