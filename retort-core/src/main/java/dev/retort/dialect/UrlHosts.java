package dev.retort.dialect;

import dev.retort.error.ConfigurationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hosts of an address, of which drivers say little when they cannot be: {@code jdbc:product://host:port,host:port/database}. */
final class UrlHosts {

    private static final Pattern FORM = Pattern.compile("jdbc:[^/?;]*//(?<hosts>[^/?;]*).*");
    private static final Pattern HOST = Pattern.compile("(?<host>\\[[^]]*]|[^:]*)(?::(?<port>.*))?");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final int GREATEST_PORT = 65_535;

    private UrlHosts() {}

    /**
     * Refuses hosts that cannot be. What stands in the place of a port is not shown, since it may be a password.
     *
     * @param jdbcUrl an address without login
     * @throws ConfigurationException for a port that is none, and for a socket file
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

    /** Refuses a socket file in the place of a host. */
    static void requireNoFile(String host) {
        if (host.startsWith("/") || host.startsWith("@")) {
            throw UrlParameters.refused(
                    "The url asks for the socket file " + host + ", and the JDBC driver knows no socket files.",
                    "Write the host on which the server listens for TCP, such as localhost, or name a 'socketFactory'.");
        }
    }

    /** Whether a text is the number of a port. A driver takes nothing behind the colon for the standard port. */
    static boolean isPort(String text) {
        return text.isEmpty()
                || (PORT.matcher(text).matches()
                        && Integer.parseInt(text) >= 1
                        && Integer.parseInt(text) <= GREATEST_PORT);
    }
}
