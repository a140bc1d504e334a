package dev.retort.dialect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The passwords of one connection, and how a text is shown without them. A password is masked where one stands: in the login of an
 * address, or as the value of a setting that is named like one. From 8 characters on it is masked as a whole word everywhere, unless the
 * same word is also the connection's user or stands in its address as shown. Addresses of other connections are masked by their form.
 */
public final class Secrets {

    /** The length from which a password is masked wherever it stands. */
    private static final int LONG = 8;

    private static final String LETTER = "[\\p{L}\\p{N}_]";

    /** An address in a text ends at a blank, and not with the punctuation of a sentence. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(?:jdbc:[a-z0-9]+:|[a-z][a-z0-9+.-]*://)\\S*[^\\s.,;:!?)'\"\\]]");

    /** The login of an address, unless it is the one by which texts explain where a login stands. */
    private static final Pattern LOGIN = Pattern.compile("(?i)(^[a-z][a-z0-9+.:-]*://)(?!user:password@)[^\\s/?#]*@");

    /** What introduces a password outside an address; a server that says whether one was used tells none. */
    private static final String INTRODUCTION = "((?i:(?<!using )" + SecretPlaces.NAME
            + "[\"']?\\s*(?:=>|[=:])\\s*[\"'{]?|(?:" + SecretPlaces.NAME + "|identified\\s+by)\\s+[\"']))";

    private final Set<String> addresses;
    private final Set<String> secrets = longestFirst();
    private final String user;
    private final String shownAddresses;

    private Secrets(Set<String> addresses, @Nullable String user, @Nullable String password) {
        this.addresses = addresses;
        StringBuilder shown = new StringBuilder();
        String userOfAddress = "";
        for (String address : addresses) {
            SecretPlaces.secrets(address).forEach(this::addSpellings);
            userOfAddress = SecretPlaces.user(address);
            shown.append(SecretPlaces.masked(address)).append('\n');
        }
        if (password != null) {
            addSpellings(password);
        }
        this.user = user == null ? DeploymentUrl.decoded(userOfAddress) : user;
        this.shownAddresses = shown.toString();
    }

    /**
     * The secrets of a connection.
     *
     * @param url the address as the settings write it; null for none
     * @param address what became of it; null when it is none
     * @param user the user that the settings name; null for none
     * @param password the password that the settings name; null for none
     */
    static Secrets of(
            @Nullable String url, @Nullable DatabaseAddress address, @Nullable String user, @Nullable String password) {
        Set<String> addresses = longestFirst();
        if (url != null && !url.isEmpty()) {
            addresses.add(url);
        }
        if (address != null) {
            addresses.add(address.jdbcUrl());
        }
        return new Secrets(
                addresses, address == null ? user : address.user(), address == null ? password : address.password());
    }

    private static Set<String> longestFirst() {
        return new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
    }

    /** A secret as it may be spelled: as written, decoded, encoded for an address, quoted. */
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
        for (String address : addresses) {
            shown = shown.replace(address, SecretPlaces.masked(address));
        }
        shown = ADDRESS.matcher(shown).replaceAll(found -> Matcher.quoteReplacement(foreign(found.group())));
        for (String secret : secrets) {
            if (shown.contains(secret)) {
                shown = withoutSecret(shown, secret);
            }
        }
        return shown;
    }

    private static String foreign(String address) {
        return address.regionMatches(true, 0, "jdbc:", 0, 5)
                ? SecretPlaces.masked(address)
                : LOGIN.matcher(SecretPlaces.withoutSettings(address))
                        .replaceFirst("$1" + Matcher.quoteReplacement(SecretPlaces.MASK) + "@");
    }

    private String withoutSecret(String text, String secret) {
        String word = word(secret);
        String mask = Matcher.quoteReplacement(SecretPlaces.MASK);
        String shown = text.replaceAll(INTRODUCTION + Pattern.quote(secret) + end(secret), "$1" + mask)
                .replaceAll(word + "(?=@)", mask);
        return isMaskedEverywhere(secret, word) ? shown.replaceAll(word, mask) : shown;
    }

    private boolean isMaskedEverywhere(String secret, String word) {
        return secret.length() >= LONG
                && !secret.equals(user)
                && !Pattern.compile(word).matcher(shownAddresses).find();
    }

    private static String word(String secret) {
        String begin = Pattern.matches(LETTER + "(?s:.*)", secret) ? "(?<!" + LETTER + ")" : "";
        return begin + Pattern.quote(secret) + end(secret);
    }

    private static String end(String secret) {
        return Pattern.matches("(?s:.*)" + LETTER, secret) ? "(?!" + LETTER + ")" : "";
    }
}
