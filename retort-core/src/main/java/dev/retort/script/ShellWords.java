package dev.retort.script;

import dev.retort.error.ConfigurationException;
import java.util.ArrayList;
import java.util.List;

/** Splits an option string into words as a POSIX shell does, with quotes and backslashes. */
final class ShellWords {

    private ShellWords() {}

    /**
     * Splits a text. Nothing is expanded.
     *
     * @throws ConfigurationException if a quote is not closed
     */
    static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 && Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                inWord = false;
                continue;
            }
            inWord = true;
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (c == '\\' && i + 1 < text.length() && escapes(quote, text.charAt(i + 1))) {
                i++;
                word.append(text.charAt(i));
            } else {
                word.append(c);
            }
        }
        if (quote != 0) {
            throw new ConfigurationException(
                    "post_write_hooks",
                    "A quote is not closed in the options '" + text + "'.",
                    null,
                    "Add the other " + quote + ".");
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean escapes(char quote, char next) {
        return quote == 0 || (quote == '"' && (next == '"' || next == '\\'));
    }
}
