package dev.retort.dialect.mariadb;

import dev.retort.dialect.UrlParameters;
import dev.retort.error.ConfigurationException;
import java.util.Locale;
import java.util.Map;

/**
 * Converts urls of MariaDB to the parameters of its JDBC driver. The driver silently ignores unknown parameters, so those of other clients
 * are translated or refused: https://mariadb.com/docs/server/clients-and-utilities/mariadb-client
 */
final class MariadbUrl {

    private static final Map<String, String> ENCRYPTION = Map.of(
            "disabled", "disable",
            "required", "trust",
            "verify_ca", "verify-ca",
            "verify_identity", "verify-full");

    private MariadbUrl() {}

    /**
     * A url with the driver's own parameters.
     *
     * @throws ConfigurationException for a parameter without an equivalent
     */
    static String inDriversWords(String jdbcUrl) {
        UrlParameters parameters = UrlParameters.of(jdbcUrl);
        parameters.requireOneDatabase();
        return parameters.asDesired(MariadbUrl::inDriversWords);
    }

    private static String inDriversWords(String name, String value) {
        return switch (name) {
            case "connect_timeout", "connect-timeout" -> "connectTimeout=" + milliseconds(name, value);
            case "read_timeout" -> "socketTimeout=" + milliseconds(name, value);
            case "ssl_mode", "ssl-mode" -> "sslMode=" + encryption(name, value);
            case "init_command", "init-command" ->
                throw UrlParameters.ignored(name, "Write it as sessionVariables, such as sql_mode=ANSI.");
            case "charset", "default-character-set" -> utf8(name, value);
            case "unix_socket", "socket" ->
                throw UrlParameters.ignored(name, "Write the host and port on which the server listens.");
            case "ssl_ca", "ssl-ca" -> throw UrlParameters.ignored(name, "Write serverSslCert.");
            case "ssl_cert", "ssl-cert", "ssl_key", "ssl-key" ->
                throw UrlParameters.ignored(name, "Write keyStore and keyStorePassword.");
            case "schema", "currentSchema" ->
                throw UrlParameters.ignored(
                        name,
                        "On MariaDB a schema is a database: write it behind the host, as in mariadb://host/" + value
                                + ".");
            default -> name;
        };
    }

    private static String milliseconds(String name, String seconds) {
        return String.valueOf(1000L * UrlParameters.seconds(name, seconds));
    }

    private static String encryption(String name, String value) {
        String mode = ENCRYPTION.get(value.toLowerCase(Locale.ROOT));
        if (mode == null) {
            throw UrlParameters.withoutWord(
                    name, value, "Write sslMode with disable, trust, verify-ca or verify-full.");
        }
        return mode;
    }

    /** The driver supports nothing else. */
    private static String utf8(String name, String value) {
        if (!value.toLowerCase(Locale.ROOT).startsWith("utf8")) {
            throw UrlParameters.ignored(name, "Take it out of the url: connections are always in utf8mb4.");
        }
        return "";
    }
}
