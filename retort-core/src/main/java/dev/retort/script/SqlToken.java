package dev.retort.script;

import java.util.Locale;

/**
 * One token of an SQL text.
 *
 * @param kind what it is
 * @param text the token as written
 * @param start where it begins
 * @param closed false for a quote or comment that the text ends within
 */
record SqlToken(Kind kind, String text, int start, boolean closed) {

    enum Kind {
        WORD,
        QUOTED,
        SYMBOL,
        LINE_COMMENT,
        BLOCK_COMMENT,
        END
    }

    int end() {
        return start + text.length();
    }

    boolean isEnd() {
        return kind == Kind.END;
    }

    boolean isComment() {
        return kind == Kind.LINE_COMMENT || kind == Kind.BLOCK_COMMENT;
    }

    boolean isSymbol(char symbol) {
        return kind == Kind.SYMBOL && text.length() == 1 && text.charAt(0) == symbol;
    }

    /** The word in upper case; empty for anything but a word. */
    String word() {
        return kind == Kind.WORD ? text.toUpperCase(Locale.ROOT) : "";
    }
}
