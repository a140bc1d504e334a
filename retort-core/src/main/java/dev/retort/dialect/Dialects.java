package dev.retort.dialect;

import dev.retort.error.DatabaseAccessException;
import dev.retort.error.NearMatches;
import dev.retort.error.RetortException;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlSyntax.Feature;
import dev.retort.sql.SqlSyntaxes;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the dialect of a database. */
public final class Dialects {

    private static final Pattern JDBC_PRODUCT = Pattern.compile("jdbc:([A-Za-z0-9]+):");

    private final List<DialectProvider> providers;

    private Dialects(List<DialectProvider> providers) {
        this.providers = providers.stream()
                .sorted(Comparator.comparing(provider -> -generation(provider, providers)))
                .toList();
    }

    /** The number of products of which it is a cousin, directly or not. */
    private static int generation(DialectProvider provider, List<DialectProvider> all) {
        return all.stream()
                .filter(other -> provider.parent().equals(Optional.of(other.name())))
                .mapToInt(parent -> 1 + generation(parent, all))
                .findFirst()
                .orElse(0);
    }

    /** The dialects of some providers. */
    public static Dialects of(List<DialectProvider> providers) {
        return new Dialects(providers);
    }

    /** All dialects that a class loader sees. */
    public static Dialects loadedFrom(ClassLoader loader) {
        return new Dialects(ServiceLoader.load(DialectProvider.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /**
     * The dialect of a live connection, for the version that the server reports. Cousins of a product are asked first whether the server is
     * theirs.
     *
     * @throws DatabaseAccessException when the product is not known, or not supported
     * @throws SQLException when the server does not answer
     */
    public Dialect forConnection(Connection connection) throws SQLException {
        Server server = Server.of(connection);
        for (DialectProvider provider : providers) {
            if (provider.claims(server)) {
                Dialect dialect = provider.create(connection);
                if (provider.isSupported()) {
                    return dialect;
                }
                throw unsupported(dialect.displayName(), "which the server is");
            }
        }
        throw unknown("The database '" + server.describe() + "'", null);
    }

    /**
     * The dialect for a url, without connecting, for the newest version.
     *
     * @throws DatabaseAccessException when the product is not known
     */
    public Dialect forUrl(String jdbcUrl) {
        return find(provider -> provider.acceptsUrl(jdbcUrl))
                .orElseThrow(() -> unsupported(jdbcUrl)
                        .orElseGet(() -> unknown(
                                "The database of this url", meant(jdbcUrl).orElse(null))))
                .create(DatabaseVersion.NEWEST);
    }

    /**
     * The address for a url in any supported form.
     *
     * @param directory what the path of a database file is relative to
     * @param user overrides the user in the url unless null
     * @param password overrides the password in the url unless null
     * @throws DatabaseAccessException when the text is not a url of a known database
     */
    public DatabaseAddress address(String url, Path directory, @Nullable String user, @Nullable String password) {
        DatabaseAddress address = read(url, directory, user, password);
        UrlHosts.require(address.jdbcUrl());
        return find(provider -> provider.acceptsUrl(address.jdbcUrl()))
                .map(provider -> new DatabaseAddress(
                        provider.withoutLogin(address.jdbcUrl(), user != null, password != null),
                        address.user(),
                        address.password()))
                .orElse(address);
    }

    private DatabaseAddress read(String url, Path directory, @Nullable String user, @Nullable String password) {
        if (url.startsWith("jdbc:")) {
            return DatabaseAddress.ofJdbc(resolved(url, directory), user, password);
        }
        DeploymentUrl deployment = DeploymentUrl.parse(url)
                .orElseThrow(() -> unsupported(url)
                        .orElseGet(() -> new DatabaseAccessException(
                                "The url is not an address of a database.",
                                "It should look like jdbc:… or product://user:password@host:port/database.",
                                null)));
        DialectProvider provider = find(candidate -> candidate.urlSchemes().contains(deployment.scheme()))
                .orElseThrow(() -> unsupported(url)
                        .orElseGet(() -> unknown(
                                "The database '" + deployment.scheme() + "'",
                                nearest(deployment.scheme(), schemes()).orElse(null))));
        return new DatabaseAddress(
                resolved(provider.jdbcUrl(deployment), directory),
                user != null ? user : deployment.user(),
                password != null ? password : deployment.password());
    }

    /**
     * What must not be shown of a connection, also if {@link #address} refuses its url.
     *
     * @param url null for none
     */
    public Secrets secrets(@Nullable String url, @Nullable String user, @Nullable String password) {
        try {
            DatabaseAddress address = url == null ? null : address(url, Path.of(""), user, password);
            return Secrets.of(url, address, user, password, address != null && hasBackslashes(address.jdbcUrl()));
        } catch (RetortException e) {
            return Secrets.of(url, null, user, password, false);
        }
    }

    private boolean hasBackslashes(String jdbcUrl) {
        return find(provider -> provider.acceptsUrl(jdbcUrl))
                .filter(provider -> provider.syntax().has(Feature.BACKSLASHES))
                .isPresent();
    }

    /**
     * Says why the driver of a product does not accept an address, where that can be told.
     *
     * @throws dev.retort.error.ConfigurationException when it can
     */
    public void explainRejection(String jdbcUrl) {
        find(provider -> provider.acceptsUrl(jdbcUrl)).ifPresent(provider -> provider.explainRejection(jdbcUrl));
    }

    /** The url for the driver, for one that is shown. */
    public String opened(String jdbcUrl, Driver driver) {
        return find(provider -> provider.acceptsUrl(jdbcUrl))
                .map(provider -> provider.opened(jdbcUrl, driver))
                .orElse(jdbcUrl);
    }

    /** Whether the user may not set what {@link #opened} adds to a url. */
    public boolean isDeniedAddition(String jdbcUrl, SQLException failure) {
        return find(provider -> provider.acceptsUrl(jdbcUrl))
                .filter(provider -> provider.isDeniedAddition(failure))
                .isPresent();
    }

    /**
     * What a driver is told besides the login, so that a peer that is silent is noticed. What the address says itself is left out.
     *
     * @param readTimeout how long an answer may take; zero for as long as it takes
     */
    public Map<String, String> watching(String jdbcUrl, Driver driver, Duration readTimeout) {
        UrlParameters said = UrlParameters.of(jdbcUrl);
        Map<String, String> properties = new HashMap<>();
        find(provider -> provider.acceptsUrl(jdbcUrl))
                .ifPresent(provider -> properties.putAll(provider.watching(jdbcUrl, driver, readTimeout)));
        properties.keySet().removeIf(said::has);
        return properties;
    }

    /** Whether a connection was refused or lost only because others are opening or closing the database at the same time. */
    public boolean isChangingHands(String jdbcUrl, Throwable failure) {
        return find(provider -> provider.acceptsUrl(jdbcUrl))
                .filter(provider -> provider.isChangingHands(jdbcUrl, failure))
                .isPresent();
    }

    /** What somebody has to do so that a database can be opened, as a sentence, where its dialect can tell. */
    public Optional<String> remedyOfRefusal(String jdbcUrl, SQLException failure) {
        return find(provider -> provider.acceptsUrl(jdbcUrl))
                .flatMap(provider -> provider.remedyOfRefusal(jdbcUrl, failure));
    }

    /** The urls by which drivers of other products serve a url that no driver accepts. */
    public List<String> substitutes(String jdbcUrl) {
        return providers.stream()
                .flatMap(provider -> provider.substitute(jdbcUrl).stream())
                .toList();
    }

    private String resolved(String jdbcUrl, Path directory) {
        return find(provider -> provider.acceptsUrl(jdbcUrl))
                .map(provider -> provider.resolved(jdbcUrl, directory))
                .orElse(jdbcUrl);
    }

    /**
     * The dialect with a name, without a connection, for the newest version.
     *
     * @throws DatabaseAccessException when no dialect has the name
     */
    public Dialect named(String name) {
        return find(provider ->
                        provider.isSupported() && provider.name().value().equals(name))
                .orElseThrow(() -> unknown(
                        "The dialect '" + name + "'",
                        NearMatches.of(name, supported()).stream().findFirst().orElse(null)))
                .create(DatabaseVersion.NEWEST);
    }

    /**
     * Requires that the dialect of an open database has a name, so that what is meant for one database is not run on another.
     *
     * @throws DatabaseAccessException when it has another name
     */
    public void requireNamed(String name, Dialect dialect) {
        if (!dialect.isNamed(name)) {
            throw new DatabaseAccessException(
                    "The database is " + dialect.displayName() + ", and the setting 'dialect' says " + name + ".",
                    "Remove 'dialect': the database of an open connection is detected.",
                    null);
        }
    }

    /** The names of the databases that Retort works with, in order. */
    public List<String> supported() {
        return providers.stream()
                .filter(DialectProvider::isSupported)
                .map(provider -> provider.name().value())
                .sorted()
                .toList();
    }

    /** The syntaxes of all databases with a dialect, and of a few more. */
    public SqlSyntaxes syntaxes() {
        Map<String, SqlSyntax> byName = new HashMap<>(KnownSyntaxes.BY_NAME);
        providers.forEach(provider -> byName.put(provider.name().value(), provider.syntax()));
        return new SqlSyntaxes(byName);
    }

    private Optional<DialectProvider> find(Predicate<DialectProvider> test) {
        return providers.stream().filter(test).findFirst();
    }

    /** The prefix of a url that a mistyped one may have meant, such as {@code jdbc:postgresql:}. */
    public Optional<String> meant(String jdbcUrl) {
        Matcher product = JDBC_PRODUCT.matcher(jdbcUrl);
        if (!product.lookingAt()) {
            return Optional.empty();
        }
        Stream<String> accepted = schemes()
                .filter(scheme ->
                        find(provider -> provider.acceptsUrl(jdbc(scheme))).isPresent());
        return nearest(product.group(1), accepted).map(Dialects::jdbc);
    }

    private static String jdbc(String scheme) {
        return "jdbc:" + scheme + ":";
    }

    private Stream<String> schemes() {
        return providers.stream().flatMap(provider -> provider.urlSchemes().stream());
    }

    private static Optional<String> nearest(String typed, Stream<String> schemes) {
        return NearMatches.of(typed, schemes.sorted().toList()).stream().findFirst();
    }

    private DatabaseAccessException unknown(String what, @Nullable String meant) {
        return new DatabaseAccessException(
                what + " is not one that Retort knows.",
                (meant == null ? "" : "Did you mean '" + meant + "'? ") + "Known databases: " + names() + ".",
                null);
    }

    /** The refusal of a url of a database without dialect; empty for other urls. */
    public Optional<DatabaseAccessException> unsupported(String url) {
        return find(provider -> provider.acceptsUrl(url)).isPresent()
                ? Optional.empty()
                : OtherDatabases.named(url).map(name -> unsupported(name, "which the url names"));
    }

    private DatabaseAccessException unsupported(String name, String where) {
        return new DatabaseAccessException(
                "Retort does not support " + name + ", " + where + ".", "Supported databases: " + names() + ".", null);
    }

    private String names() {
        return String.join(", ", supported());
    }
}
