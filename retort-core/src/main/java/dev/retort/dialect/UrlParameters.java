package dev.retort.dialect;

import dev.retort.error.ConfigurationException;
import java.sql.DriverPropertyInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The parameters after the question mark of a url, such as {@code ?sslmode=require&currentSchema=app}.
 *
 * @param address what precedes the question mark
 * @param written the parameters as they are written, in order
 */
public record UrlParameters(String address, List<Parameter> written) {

    private static final Pattern PATH = Pattern.compile("jdbc:[^/]*//[^/]*/[^/]+/(?<rest>.*)");

    /**
     * A parameter.
     *
     * @param name the name
     * @param value the value as it is written, percent-encoded; empty if there is none
     */
    public record Parameter(String name, String value) {

        /** The decoded value. */
        public String decoded() {
            return DeploymentUrl.decoded(value);
        }

        @Override
        public String toString() {
            return value.isEmpty() ? name : name + "=" + value;
        }
    }

    public UrlParameters {
        written = List.copyOf(written);
    }

    /** The parameters of an address. */
    public static UrlParameters of(String url) {
        int question = url.indexOf('?');
        List<Parameter> parameters = new ArrayList<>();
        if (question >= 0) {
            for (String text : url.substring(question + 1).split("&", -1)) {
                int equals = text.indexOf('=');
                if (!text.isEmpty()) {
                    parameters.add(new Parameter(
                            equals < 0 ? text : text.substring(0, equals),
                            equals < 0 ? "" : text.substring(equals + 1)));
                }
            }
        }
        return new UrlParameters(question < 0 ? url : url.substring(0, question), parameters);
    }

    /** Whether a parameter is present, ignoring case. */
    public boolean has(String name) {
        return written.stream().anyMatch(parameter -> parameter.name().equalsIgnoreCase(name));
    }

    /**
     * The address with its parameters in other words.
     *
     * @param words takes a name and its decoded value; gives what is written instead, empty for nothing, or the name for what stays
     */
    public String asDesired(BinaryOperator<String> words) {
        String parameters = written.stream()
                .map(parameter -> {
                    String instead = words.apply(parameter.name(), parameter.decoded());
                    return instead.equals(parameter.name()) ? parameter.toString() : instead;
                })
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("&"));
        return parameters.isEmpty() ? address : address + "?" + parameters;
    }

    /** The refusal of a parameter that the driver would silently ignore. */
    public static ConfigurationException ignored(String name, String remedy) {
        return refused("The url has the parameter " + name + ", which the JDBC driver would ignore.", remedy);
    }

    /** The refusal of a value for which the driver has no equivalent. */
    public static ConfigurationException withoutWord(String name, String value, String remedy) {
        return refused("The url has " + name + "=" + value + ", for which the JDBC driver has no equivalent.", remedy);
    }

    /**
     * A number as it is written.
     *
     * @throws ConfigurationException when it is not one
     */
    public static int seconds(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw refused(
                    "The url has " + name + "=" + value + ", which is not a number of seconds.", "Write a number.");
        }
    }

    /** Refuses a second name after that of the database. A password with a slash, which ends the hosts early, is another mistake. */
    public void requireOneDatabase() {
        Matcher path = PATH.matcher(address);
        if (path.matches() && !address.contains("@")) {
            throw refused(
                    "The url has '/" + path.group("rest") + "' after the name of the database.",
                    "Write one name; in an address of JDBC %2F stands for a slash that belongs to it.");
        }
    }

    /** Refuses a socket file as the value of a host. */
    public static void requireNoSocketFile(String host) {
        UrlHosts.requireNoFile(host);
    }

    /** Refuses a malformed port among the values of a parameter, which are separated by commas. */
    public static void requirePorts(String name, String value) {
        for (String port : value.split(",", -1)) {
            if (!UrlHosts.isPort(port)) {
                throw refused(
                        "The url has " + name + "=" + value + ", which is not a port.",
                        "Write a number from 1 to 65535.");
            }
        }
    }

    /** Refuses a value that is not among those that the driver lists for a property, ignoring case. */
    public void requireChoice(DriverPropertyInfo property) {
        for (Parameter parameter : written) {
            if (parameter.name().equals(property.name)
                    && property.choices != null
                    && !parameter.value().isEmpty()) {
                List<String> choices = List.of(property.choices);
                if (choices.stream().noneMatch(parameter.decoded()::equalsIgnoreCase)) {
                    throw withoutWord(
                            property.name, parameter.decoded(), "It can be " + String.join(", ", choices) + ".");
                }
            }
        }
    }

    /** The refusal of a url. */
    public static ConfigurationException refused(String problem, String remedy) {
        return new ConfigurationException("url", problem, null, remedy);
    }

    /** A name without the differences between spellings. */
    static String plain(String name) {
        return name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
    }

    /** The name that was most likely meant; the name itself if it is among them. */
    public static Optional<String> meant(String name, List<String> known) {
        return known.contains(name)
                ? Optional.of(name)
                : known.stream()
                        .filter(candidate -> plain(candidate).equals(plain(name)))
                        .findFirst();
    }
}
