package dev.retort.sql;

import java.util.Optional;

/**
 * The command {@code DELIMITER} of a client program, which says what ends a statement from the next line on: https://mariadb.com/kb/en/delimiters/
 *
 * @param delimiter the text that ends a statement; empty if the command names none
 */
public record DelimiterCommand(String delimiter) {

    /** What ends a statement unless the command has said otherwise. */
    public static final String SEMICOLON = ";";

    private static final String WORD = "delimiter";

    /** The programs cut a longer one off without saying so. */
    private static final int LONGEST = 15;

    /** Whether its word is at an offset of a text. */
    static boolean mayBegin(String text, int offset) {
        return text.regionMatches(true, offset, WORD, 0, WORD.length());
    }

    /** The command that a line is, given from its first word on; empty if it is another line. */
    public static Optional<DelimiterCommand> of(String line) {
        boolean command = mayBegin(line, 0)
                && (line.length() == WORD.length() || Character.isWhitespace(line.charAt(WORD.length())));
        return command
                ? Optional.of(new DelimiterCommand(
                        argument(line.substring(WORD.length()).strip())))
                : Optional.empty();
    }

    /** The first word, or what is in quotes; the programs ignore the rest of the line. */
    private static String argument(String text) {
        if (text.isEmpty()) {
            return "";
        }
        if ("'\"`".indexOf(text.charAt(0)) >= 0) {
            int close = text.indexOf(text.charAt(0), 1);
            return text.substring(1, close < 0 ? text.length() : close);
        }
        return text.split("\\s", 2)[0];
    }

    /** Why the programs reject it, or read it otherwise than it looks; empty if it can be used. */
    public Optional<String> problem() {
        if (delimiter.isEmpty()) {
            return Optional.of("names no delimiter");
        }
        if (delimiter.indexOf('\\') >= 0) {
            return Optional.of("names a delimiter with a backslash");
        }
        if (delimiter.startsWith("--")) {
            return Optional.of("names a delimiter that begins a comment");
        }
        return delimiter.length() > LONGEST
                ? Optional.of("names a delimiter of more than " + LONGEST + " characters")
                : Optional.empty();
    }

    /** Whether nothing but the command can be meant: the word is also a name, which a line of a statement may begin with. */
    public boolean isUnmistakable() {
        return !delimiter.isEmpty()
                && delimiter
                        .chars()
                        .noneMatch(c -> Character.isLetterOrDigit(c)
                                || Character.isWhitespace(c)
                                || "=<>,.()'\"`_".indexOf(c) >= 0);
    }
}
