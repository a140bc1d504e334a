package dev.retort.dialect;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which names tell that what they name is a password or another secret. */
final class SecretNames {

    /** What is longer names nothing. */
    static final int LONGEST = 80;

    private static final Pattern PASSWORD = Pattern.compile(
            "pass(?:word|wd|phrase|code)|pwd|(?:^|[_.-])(?:db|user|my|pg|root|admin)?pass\\d*(?:$|[_.-])");

    private static final Pattern OTHER =
            Pattern.compile("secret(?!ar)|token(?!i)|credential|(?:api|access|private)[_.-]?key(?!s?store)");

    /** What is told about a secret, such as how long it is. */
    private static final Pattern ABOUT = Pattern.compile(
            "[_.-](?:encryption|lifetime|policy|length|at|count|type|age|time|date|expires|expiry|attempts|url|endpoint)$");

    private static final Pattern OF_ADDRESS = Pattern.compile(
            "pass|^(?:hex|re|hexre|text)?key$|(?:cipher|crypt|crypto|encrypt|encryption|decryption)[_.-]?key$");

    private SecretNames() {}

    /** Whether a text says nothing that a password could follow, which is quickly told. */
    static boolean isWithoutAny(String text) {
        return !HINT.matcher(text).find();
    }

    private static final Pattern HINT = Pattern.compile(
            "://?|jdbc:|pass|pwd|secret|token|credential|key|identified|salt|hash|crypt", Pattern.CASE_INSENSITIVE);

    /** Whether it names a secret in any text. */
    static boolean isOne(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return (PASSWORD.matcher(lower).find() || OTHER.matcher(lower).find())
                && !ABOUT.matcher(lower).find();
    }

    /** Whether it names a password, which may also follow without a sign between. */
    static boolean isPassword(String name) {
        return PASSWORD.matcher(name.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether a setting of an address holds a secret. */
    static boolean isOneOfAddress(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return OF_ADDRESS.matcher(lower).find()
                || OTHER.matcher(lower).find()
                || PASSWORD.matcher(lower).find();
    }
}
