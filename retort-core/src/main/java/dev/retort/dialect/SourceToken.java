package dev.retort.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word, a quoted name, a text, a number or a sign of a piece of SQL with the place where it stands. White space and comments are no
 * tokens.
 *
 * @param kind what it is
 * @param text what it says: a word in lower case, a quoted name or a text without its quotes, a number or a sign as written
 * @param start where it begins in the SQL
 * @param end where it has ended
 */
public record SourceToken(Kind kind, String text, int start, int end) {

    /** The kinds of tokens. */
    public enum Kind {
        WORD,
        QUOTED_NAME,
        TEXT,
        NUMBER,
        SIGN
    }

    /** The tokens of a piece of SQL in order. Never fails: what does not close ends with the SQL. */
    public static List<SourceToken> of(String sql) {
        List<SourceToken> tokens = new ArrayList<>();
        int at = 0;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            int end;
            if (Character.isWhitespace(c)) {
                at++;
                continue;
            }
            if (sql.startsWith("--", at) || sql.startsWith("/*", at)) {
                at = commentEnd(sql, at);
                continue;
            }
            if (c == '\'' || c == '"' || c == '`' || c == '[') {
                end = quotedEnd(sql, at);
                Kind kind = c == '\'' ? Kind.TEXT : Kind.QUOTED_NAME;
                tokens.add(new SourceToken(kind, withoutQuotes(sql.substring(at, end)), at, end));
            } else if (Character.isDigit(c) || (c == '.' && isDigit(sql, at + 1))) {
                end = numberEnd(sql, at);
                tokens.add(new SourceToken(Kind.NUMBER, sql.substring(at, end), at, end));
            } else if (isWordPart(c)) {
                end = wordEnd(sql, at);
                tokens.add(new SourceToken(Kind.WORD, sql.substring(at, end).toLowerCase(Locale.ROOT), at, end));
            } else {
                end = at + 1;
                tokens.add(new SourceToken(Kind.SIGN, String.valueOf(c), at, end));
            }
            at = end;
        }
        return tokens;
    }

    /** Whether this is a word, given in lower case. */
    public boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    /** Whether this is a sign. */
    public boolean isSign(char sign) {
        return kind == Kind.SIGN && text.charAt(0) == sign;
    }

    private static int commentEnd(String sql, int start) {
        int end = sql.startsWith("--", start) ? sql.indexOf('\n', start) + 1 : sql.indexOf("*/", start + 2) + 2;
        return end > start + 1 ? end : sql.length();
    }

    private static int quotedEnd(String sql, int start) {
        char close = sql.charAt(start) == '[' ? ']' : sql.charAt(start);
        int at = start + 1;
        while (at < sql.length()) {
            boolean closing = sql.charAt(at) == close;
            boolean doubled = closing && close != ']' && at + 1 < sql.length() && sql.charAt(at + 1) == close;
            if (closing && !doubled) {
                return at + 1;
            }
            at += doubled ? 2 : 1;
        }
        return sql.length();
    }

    private static String withoutQuotes(String quoted) {
        char open = quoted.charAt(0);
        char close = open == '[' ? ']' : open;
        int end = quoted.length() - (quoted.length() > 1 && quoted.charAt(quoted.length() - 1) == close ? 1 : 0);
        String inner = quoted.substring(1, end);
        return open == '[' ? inner : inner.replace("" + open + open, "" + open);
    }

    private static int numberEnd(String sql, int start) {
        int at = start;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            boolean exponentSign = at > start && (c == '+' || c == '-') && "eE".indexOf(sql.charAt(at - 1)) >= 0;
            if (!Character.isLetterOrDigit(c) && c != '.' && !exponentSign) {
                break;
            }
            at++;
        }
        return at;
    }

    private static int wordEnd(String sql, int start) {
        int at = start;
        while (at < sql.length() && isWordPart(sql.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || Character.isSurrogate(c);
    }

    private static boolean isDigit(String sql, int at) {
        return at < sql.length() && Character.isDigit(sql.charAt(at));
    }
}
