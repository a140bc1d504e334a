package dev.retort.dialect;

import dev.retort.error.ConfigurationException;
import dev.retort.secret.SecretPlaces;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a database with its login.
 *
 * @param jdbcUrl a url that begins with {@code jdbc:}
 * @param user the user; null to leave it to the url
 * @param password the password; null to leave it to the url
 */
public record DatabaseAddress(
        String jdbcUrl, @Nullable String user, @Nullable String password) {

    public DatabaseAddress {
        Objects.requireNonNull(jdbcUrl, "jdbcUrl");
    }

    /** User and password before the hosts. If there is a comma, there may be several, of several hosts. */
    private static final Pattern LOGIN =
            Pattern.compile("(?<start>jdbc:[a-z0-9]+:(?:[a-z]+:)?//)(?<login>[^/?;,]*)@(?<rest>[^@/?;]*(?:[/?;].*)?)");

    /** An at sign after what is in the place of the hosts. */
    private static final Pattern BEHIND_HOSTS = Pattern.compile("jdbc:[^/]*//(?<hosts>[^/?;]+)[/?;].*@.*");

    private static final Pattern HOSTS = Pattern.compile("(?:(?:^|,)(?:\\[[^]]*]|[^:,\\[]*)(?::\\d*)?)+|.*\\(.*");

    /**
     * The address of a JDBC url. User and password are removed from the url, since few drivers support them there.
     *
     * @param user overrides the user in the url unless null
     * @param password overrides the password in the url unless null
     * @throws ConfigurationException when it is not clear where the password ends
     */
    static DatabaseAddress ofJdbc(String jdbcUrl, @Nullable String user, @Nullable String password) {
        Matcher behind = BEHIND_HOSTS.matcher(jdbcUrl);
        if (behind.matches()
                && !HOSTS.matcher(behind.group("hosts")).matches()
                && !behind.group("hosts").contains("@")) {
            throw DeploymentUrl.lostLogin();
        }
        Matcher matcher = LOGIN.matcher(jdbcUrl);
        if (!matcher.matches()) {
            return new DatabaseAddress(jdbcUrl, user, password);
        }
        String[] login = matcher.group("login").split(":", 2);
        return new DatabaseAddress(
                matcher.group("start") + matcher.group("rest"),
                user != null || login[0].isEmpty() ? user : DeploymentUrl.decoded(login[0]),
                password != null || login.length < 2 ? password : DeploymentUrl.decoded(login[1]));
    }

    /** The url without user and password. */
    public String masked() {
        return SecretPlaces.masked(jdbcUrl);
    }

    /** User and password as properties for a driver. */
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
