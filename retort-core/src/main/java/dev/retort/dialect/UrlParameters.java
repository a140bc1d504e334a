package dev.retort.dialect;

import dev.retort.error.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * The parameters behind the question mark of an address, such as {@code ?sslmode=require&currentSchema=app}.
 *
 * @param address what stands before the question mark
 * @param written the parameters as they are written, in their order
 */
public record UrlParameters(String address, List<Parameter> written) {

    /**
     * One parameter.
     *
     * @param name the name
     * @param value the value as it is written, with percent signs; empty when there is none
     */
    public record Parameter(String name, String value) {

        /** The value with its percent signs replaced by what they mean. */
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

    /** Whether a parameter is written, in upper or lower case. */
    public boolean has(String name) {
        return written.stream().anyMatch(parameter -> parameter.name().equalsIgnoreCase(name));
    }

    /**
     * The address with its parameters in other words.
     *
     * @param words takes a name and its decoded value; gives what is written instead, empty for nothing, or the name for what stays
     */
    public String reworded(BinaryOperator<String> words) {
        String parameters = written.stream()
                .map(parameter -> {
                    String instead = words.apply(parameter.name(), parameter.decoded());
                    return instead.equals(parameter.name()) ? parameter.toString() : instead;
                })
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("&"));
        return parameters.isEmpty() ? address : address + "?" + parameters;
    }

    /** The refusal of a parameter that the driver would drop in silence. */
    public static ConfigurationException ignored(String name, String remedy) {
        return refused("The url has the parameter " + name + ", which the JDBC driver would ignore.", remedy);
    }

    /** The refusal of a value that the driver has no word for. */
    public static ConfigurationException withoutWord(String name, String value, String remedy) {
        return refused("The url has " + name + "=" + value + ", for which the JDBC driver has no word.", remedy);
    }

    /** The refusal of an address. */
    public static ConfigurationException refused(String problem, String remedy) {
        return new ConfigurationException("url", problem, null, remedy);
    }

    /** A name without what spellings differ in. */
    static String plain(String name) {
        return name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
    }

    /** The one of some names that was most likely meant; the name itself when it is among them. */
    public static Optional<String> meant(String name, List<String> known) {
        return known.contains(name)
                ? Optional.of(name)
                : known.stream()
                        .filter(candidate -> plain(candidate).equals(plain(name)))
                        .findFirst();
    }
}
