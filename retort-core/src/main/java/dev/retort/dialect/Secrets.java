package dev.retort.dialect;

import dev.retort.secret.SecretNames;
import dev.retort.secret.SecretPlaces;
import dev.retort.secret.SecretScan;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The passwords of one connection, and how to mask them in a text. A password is masked in places for passwords: in a url, or as the value
 * of a parameter that is named like one. If it has at least 8 characters, it is masked as a whole word everywhere, unless the same word is
 * also the connection's user or part of its url as shown. Other secrets are masked by their form alone.
 */
public final class Secrets {

    /** The minimum length of a password that is masked everywhere. */
    private static final int LONG = 8;

    private static final String LETTER = "[\\p{L}\\p{Nd}_]";

    /** The urls, the longest first, with the form in which they may be shown. */
    private final Map<String, String> addresses = new LinkedHashMap<>();

    private final Set<String> secrets = longestFirst();
    private final String user;
    private final String shownAddresses;
    private final boolean backslashes;

    private Secrets(Set<String> addresses, @Nullable String user, @Nullable String password, boolean backslashes) {
        String userOfAddress = "";
        for (String address : addresses) {
            SecretPlaces.secrets(address).forEach(this::addSpellings);
            userOfAddress = SecretPlaces.user(address);
            this.addresses.put(address, SecretPlaces.masked(address));
        }
        if (password != null) {
            addSpellings(password);
        }
        this.user = user == null ? DeploymentUrl.decoded(userOfAddress) : user;
        this.shownAddresses = String.join("\n", this.addresses.values());
        this.backslashes = backslashes;
    }

    /**
     * The secrets of a connection.
     *
     * @param url the address as the settings write it; null for none
     * @param address what became of it; null when it is none
     * @param user the user that the settings name; null for none
     * @param password the password that the settings name; null for none
     * @param backslashes whether the database takes a backslash in quotes for the escape of what follows
     */
    static Secrets of(
            @Nullable String url,
            @Nullable DatabaseAddress address,
            @Nullable String user,
            @Nullable String password,
            boolean backslashes) {
        Set<String> addresses = longestFirst();
        if (url != null && !url.isEmpty()) {
            addresses.add(url);
        }
        if (address != null) {
            addresses.add(address.jdbcUrl());
        }
        return new Secrets(
                addresses,
                address == null ? user : address.user(),
                address == null ? password : address.password(),
                backslashes);
    }

    private static Set<String> longestFirst() {
        return new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
    }

    /** A secret in all its spellings: as written, decoded, encoded for a url, quoted. */
    private void addSpellings(String secret) {
        String decoded = DeploymentUrl.decoded(secret);
        String encoded = URLEncoder.encode(decoded, StandardCharsets.UTF_8);
        for (String spelling : new String[] {
            secret,
            decoded,
            encoded,
            encoded.replace("+", "%20"),
            decoded.replace("\\", "\\\\").replace("\"", "\\\""),
            decoded.replace("\"", "\"\""),
            decoded.replace("'", "''")
        }) {
            if (!spelling.isBlank()) {
                secrets.add(spelling);
            }
        }
    }

    /** A text without passwords. */
    public String masked(String text) {
        String shown = text;
        for (Map.Entry<String, String> address : addresses.entrySet()) {
            shown = shown.replace(address.getKey(), address.getValue());
        }
        for (String secret : secrets) {
            if (shown.contains(secret)) {
                shown = withoutSecret(shown, secret);
            }
        }
        return SecretScan.masked(shown, SecretScan.ofText(shown, backslashes));
    }

    private String withoutSecret(String text, String secret) {
        boolean everywhere = isMaskedEverywhere(secret);
        return endingAsWord(secret).matcher(text).replaceAll(found -> {
            boolean login = text.startsWith("@", found.end());
            boolean word = (everywhere || login) && beginsAsWord(text, found.start());
            return Matcher.quoteReplacement(
                    word || isIntroduced(text, found.start()) ? SecretPlaces.MASK : found.group());
        });
    }

    private static Pattern endingAsWord(String secret) {
        return Pattern.compile(Pattern.quote(secret)
                + (isLetter(secret.codePointBefore(secret.length())) ? "(?!" + LETTER + ")" : ""));
    }

    private static boolean beginsAsWord(String text, int offset) {
        return offset == 0 || !isLetter(text.codePointAt(offset)) || !isLetter(text.codePointBefore(offset));
    }

    private static boolean isLetter(int point) {
        return Character.isLetterOrDigit(point) || point == '_';
    }

    /** Whether a name of a secret, or the words of SQL, precede; a server that says whether a password was used tells none. */
    private static boolean isIntroduced(String text, int begin) {
        boolean quoted = begin > 0 && "\"'{".indexOf(text.charAt(begin - 1)) >= 0;
        int blank = quoted ? begin - 1 : begin;
        int sign = withoutBlanks(text, blank);
        boolean set = sign > 0 && "=:>".indexOf(text.charAt(sign - 1)) >= 0;
        if (!set && !(quoted && sign < blank)) {
            return false;
        }
        int end = set ? withoutBlanks(text, text.startsWith("=>", sign - 2) ? sign - 2 : sign - 1) : sign;
        if (set && end > 0 && "\"'".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int name = wordBegin(text, end);
        int before = withoutBlanks(text, name);
        String wordBefore = text.substring(wordBegin(text, before), before).toLowerCase(Locale.ROOT);
        String word = text.substring(name, end);
        return SecretNames.isOneOfAddress(word)
                ? !(set && wordBefore.equals("using"))
                : !set && word.equalsIgnoreCase("by") && wordBefore.equals("identified");
    }

    private static int withoutBlanks(String text, int end) {
        int at = end;
        while (at > 0 && end - at < SecretNames.LONGEST && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static int wordBegin(String text, int end) {
        int at = end;
        while (at > 0 && end - at < SecretNames.LONGEST && SecretScan.isNamePart(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private boolean isMaskedEverywhere(String secret) {
        return secret.length() >= LONG
                && !secret.equals(user)
                && endingAsWord(secret)
                        .matcher(shownAddresses)
                        .results()
                        .noneMatch(found -> beginsAsWord(shownAddresses, found.start()));
    }
}
