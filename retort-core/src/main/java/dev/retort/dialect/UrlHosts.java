package dev.retort.dialect;

import dev.retort.error.ConfigurationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the hosts of a url, for which drivers have poor error messages: {@code jdbc:product://host:port,host:port/database}. */
final class UrlHosts {

    private static final Pattern FORM = Pattern.compile("jdbc:[^/?;]*//(?<hosts>[^/?;]*).*");
    private static final Pattern HOST = Pattern.compile("(?<host>\\[[^]]*]|[^:]*)(?::(?<port>.*))?");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final int GREATEST_PORT = 65_535;

    private UrlHosts() {}

    /**
     * Refuses impossible hosts. What is in the place of a port is not shown, since it may be a password.
     *
     * @param jdbcUrl a url without login
     * @throws ConfigurationException for a malformed port, and for a socket file
     */
    static void require(String jdbcUrl) {
        Matcher address = FORM.matcher(jdbcUrl);
        if (!address.matches()
                || address.group("hosts").contains("(")
                || address.group("hosts").contains("@")) {
            return;
        }
        for (String written : address.group("hosts").split(",", -1)) {
            requireNoFile(DeploymentUrl.decoded(written));
            Matcher host = HOST.matcher(written);
            if (host.matches() && host.group("port") != null && !isPort(host.group("port"))) {
                throw UrlParameters.refused(
                        "The url has no port after '" + host.group("host") + ":'.",
                        "Write a number from 1 to 65535, or leave colon and port out.");
            }
        }
    }

    /** Refuses a socket file as host. */
    static void requireNoFile(String host) {
        if (host.startsWith("/") || host.startsWith("@")) {
            throw UrlParameters.refused(
                    "The url asks for the socket file " + host + ", and the JDBC driver knows no socket files.",
                    "Write the host on which the server listens for TCP, such as localhost, or name a 'socketFactory'.");
        }
    }

    /** Whether a text is a port. An empty port means the default to drivers. */
    static boolean isPort(String text) {
        return text.isEmpty()
                || (PORT.matcher(text).matches()
                        && Integer.parseInt(text) >= 1
                        && Integer.parseInt(text) <= GREATEST_PORT);
    }
}
