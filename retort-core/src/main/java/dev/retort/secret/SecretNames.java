package dev.retort.secret;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which names tell that what they name is a password or another secret. */
public final class SecretNames {

    /** What is longer names nothing. */
    public static final int LONGEST = 80;

    private static final Pattern PASSWORD = Pattern.compile(
            "pass(?:word|wd|phrase|code)|pwd|(?:^|[_.-])(?:db|user|my|pg|root|admin)?pass\\d*(?:$|[_.-])");

    private static final Pattern OTHER =
            Pattern.compile("secret(?!ar)|token(?!i)|credential|(?:api|access|private)[_.-]?key(?!s?store)");

    /** What is told about a secret, such as how long it is, and what is a file or an exception. */
    private static final Pattern ABOUT = Pattern.compile(
            "[_.-](?:encryption|lifetime|policy|length|at|count|type|age|time|date|expires|expiry|attempts|url|endpoint)$"
                    + "|\\.(?:sql|java|class|jar|toml|env|ya?ml|xml|json|properties|txt|mustache|db)$|(?:exception|error)$");

    private static final Pattern OF_ADDRESS = Pattern.compile(
            "pass|^(?:hex|re|hexre|text)?key$|(?:cipher|crypt|crypto|encrypt|encryption|decryption)[_.-]?key$");

    private SecretNames() {}

    /** Whether a text says nothing that a secret could follow, which is quickly told. */
    static boolean isWithoutAny(String text) {
        return isWithoutAny(text, 0, text.length());
    }

    /** Whether a part of a text says nothing that a secret could follow. */
    static boolean isWithoutAny(String text, int begin, int end) {
        for (int at = begin; at < end; at++) {
            if (isHint(text, at)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHint(String text, int at) {
        return switch (text.charAt(at)) {
            case ':' -> text.startsWith("/", at + 1);
            case 'p', 'P' -> is("pass", text, at) || is("pwd", text, at) || is("pragma", text, at);
            case 's', 'S' -> is("secret", text, at) || is("salt", text, at);
            case 't', 'T' -> is("token", text, at);
            case 'c', 'C' -> is("credential", text, at) || is("crypt", text, at);
            case 'i', 'I' -> is("identified", text, at);
            case 'j', 'J' -> is("jdbc:", text, at);
            case 'l', 'L' -> is("link", text, at);
            case 'a', 'A' -> is("attach", text, at);
            case 'b', 'B' -> is("bearer", text, at) || is("basic ", text, at);
            case 'k', 'K' -> at > 0 && !Character.isWhitespace(text.charAt(at - 1)) && is("key", text, at);
            default -> false;
        };
    }

    private static boolean is(String hint, String text, int at) {
        return text.regionMatches(true, at, hint, 0, hint.length());
    }

    /** Whether it names a secret in any text. */
    static boolean isOne(String name) {
        if (isWithoutAny(name)) {
            return false;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return (PASSWORD.matcher(lower).find() || OTHER.matcher(lower).find())
                && !ABOUT.matcher(lower).find();
    }

    /** Whether it names a password, which may also follow without a sign between. */
    static boolean isPassword(String name) {
        return PASSWORD.matcher(name.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether a setting of an address holds a secret. */
    public static boolean isOneOfAddress(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return OF_ADDRESS.matcher(lower).find()
                || OTHER.matcher(lower).find()
                || PASSWORD.matcher(lower).find();
    }
}
