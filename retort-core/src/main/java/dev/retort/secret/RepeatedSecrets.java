package dev.retort.secret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the secrets in a row that a server refuses and repeats. */
final class RepeatedSecrets {

    /** The values of a key up to the words that follow in English, or else as far as they may go. */
    private static final Pattern KEY = Pattern.compile(
            "\\)(?:=| VALUES )\\((?:([^\\n]{0,2000}?)\\)(?= (?:already|conflicts|is (?:not|still|duplicated)) )|([^\\n]{0,2000})\\))");

    private static final Pattern OTHER_COLUMNS = Pattern.compile("(?:,? ?[\\w\"]{1,80}){0,20}");

    private static final Pattern DUPLICATE =
            Pattern.compile(" '([^\\n]{0,2000}?)' for key '([^'\\n]{1,200})'", Pattern.CASE_INSENSITIVE);

    private final String text;
    private final SecretValues values;

    RepeatedSecrets(String text, SecretValues values) {
        this.text = text;
        this.values = values;
    }

    /** Finds the value that a server repeats before the name of its key. */
    int entry(int end) {
        Matcher entry = DUPLICATE.matcher(text).region(end, text.length());
        if (!entry.lookingAt() || !SecretNames.isOne(entry.group(2))) {
            return end;
        }
        values.add(entry.start(1), entry.end(1));
        return entry.end();
    }

    /** Finds the values of a key that a server repeats, such as {@code (email, token)=(a, b)}. */
    int key(int end) {
        Matcher columns = OTHER_COLUMNS.matcher(text).region(end, text.length());
        int at = columns.lookingAt() ? columns.end() : end;
        Matcher key = KEY.matcher(text).region(at, text.length());
        if (!key.lookingAt()) {
            return end;
        }
        int group = key.group(1) == null ? 2 : 1;
        values.add(key.start(group), key.end(group));
        return key.end();
    }
}
