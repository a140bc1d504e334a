package dev.retort.dialect;

import dev.retort.error.ConfigurationException;
import dev.retort.secret.SecretPlaces;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    public DatabaseAddress {
        Objects.requireNonNull(jdbcUrl, "jdbcUrl");
    }

    /** A login before the hosts. One that holds a comma may be several, of several hosts. */
    private static final Pattern LOGIN =
            Pattern.compile("(?<start>jdbc:[a-z0-9]+:(?:[a-z]+:)?//)(?<login>[^/?;,]*)@(?<rest>[^@/?;]*(?:[/?;].*)?)");

    /** An at sign behind what stands where the hosts belong. */
    private static final Pattern BEHIND_HOSTS = Pattern.compile("jdbc:[^/]*//(?<hosts>[^/?;]+)[/?;].*@.*");

    private static final Pattern HOSTS = Pattern.compile("(?:(?:^|,)(?:\\[[^]]*]|[^:,\\[]*)(?::\\d*)?)+|.*\\(.*");

    /**
     * An address of JDBC. Its login is taken out of it, since few drivers understand one there.
     *
     * @param user overrides the user of the address unless null
     * @param password overrides the password of the address unless null
     * @throws ConfigurationException when where the login ends cannot be told
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

    /** The address as it may be shown: without user and password. */
    public String masked() {
        return SecretPlaces.masked(jdbcUrl);
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
