package dev.retort.dialect;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where passwords stand in an address: in the login before the host, and in settings that are named like one. */
final class SecretPlaces {

    static final String MASK = "***";

    /** A setting that holds a secret, such as {@code sslpassword} or {@code access_token}. */
    static final String NAME =
            "[a-z_.-]*(?:pass(?:word|wd|phrase|code)?|pwd|secret|token|credential|api_?key|access_?key)[a-z_0-9]*";

    /** A setting ends where the next of its kind can begin, which what stands before its name tells. */
    private static final Pattern SETTING = Pattern.compile("(?i)(?<query>[?&]" + NAME + "\\s*=)(?<queried>[^&]*)"
            + "|(?<list>[;:]" + NAME + "\\s*[=:])(?<listed>(?:\\{(?:[^}]|}})*})?(?:\\\\.|[^;])*)"
            + "|(?<bracket>[(,]" + NAME + "\\s*=)(?<bracketed>[^),]*)"
            + "|(?<statement>\\b" + NAME + "\\s+')(?<stated>(?:''|[^'])*)");

    private static final Pattern USER =
            Pattern.compile("(?i)[?&;:(,](?:user|username|user_name|uid|login)\\s*=[^&;),]*");

    private static final Pattern START = Pattern.compile(
            "(?i)jdbc:(?<product>[a-z0-9]+):(?:[a-z0-9]+:)*(?<slashes>//)?|[a-z][a-z0-9+.-]*(?::[a-z0-9+.-]+)*://");

    /** Databases whose settings follow a semicolon, so that a login ends before the first one. */
    private static final Set<String> SETTINGS_AFTER_SEMICOLON =
            Set.of("h2", "hsqldb", "derby", "sqlserver", "jtds", "db2");

    /** Databases whose addresses are paths unless two slashes say otherwise. */
    private static final Set<String> FILES = Set.of("h2", "hsqldb", "derby", "sqlite");

    private SecretPlaces() {}

    /** An address with a mask in place of its login and of each secret setting. */
    static String masked(String address) {
        String shown = withoutSettings(address);
        int start = loginStart(shown);
        int end = loginEnd(shown, start);
        return end < 0 ? shown : shown.substring(0, start) + MASK + shown.substring(end);
    }

    /** An address with a mask in place of each secret setting. */
    static String withoutSettings(String address) {
        return SETTING.matcher(address)
                .replaceAll(found -> Matcher.quoteReplacement(Stream.of(1, 3, 5, 7)
                                .map(found::group)
                                .filter(group -> group != null)
                                .findFirst()
                                .orElseThrow()
                        + MASK));
    }

    /** The user of the login of an address; empty where there is none. */
    static String user(String address) {
        return login(address)[0];
    }

    /** The secrets of an address, as they are written in it. */
    static Set<String> secrets(String address) {
        Set<String> secrets = new LinkedHashSet<>();
        Matcher settings = SETTING.matcher(address);
        while (settings.find()) {
            Stream.of(2, 4, 6, 8)
                    .map(settings::group)
                    .filter(group -> group != null)
                    .forEach(value -> {
                        secrets.add(value);
                        // H2 takes the password of an encrypted file and that of the user in one setting.
                        secrets.addAll(List.of(value.split(" ")));
                    });
        }
        String[] login = login(address);
        if (login.length == 2) {
            secrets.add(login[1]);
            // A driver that ends the login elsewhere repeats a piece.
            secrets.addAll(List.of(login[1].split("[/?#@:]")));
        }
        secrets.remove("");
        return secrets;
    }

    private static String[] login(String address) {
        int start = loginStart(address);
        int end = loginEnd(withSettingsBlanked(address), start);
        return end < 0 ? new String[] {""} : address.substring(start, end).split("[:/]", 2);
    }

    /** An address of the same length whose settings hold nothing that could end a login. */
    private static String withSettingsBlanked(String address) {
        return blanked(SETTING, address);
    }

    private static String blanked(Pattern pattern, String text) {
        return pattern.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().replace('@', ' ')));
    }

    /** Where a login may begin; -1 where the address has none. */
    private static int loginStart(String address) {
        Matcher start = START.matcher(address);
        if (!start.lookingAt() || address.startsWith("/", start.end())) {
            return -1;
        }
        String product = start.group("product");
        boolean path =
                product != null && start.group("slashes") == null && FILES.contains(product.toLowerCase(Locale.ROOT));
        return path ? -1 : start.end();
    }

    /** Where the login of an address ends, at the last at sign that is in no user's name; -1 where the address has none. */
    private static int loginEnd(String address, int start) {
        if (start < 0) {
            return -1;
        }
        String text = blanked(USER, address);
        String product = text.startsWith("jdbc:") ? text.split(":", 3)[1].toLowerCase(Locale.ROOT) : "";
        int semicolon = SETTINGS_AFTER_SEMICOLON.contains(product) ? text.indexOf(';') : -1;
        int at = text.lastIndexOf('@', semicolon < 0 ? text.length() : semicolon);
        return at < start ? -1 : at;
    }
}
