package dev.retort.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word of an SQL expression.
 *
 * @param kind what it is
 * @param text a word in lower case, a quoted name or text without its quotes, a number or sign as it is
 */
record ExpressionToken(Kind kind, String text) {

    enum Kind {
        WORD,
        QUOTED_NAME,
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    private static final String OPERATOR_CHARACTERS = "+-*/<>=~!@#%^&|?:";

    boolean is(String expected) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(expected);
    }

    /** The words of a text, with an end behind the last. */
    static List<ExpressionToken> of(String sql, SqlSyntax syntax) {
        List<ExpressionToken> tokens = new ArrayList<>();
        int at = 0;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            int end;
            if (Character.isWhitespace(c)) {
                end = at + 1;
            } else if (c == '\'' || c == syntax.nameQuote()) {
                end = endOfQuoted(sql, at, syntax);
                tokens.add(quoted(sql, at, end, syntax));
            } else if (Character.isLetter(c) || c == '_') {
                end = endOfWord(sql, at);
                tokens.add(new ExpressionToken(Kind.WORD, sql.substring(at, end).toLowerCase(Locale.ROOT)));
            } else if (Character.isDigit(c)) {
                end = endOfNumber(sql, at);
                tokens.add(new ExpressionToken(Kind.NUMBER, sql.substring(at, end)));
            } else {
                end = endOfSign(sql, at);
                tokens.add(new ExpressionToken(Kind.SIGN, sql.substring(at, end)));
            }
            at = end;
        }
        tokens.add(new ExpressionToken(Kind.END, ""));
        return tokens;
    }

    private static int endOfQuoted(String sql, int start, SqlSyntax syntax) {
        char quote = sql.charAt(start);
        int at = start + 1;
        while (at < sql.length()) {
            if (sql.charAt(at) == '\\' && quote == '\'' && syntax.backslashEscapes()) {
                at++;
            } else if (sql.charAt(at) == quote) {
                if (at + 1 == sql.length() || sql.charAt(at + 1) != quote) {
                    return at + 1;
                }
                at++;
            }
            at++;
        }
        return sql.length();
    }

    private static ExpressionToken quoted(String sql, int start, int end, SqlSyntax syntax) {
        String quote = sql.substring(start, start + 1);
        String inner = sql.substring(start + 1, Math.max(start + 1, end - 1));
        boolean text = quote.equals("'");
        if (text && syntax.backslashEscapes()) {
            return new ExpressionToken(Kind.TEXT, withoutEscapes(inner));
        }
        return new ExpressionToken(text ? Kind.TEXT : Kind.QUOTED_NAME, inner.replace(quote + quote, quote));
    }

    private static String withoutEscapes(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '\\' || c == '\'') && i + 1 < text.length()) {
                i++;
                plain.append(c == '\\' ? escaped(text.charAt(i)) : text.substring(i, i + 1));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case '0' -> "\0";
            // A backslash stays before these two, which mean themselves in a pattern.
            case '%', '_' -> "\\" + c;
            default -> String.valueOf(c);
        };
    }

    private static int endOfWord(String sql, int start) {
        int at = start;
        while (at < sql.length() && (Character.isLetterOrDigit(sql.charAt(at)) || "_$".indexOf(sql.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    private static int endOfNumber(String sql, int start) {
        int at = start;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            boolean exponent = (c == '+' || c == '-') && "eE".indexOf(sql.charAt(at - 1)) >= 0;
            if (!Character.isLetterOrDigit(c) && c != '.' && !exponent) {
                break;
            }
            at++;
        }
        return at;
    }

    private static int endOfSign(String sql, int start) {
        if (OPERATOR_CHARACTERS.indexOf(sql.charAt(start)) < 0) {
            return start + 1;
        }
        int at = start + 1;
        while (at < sql.length() && OPERATOR_CHARACTERS.indexOf(sql.charAt(at)) >= 0) {
            // A sign before a number is no part of the operator before it: a >-1.
            if ("+-".indexOf(sql.charAt(at)) >= 0 && "<>=*/+-".indexOf(sql.charAt(at - 1)) >= 0) {
                if (!sql.startsWith("->", at)) {
                    break;
                }
            }
            at++;
        }
        return at;
    }
}
