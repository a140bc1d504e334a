package dev.retort.dialect;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A database address as deployments carry it, in the form of a URI: {@code postgresql+asyncpg://user:secret@host:5432/shop?sslmode=require}
 * or {@code r2dbc:mariadb://host/shop}.
 *
 * @param scheme the product, without driver, in lower case
 * @param user the user, decoded; null when not given
 * @param password the password, decoded; null when not given
 * @param authority host and port as written; empty when not given
 * @param path what follows the authority, with its slash, decoded
 * @param query what follows the question mark; empty for nothing
 */
public record DeploymentUrl(
        String scheme, @Nullable String user, @Nullable String password, String authority, String path, String query) {

    private static final Pattern FORM = Pattern.compile(
            "(?:r2dbcs?:(?:pool:|proxy:)*)?([A-Za-z][A-Za-z0-9]*)(?:\\+[A-Za-z0-9_]+)?://(?:([^@/?]*)@)?([^/?]*)([^?]*)(?:\\?(.*))?");

    /** Reads an address; empty when the text does not have this form. */
    public static Optional<DeploymentUrl> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String login = matcher.group(2);
        int colon = login == null ? -1 : login.indexOf(':');
        String user = login == null ? null : decoded(colon < 0 ? login : login.substring(0, colon));
        String password = login == null || colon < 0 ? null : decoded(login.substring(colon + 1));
        String query = matcher.group(5);
        return Optional.of(new DeploymentUrl(
                matcher.group(1).toLowerCase(Locale.ROOT),
                user,
                password,
                matcher.group(3),
                decoded(matcher.group(4)),
                query == null ? "" : query));
    }

    /** The address in the form of JDBC: {@code jdbc:product://authority/path?query}. */
    public String toJdbc(String product) {
        return "jdbc:" + product + "://" + authority + path + (query.isEmpty() ? "" : "?" + query);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The address without its password. */
    @Override
    public String toString() {
        return scheme + "://" + (user == null ? "" : user + "@") + authority + path;
    }
}
