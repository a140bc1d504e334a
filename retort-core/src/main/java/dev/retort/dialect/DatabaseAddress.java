package dev.retort.dialect;

import java.util.Properties;
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

    private static final Pattern SECRET = Pattern.compile("(?i)((?:password|pwd|passwd|secret|token)[a-z]*=)[^&;]*");
    private static final Pattern LOGIN = Pattern.compile("//[^/@?;]*@");

    /** The address as it may be shown: without password. */
    public String masked() {
        return LOGIN.matcher(SECRET.matcher(jdbcUrl).replaceAll("$1***")).replaceAll("//***@");
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
