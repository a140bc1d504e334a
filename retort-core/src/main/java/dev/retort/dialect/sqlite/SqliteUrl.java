package dev.retort.dialect.sqlite;

import dev.retort.dialect.UrlParameters;
import dev.retort.dialect.UrlParameters.Parameter;
import dev.retort.error.ConfigurationException;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is wrong in an address of SQLite. The driver takes a parameter that it does not know for a part of the file's name, and SQLite
 * ignores a value of a PRAGMA that it does not know.
 */
final class SqliteUrl {

    private static final String URI = "file:";

    /** What SQLite itself reads in a {@code file:} address: https://www.sqlite.org/uri.html */
    private static final Set<String> OF_URIS = Set.of("cache", "immutable", "mode", "nolock", "psow", "vfs");

    /** Parameters with values of several kinds, or with texts. */
    private static final Set<String> FREE = Set.of(
            "cache_spill",
            "date_string_format",
            "incremental_vacuum",
            "jdbc.explicit_readonly",
            "password",
            "temp_store_directory");

    /** What SQLite takes besides the choices that the driver names. */
    private static final Set<String> SWITCHES = Set.of("on", "off", "yes", "no", "true", "false");

    private static final Set<String> FURTHER_CHOICES = Set.of("extra");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(0x[0-9a-f]+|[0-9]+)");

    private SqliteUrl() {}

    /**
     * Refuses an address without a name: a database that vanishes with its connection.
     *
     * @throws ConfigurationException saying what to write
     */
    static void requireName(String jdbcUrl) {
        UrlParameters parameters = UrlParameters.of(jdbcUrl);
        String name = parameters.address().substring(SqliteProvider.PREFIX.length());
        if (name.isEmpty() || name.equals(URI)) {
            throw UrlParameters.refused(
                    "The url names no database: SQLite would create one that is lost with its connection.",
                    "Write its file, as in jdbc:sqlite:shop.db for one in the project's directory.");
        }
    }

    /**
     * Refuses parameters and values that the driver or SQLite would misread.
     *
     * @throws ConfigurationException naming the first
     */
    static void requireKnown(String jdbcUrl, Driver driver) {
        UrlParameters parameters = UrlParameters.of(jdbcUrl);
        if (parameters.written().isEmpty()) {
            return;
        }
        Map<String, DriverPropertyInfo> known = known(driver, parameters.address());
        boolean uri = parameters.address().startsWith(SqliteProvider.PREFIX + URI);
        for (Parameter parameter : parameters.written()) {
            String name = parameter.name().toLowerCase(Locale.ROOT);
            DriverPropertyInfo property = known.get(name);
            if (property != null) {
                requireValue(property, parameter);
            } else if (!known.isEmpty() && !(uri && OF_URIS.contains(parameter.name()))) {
                throw unknown(parameter, parameters.address(), uri);
            }
        }
    }

    private static ConfigurationException unknown(Parameter parameter, String address, boolean uri) {
        if (uri) {
            return UrlParameters.ignored(parameter.name(), "Take it out of the url.");
        }
        return UrlParameters.refused(
                "The url has the parameter " + parameter.name()
                        + ", which the JDBC driver would take for a part of the file's name.",
                OF_URIS.contains(parameter.name())
                        ? "Write file: before the file, as in " + SqliteProvider.PREFIX + URI
                                + address.substring(SqliteProvider.PREFIX.length()) + "?" + parameter + "."
                        : "Take it out of the url.");
    }

    private static void requireValue(DriverPropertyInfo property, Parameter parameter) {
        String value = parameter.decoded().toLowerCase(Locale.ROOT);
        boolean number = NUMBER.matcher(value).matches();
        if (value.isEmpty() || FREE.contains(property.name)) {
            return;
        }
        if (property.choices == null) {
            if (!number) {
                throw UrlParameters.withoutWord(parameter.name(), parameter.decoded(), "Write a number.");
            }
            return;
        }
        List<String> choices = Arrays.stream(property.choices)
                .map(choice -> choice.replace("'", ""))
                .distinct()
                .toList();
        boolean switched = choices.contains("true") && SWITCHES.contains(value);
        boolean chosen = choices.stream().anyMatch(value::equalsIgnoreCase) || FURTHER_CHOICES.contains(value);
        if (!number && !switched && !chosen) {
            throw UrlParameters.withoutWord(
                    parameter.name(), parameter.decoded(), "It can be " + String.join(", ", choices) + ".");
        }
    }

    private static Map<String, DriverPropertyInfo> known(Driver driver, String address) {
        try {
            return Arrays.stream(driver.getPropertyInfo(address, new Properties()))
                    .collect(Collectors.toMap(
                            (DriverPropertyInfo property) -> property.name,
                            Function.identity(),
                            (first, second) -> first));
        } catch (SQLException e) {
            return Map.of();
        }
    }
}
