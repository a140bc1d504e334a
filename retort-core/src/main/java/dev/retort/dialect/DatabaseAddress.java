package dev.retort.dialect;

import java.util.Comparator;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is and who asks.
 *
 * @param jdbcUrl an address that begins with {@code jdbc:}
 * @param user the user; null to leave it to the address
 * @param password the password; null to leave it to the address
 */
public record DatabaseAddress(
        String jdbcUrl, @Nullable String user, @Nullable String password) {

    private static final String MASK = "***";
    private static final int SHORTEST_PIECE = 4;
    private static final Pattern SECRET = Pattern.compile(
            "(?i)([a-z_.-]*(?:password|passwd|passphrase|pwd|secret|token|credential|api_?key|access_?key)[a-z_]*=)((?:\\\\.|[^&;])*)");

    /** {@code jdbc:mariadb://login@host} and {@code jdbc:oracle:thin:login@host}; a login may itself hold slashes and at signs. */
    private static final Pattern LOGIN = Pattern.compile("(?i)(jdbc:[a-z0-9]+:(?:[a-z0-9]+:)*(?://)?)([^;]*)@");

    /** The address as it may be shown: without user and password. */
    public String masked() {
        Matcher secrets = SECRET.matcher(jdbcUrl);
        return LOGIN.matcher(secrets.replaceAll("$1" + Matcher.quoteReplacement(MASK)))
                .replaceFirst("$1" + Matcher.quoteReplacement(MASK) + "@");
    }

    /** A text of somebody else, such as a driver's message, without the passwords of this address. */
    public String masked(String text) {
        String masked = text;
        for (String secret : secrets()) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }

    /** The passwords, as written and decoded, the longest first. */
    private Set<String> secrets() {
        Set<String> secrets =
                new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        if (password != null) {
            secrets.add(password);
        }
        Matcher parameter = SECRET.matcher(jdbcUrl);
        while (parameter.find()) {
            secrets.add(parameter.group(2));
        }
        Matcher login = LOGIN.matcher(jdbcUrl);
        if (login.find()) {
            String[] userAndPassword = login.group(2).split("[:/]", 2);
            String secret = userAndPassword[userAndPassword.length - 1];
            secrets.add(secret);
            // A driver that ends the login elsewhere repeats a piece; a short one would mask words that are no secret.
            Stream.of(secret.split("[/?#@:]"))
                    .filter(piece -> piece.length() >= SHORTEST_PIECE)
                    .forEach(secrets::add);
        }
        for (String secret : Set.copyOf(secrets)) {
            secrets.add(DeploymentUrl.decoded(secret));
        }
        secrets.remove("");
        return secrets;
    }

    /** User and password as a driver takes them. */
    public Properties login() {
        Properties login = new Properties();
        if (user != null) {
            login.setProperty("user", user);
        }
        if (password != null) {
            login.setProperty("password", password);
        }
        return login;
    }

    @Override
    public String toString() {
        return masked();
    }
}
