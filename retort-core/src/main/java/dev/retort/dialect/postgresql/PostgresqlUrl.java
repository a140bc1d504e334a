package dev.retort.dialect.postgresql;

import dev.retort.dialect.UrlParameters;
import dev.retort.dialect.UrlParameters.Parameter;
import dev.retort.error.ConfigurationException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * Converts urls of PostgreSQL to the parameters of its JDBC driver. The driver silently ignores unknown parameters, so those of other
 * clients, above all of libpq, are translated or refused: https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS
 */
final class PostgresqlUrl {

    /** Parameters that differ only in spelling. */
    private static final Map<String, String> SPELLINGS = Map.of(
            "application_name", "ApplicationName",
            "fallback_application_name", "ApplicationName",
            "channel_binding", "channelBinding",
            "gssencmode", "gssEncMode",
            "hostaddr", "host",
            "krbsrvname", "kerberosServerName",
            "require_auth", "requireAuth",
            "schema", "currentSchema",
            "search_path", "currentSchema",
            "sslnegotiation", "sslNegotiation");

    private static final Map<String, String> SERVERS = Map.of(
            "any", "any",
            "primary", "primary",
            "read-write", "primary",
            "standby", "secondary",
            "read-only", "secondary",
            "prefer-standby", "preferSecondary");

    /** Parameters that name a user's class, which may read parameters that the driver does not know. */
    private static final Set<String> CLASSES = Set.of(
            "socketFactory",
            "sslfactory",
            "sslhostnameverifier",
            "sslpasswordcallback",
            "authenticationPluginClassName",
            "connectExecutor");

    /** Parameters with a list of values. */
    private static final Set<String> LISTS = Set.of("requireAuth");

    /** Parameters that the driver accepts besides the properties that it lists. */
    private static final Set<String> PLACES = Set.of("host", "port", "dbname");

    private PostgresqlUrl() {}

    /**
     * A url with the driver's own parameters.
     *
     * @throws ConfigurationException for a parameter without an equivalent, and for a url without a database
     */
    static String inDriversWords(String jdbcUrl) {
        UrlParameters parameters = UrlParameters.of(jdbcUrl);
        requireDatabase(parameters);
        parameters.requireOneDatabase();
        return parameters.asDesired(PostgresqlUrl::inDriversWords);
    }

    private static String inDriversWords(String name, String value) {
        if (SPELLINGS.containsKey(name)) {
            return SPELLINGS.get(name) + "=" + encoded(value);
        }
        return switch (name) {
            case "connect_timeout" -> {
                int seconds = UrlParameters.seconds(name, value);
                yield "connectTimeout=" + seconds + "&loginTimeout=" + seconds;
            }
            case "target_session_attrs" -> "targetServerType=" + oneOf(SERVERS, name, value);
            case "load_balance_hosts" ->
                "loadBalanceHosts=" + oneOf(Map.of("disable", "false", "random", "true"), name, value);
            case "keepalives" -> "tcpKeepAlive=" + oneOf(Map.of("0", "false", "1", "true"), name, value);
            case "client_encoding" ->
                oneOf(Map.of("utf8", "", "utf-8", "", "auto", ""), name, value.toLowerCase(Locale.ROOT));
            case "host", "PGHOST" -> {
                UrlParameters.requireNoSocketFile(value);
                yield name;
            }
            case "port", "PGPORT" -> {
                UrlParameters.requirePorts(name, value);
                yield name;
            }
            case "keepalives_idle", "keepalives_interval", "keepalives_count" ->
                throw UrlParameters.ignored(
                        name, "Leave it out: Retort watches its connections itself; see 'read_timeout' for more.");
            case "tcp_user_timeout" -> throw UrlParameters.ignored(name, "Set 'read_timeout' instead.");
            case "passfile" ->
                throw UrlParameters.ignored(name, "Name the file in the environment variable PGPASSFILE instead.");
            default -> name;
        };
    }

    private static String oneOf(Map<String, String> values, String name, String value) {
        String translated = values.get(value);
        if (translated == null) {
            throw UrlParameters.withoutWord(
                    name,
                    value,
                    "It can be "
                            + String.join(
                                    ", ", values.keySet().stream().sorted().toList()) + ".");
        }
        return translated;
    }

    /** The driver would use the database with the name of the user. */
    private static void requireDatabase(UrlParameters parameters) {
        String address = parameters.address().substring(PostgresqlProvider.PREFIX.length());
        boolean server = address.startsWith("//");
        String database = server ? address.substring(2).replaceFirst("^[^/]*/?", "") : address;
        boolean named = !database.isEmpty() && !database.equals("/");
        if (!named && !parameters.has("dbname") && !parameters.has("PGDBNAME") && !parameters.has("service")) {
            throw UrlParameters.refused(
                    "The url names no database.", "Write it behind the host, as in postgresql://host:5432/database.");
        }
    }

    /**
     * Refuses parameters that the driver would ignore.
     *
     * @throws ConfigurationException naming the first
     */
    static void requireKnown(String jdbcUrl, Driver driver) {
        UrlParameters parameters = UrlParameters.of(jdbcUrl);
        if (parameters.written().isEmpty() || CLASSES.stream().anyMatch(parameters::has)) {
            return;
        }
        List<DriverPropertyInfo> properties = properties(driver, jdbcUrl);
        List<String> known = properties.stream().map(property -> property.name).toList();
        for (Parameter parameter : parameters.written()) {
            String name = parameter.name();
            if (!known.contains(name) && !PLACES.contains(name) && !known.isEmpty()) {
                Optional<String> meant = UrlParameters.meant(name, known);
                throw UrlParameters.ignored(
                        name, meant.map(word -> "Write " + word + ".").orElse("Take it out of the url."));
            }
        }
        for (DriverPropertyInfo property : properties) {
            if (!LISTS.contains(property.name)) {
                parameters.requireChoice(property);
            }
        }
    }

    /** The driver ignores a service that it does not find. */
    static void requireService(String jdbcUrl) {
        UrlParameters.of(jdbcUrl).written().stream()
                .filter(parameter -> parameter.name().equals("service"))
                .forEach(parameter -> {
                    throw UrlParameters.refused(
                            "The url has service=" + parameter.decoded() + ", which the JDBC driver does not find.",
                            "Write the service into ~/.pg_service.conf or the file that PGSERVICEFILE names, or write host and"
                                    + " database into the url.");
                });
    }

    private static List<DriverPropertyInfo> properties(Driver driver, String jdbcUrl) {
        try {
            return Arrays.asList(
                    driver.getPropertyInfo(UrlParameters.of(jdbcUrl).address(), new Properties()));
        } catch (SQLException e) {
            return List.of();
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
