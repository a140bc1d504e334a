package dev.retort.sql;

import java.util.Locale;

/**
 * One token of an SQL text.
 *
 * @param kind what it is
 * @param text the token as written
 * @param value what it says: a word in lower case, a text or a quoted name without quotes and escapes, all else as written
 * @param start where it begins
 * @param closed false for a quote or comment that the text ends within
 */
public record SqlToken(Kind kind, String text, String value, int start, boolean closed) {

    /** The kinds of tokens. */
    public enum Kind {
        /** A keyword or a name without quotes. */
        WORD,
        NUMBER,
        TEXT,
        QUOTED_NAME,
        /** One character that belongs to nothing else; an operator of two characters is two signs. */
        SIGN,
        LINE_COMMENT,
        BLOCK_COMMENT,
        /** What looks like a comment and is executed. */
        EXECUTED_COMMENT,
        /** The line of a {@link DelimiterCommand}; its value is the delimiter. */
        DELIMITER_COMMAND,
        /** What ends a statement in place of the semicolon. */
        DELIMITER,
        /** The end of the text. */
        END
    }

    /** A token without quotes. */
    public static SqlToken plain(Kind kind, String text, int start) {
        return new SqlToken(kind, text, kind == Kind.WORD ? text.toLowerCase(Locale.ROOT) : text, start, true);
    }

    /** Where it has ended. */
    public int end() {
        return start + text.length();
    }

    public boolean isEnd() {
        return kind == Kind.END;
    }

    public boolean isComment() {
        return kind == Kind.LINE_COMMENT || kind == Kind.BLOCK_COMMENT;
    }

    /** Whether it tells the client where statements end, or ends one for the client alone, so that it is never sent. */
    public boolean isForClient() {
        return kind == Kind.DELIMITER || kind == Kind.DELIMITER_COMMAND;
    }

    /** Whether this is a word, given in lower case, or a sign. */
    public boolean is(String wordOrSign) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && value.equals(wordOrSign);
    }

    /** The word in lower case; empty for anything but a word. */
    public String word() {
        return kind == Kind.WORD ? value : "";
    }

    /** The name that it is when it stands where a name does: a word as written, a quoted name without its quotes. */
    public String name() {
        return kind == Kind.WORD ? text : value;
    }
}
