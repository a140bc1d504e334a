package dev.retort.secret;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where passwords are in an address: in the login before the host, and in settings that are named like one. */
public final class SecretPlaces {

    /** What is shown in place of a secret. */
    public static final String MASK = "***";

    private static final Pattern USER =
            Pattern.compile("(?i)[?&;:(,](?:user|username|user_name|uid|login)\\s*=[^&;),]*");

    private static final Pattern START = Pattern.compile(
            "(?i)jdbc:(?<product>[a-z0-9]+):(?:[a-z0-9]+:){0,9}(?<slashes>//)?|[a-z][a-z0-9+.-]*(?::[a-z0-9+.-]+){0,9}://?");

    /** What is left of an address that was cut before its at sign: a user, and behind the colon no port. */
    private static final Pattern CUT = Pattern.compile(
            "(?i)[a-z0-9+.:-]{1,80}:/{1,2}(?<login>[^/:?#@\\[\\s]*:(?!\\d{1,5}(?:[/?,;]|$)|port\\b)[^/?#]+)");

    /** A login behind one slash, as the second is lost in a path; without a colon it may be a path. */
    private static final Pattern ONE_SLASH = Pattern.compile("[^/@:\\s]+:[^@]*@");

    /** The login by which texts explain where one stands. */
    private static final Pattern EXPLAINED = Pattern.compile("(?i)user:(?:password|\\*\\*\\*)@");

    /** Databases whose settings follow a semicolon, so that a login ends before the first one. */
    private static final Set<String> SETTINGS_AFTER_SEMICOLON =
            Set.of("h2", "hsqldb", "derby", "sqlserver", "jtds", "db2");

    /** Databases whose addresses are paths unless two slashes say otherwise. */
    private static final Set<String> FILES = Set.of("h2", "hsqldb", "derby", "sqlite");

    private SecretPlaces() {}

    /** An address with a mask in place of its login and of each secret setting. */
    public static String masked(String address) {
        return SecretScan.masked(address, parts(address));
    }

    /** What must not be shown of an address: its login, and the value of each secret setting. */
    static List<SecretScan.Part> parts(String address) {
        List<SecretScan.Part> settings = SecretScan.ofSettings(address);
        Matcher cut = CUT.matcher(address);
        int start = loginStart(address);
        int end = loginEnd(blanked(address, settings), start);
        if (end < 0 && cut.matches()) {
            start = cut.start("login");
            end = cut.end("login");
        }
        if (end < 0
                || EXPLAINED.matcher(address).region(start, address.length()).lookingAt()) {
            return settings;
        }
        int behind = end;
        List<SecretScan.Part> parts = new ArrayList<>();
        parts.add(new SecretScan.Part(start, end));
        settings.stream().filter(setting -> setting.begin() >= behind).forEach(parts::add);
        return parts;
    }

    /** The user of the login of an address; empty where there is none. */
    public static String user(String address) {
        return login(address)[0];
    }

    /** The secrets of an address, as they are written in it. */
    public static Set<String> secrets(String address) {
        Set<String> secrets = new LinkedHashSet<>();
        for (SecretScan.Part setting : SecretScan.ofSettings(address)) {
            String value = address.substring(setting.begin(), setting.end());
            secrets.add(value);
            // H2 takes the password of an encrypted file and that of the user in one setting.
            secrets.addAll(List.of(value.split(" ")));
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
        int end = loginEnd(blanked(address, SecretScan.ofSettings(address)), start);
        return end < 0 ? new String[] {""} : address.substring(start, end).split("[:/]", 2);
    }

    /** An address of the same length whose settings hold nothing that could end a login. */
    private static String blanked(String address, List<SecretScan.Part> settings) {
        StringBuilder blanked = new StringBuilder(address);
        for (SecretScan.Part setting : settings) {
            for (int at = setting.begin(); at < setting.end(); at++) {
                if (address.charAt(at) == '@') {
                    blanked.setCharAt(at, ' ');
                }
            }
        }
        return USER.matcher(blanked)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().replace('@', ' ')));
    }

    /** Where a login may begin; -1 where the address has none. */
    private static int loginStart(String address) {
        Matcher start = START.matcher(address);
        if (!start.lookingAt() || address.startsWith("/", start.end())) {
            return -1;
        }
        String product = start.group("product");
        if (product == null && !address.startsWith("//", start.end() - 2)) {
            return ONE_SLASH
                            .matcher(address)
                            .region(start.end(), address.length())
                            .lookingAt()
                    ? start.end()
                    : -1;
        }
        boolean path =
                product != null && start.group("slashes") == null && FILES.contains(product.toLowerCase(Locale.ROOT));
        return path ? -1 : start.end();
    }

    /** Where the login of an address without secret settings ends, at its last at sign; -1 where the address has none. */
    private static int loginEnd(String text, int start) {
        if (start < 0) {
            return -1;
        }
        String product = text.startsWith("jdbc:") ? text.split(":", 3)[1].toLowerCase(Locale.ROOT) : "";
        int semicolon = SETTINGS_AFTER_SEMICOLON.contains(product) ? text.indexOf(';') : -1;
        int at = text.lastIndexOf('@', semicolon < 0 ? text.length() : semicolon);
        return at < start ? -1 : at;
    }
}
