package dev.retort.tests.catalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word, a name, a value or a sign of a statement that SQLite has kept.
 *
 * @param text as it was written, a name without its quotes
 * @param bare whether it stands without quotes
 */
record SqliteToken(String text, boolean bare) {

    private static final Pattern TOKENS = Pattern.compile("--[^\\n]*|(?s:/\\*.*?(?:\\*/|$))"
            + "|(?<text>[xX]?'(?:[^']|'')*')"
            + "|(?<name>\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`|\\[[^\\]]*\\])"
            + "|(?<other>\\d[\\w.]*(?:(?<=[eE])[+-]\\d+)?|[\\w$\\u0080-\\uffff]+|\\|\\||->>?|<<|>>|<>|[<>=!]=|\\S)");

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_]\\w*");

    static List<SqliteToken> of(String sql) {
        List<SqliteToken> tokens = new ArrayList<>();
        Matcher found = TOKENS.matcher(sql);
        while (found.find()) {
            String name = found.group("name");
            if (name != null) {
                String quote = name.substring(name.length() - 1);
                tokens.add(new SqliteToken(name.substring(1, name.length() - 1).replace(quote + quote, quote), false));
            } else if (found.group("text") != null || found.group("other") != null) {
                tokens.add(new SqliteToken(found.group(), true));
            }
        }
        return tokens;
    }

    /**
     * Tokens as one text, in which neither the case nor the quotes of names that need none show, nor parentheses right around others.
     */
    static String folded(List<SqliteToken> tokens) {
        List<String> words = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        boolean[] left = new boolean[tokens.size()];
        int[] partner = new int[tokens.size()];
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isWord("(")) {
                open.push(i);
            } else if (tokens.get(i).isWord(")") && !open.isEmpty()) {
                int opening = open.pop();
                partner[opening] = i;
                left[opening] = tokens.get(opening + 1).isWord("(") && partner[opening + 1] == i - 1;
                left[i] = left[opening];
            }
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (!left[i]) {
                words.add(tokens.get(i).folded());
            }
        }
        return String.join(" ", words);
    }

    private String folded() {
        if (text.endsWith("'") && bare) {
            return text;
        }
        return bare || PLAIN_NAME.matcher(text).matches() ? text.toUpperCase(Locale.ROOT) : '"' + text + '"';
    }

    /** How much deeper in parentheses what follows stands. */
    int depth() {
        return isWord("(") ? 1 : isWord(")") ? -1 : 0;
    }

    /** Whether it is one of some words of SQL, given in upper case. */
    boolean isWord(String... words) {
        return bare && List.of(words).contains(text.toUpperCase(Locale.ROOT));
    }
}
