package dev.retort.dialect;

import dev.retort.error.ConfigurationException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A database url of a deployment platform, in the form of a URI: {@code postgresql+asyncpg://user:secret@host:5432/shop?sslmode=require} or
 * {@code r2dbc:pool:mariadb://host/shop}.
 *
 * @param scheme the product, without driver, in lower case
 * @param protocol what R2DBC has between product and address, such as {@code mem}; empty for nothing
 * @param user the user, decoded; null if not given
 * @param password the password, decoded; null if not given
 * @param authority host and port as written; empty if not given
 * @param path what follows the authority, with its slash, decoded
 * @param query what follows the question mark; empty for nothing
 */
public record DeploymentUrl(
        String scheme,
        String protocol,
        @Nullable String user,
        @Nullable String password,
        String authority,
        String path,
        String query) {

    private static final Pattern FORM = Pattern.compile("(?:r2dbcs?:(?:pool:|proxy:)*)?"
            + "(?<scheme>[A-Za-z][A-Za-z0-9]*)(?:\\+[A-Za-z0-9_]+)?(?::(?<protocol>[a-z]+))?://"
            + "(?:(?<login>[^/?]*)@)?(?<authority>[^@/?]*)(?<path>[^?]*)(?:\\?(?<query>.*))?");

    /**
     * An at sign after host and port: most likely a password contains a character that ends it. If nothing precedes the path, it belongs to
     * a file name.
     */
    private static final Pattern LOST_LOGIN = Pattern.compile("[^/]*://[^/?]+[/?].*@.*");

    /**
     * Parses a url; empty if the text does not have this form.
     *
     * @throws ConfigurationException when there is an at sign that cannot end a password
     */
    public static Optional<DeploymentUrl> parse(String text) {
        if (LOST_LOGIN.matcher(text).matches()) {
            throw lostLogin();
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String login = matcher.group("login");
        int colon = login == null ? -1 : login.indexOf(':');
        return Optional.of(new DeploymentUrl(
                matcher.group("scheme").toLowerCase(Locale.ROOT),
                orEmpty(matcher.group("protocol")),
                login == null ? null : decoded(colon < 0 ? login : login.substring(0, colon)),
                login == null || colon < 0 ? null : decoded(login.substring(colon + 1)),
                matcher.group("authority"),
                decoded(matcher.group("path")),
                orEmpty(matcher.group("query"))));
    }

    static ConfigurationException lostLogin() {
        return new ConfigurationException(
                "url",
                "The url has an @ after its host, so it is not clear where user and password end.",
                null,
                "Write %2F for /, %3F for ?, %23 for #, %40 for @ in user, password, database and settings.");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The JDBC url: {@code jdbc:product://authority/path?query}. */
    public String toJdbc(String product) {
        return "jdbc:" + product + "://" + authority + path + (query.isEmpty() ? "" : "?" + query);
    }

    /** A text with percent signs and two digits decoded; a percent sign before anything else stays. */
    static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int value = bytes[i] == '%' && i + 2 < bytes.length
                    ? 16 * Character.digit(bytes[i + 1], 16) + Character.digit(bytes[i + 2], 16)
                    : -1;
            boolean escape = value >= 0 && Character.digit(bytes[i + 2], 16) >= 0;
            decoded.put(escape ? (byte) value : bytes[i]);
            i += escape ? 2 : 0;
        }
        return new String(decoded.array(), 0, decoded.position(), StandardCharsets.UTF_8);
    }

    /** The url without login and parameters. */
    @Override
    public String toString() {
        return scheme + "://" + (user == null ? "" : "***@") + authority + path;
    }
}
