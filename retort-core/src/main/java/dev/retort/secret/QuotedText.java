package dev.retort.secret;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is in quotes somewhere in a text, which may itself be in quotes: then its own are doubled, or have backslashes before them.
 *
 * @param begin where the content begins
 * @param end where it ends
 * @param after where the text continues
 */
record QuotedText(int begin, int end, int after) {

    private static final Set<String> PREFIXES = Set.of("E", "N", "B", "X", "U&");
    private static final int LONGEST_PREFIX = 12;
    private static final int LONGEST_TAG = 64;
    private static final int LONGEST_COMMENT = 1000;
    private static final int LONGEST_GAP = 1000;

    /** Whether it holds nothing that must not be shown: nothing, or a reference to a variable. */
    boolean isHarmless(String text) {
        return begin == end || (text.startsWith("${", begin) && text.indexOf('}', begin) == end - 1);
    }

    /** What is in quotes from an offset on, also after the letters that tell what kind of text it is; null where none begins. */
    static @Nullable QuotedText at(String text, int offset, boolean backslashes) {
        int quote = afterPrefix(text, offset);
        if (quote == text.length()) {
            return null;
        }
        // In double quotes it is JSON more often than the name of something that ends with a backslash.
        boolean escapes =
                backslashes || text.charAt(quote) == '"' || (quote > offset && "eE".indexOf(text.charAt(offset)) >= 0);
        return switch (text.charAt(quote)) {
            case '\'', '"' -> doubled(text, quote, escapes);
            case '\\' -> escaped(text, quote);
            case '$' -> quote == offset ? dollar(text, quote) : null;
            default -> null;
        };
    }

    /** Behind the letters before a quote, such as {@code E}, {@code U&} or {@code _utf8}; the offset where no quote follows. */
    static int afterPrefix(String text, int offset) {
        int at = offset;
        while (at < text.length() && at - offset < LONGEST_PREFIX && isPrefix(text.charAt(at))) {
            at++;
        }
        boolean known = at > offset
                && (text.charAt(offset) == '_'
                        || PREFIXES.contains(text.substring(offset, at).toUpperCase(Locale.ROOT)));
        return known && at < text.length() && text.charAt(at) == '\'' ? at : offset;
    }

    private static boolean isPrefix(char c) {
        return c == '&' || c == '_' || Character.isLetterOrDigit(c);
    }

    /** The quotes from an offset on that are the same character. */
    static int run(String text, int offset) {
        int at = offset;
        while (at < text.length() && text.charAt(at) == text.charAt(offset)) {
            at++;
        }
        return at - offset;
    }

    private static QuotedText doubled(String text, int open, boolean escapes) {
        char quote = text.charAt(open);
        int run = run(text, open);
        if (run % 2 == 0 && isEnd(text, open + run)) {
            return new QuotedText(open + run / 2, open + run / 2, open + run);
        }
        int length = Integer.lowestOneBit(run);
        int begin = open + length;
        int masked = begin + SecretPlaces.MASK.length();
        if (text.startsWith(SecretPlaces.MASK, begin)
                && text.startsWith(text.substring(open, begin), masked)
                && isEndOfMask(text, masked + length)) {
            return new QuotedText(begin, masked, masked + length);
        }
        int maybe = -1;
        int at = begin;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length() && (escapes || isEscape(text, at + 1, quote))) {
                at += 1 + (text.charAt(at + 1) == quote ? Math.min(length, run(text, at + 1)) : 1);
            } else if (c == quote) {
                int found = run(text, at);
                int rest = found % (2 * length);
                if (rest > 0) {
                    int end = at + found - rest;
                    return new QuotedText(begin, end, rest >= length ? end + length : end);
                }
                if (maybe < 0 && at > begin && isEnd(text, at + found)) {
                    maybe = at;
                }
                at += found;
            } else {
                at++;
            }
        }
        int end = maybe < 0 ? endOfLine(text, begin) : maybe;
        return new QuotedText(begin, end, maybe < 0 ? end : end + length);
    }

    /** Whether a mask may end before an offset, also where the quotes of a sentence close. */
    private static boolean isEndOfMask(String text, int offset) {
        return isEnd(text, offset) || ("'\"".indexOf(text.charAt(offset)) >= 0 && isEnd(text, offset + 1));
    }

    /** Where it is not known what a backslash does: it escapes a quote behind which the text cannot end. */
    private static boolean isEscape(String text, int offset, char quote) {
        return text.charAt(offset) == quote && !isEnd(text, offset + 1);
    }

    private static QuotedText escaped(String text, int open) {
        int length = run(text, open);
        int begin = open + length + 1;
        if (begin > text.length() || (text.charAt(begin - 1) != '"' && text.charAt(begin - 1) != '\'')) {
            return new QuotedText(open, open, open);
        }
        char quote = text.charAt(begin - 1);
        int at = begin;
        while (at < text.length()) {
            if (text.charAt(at) == '\\') {
                int found = run(text, at);
                boolean quoted = at + found < text.length() && text.charAt(at + found) == quote;
                int rest = found % (2 * (length + 1));
                if (quoted && rest <= 2 * length) {
                    return new QuotedText(begin, at + found - rest, at + found + 1);
                }
                at += quoted ? found + 1 : found;
            } else if (text.charAt(at) == quote) {
                return new QuotedText(begin, at, at);
            } else {
                at++;
            }
        }
        int end = endOfLine(text, begin);
        return new QuotedText(begin, end, end);
    }

    private static @Nullable QuotedText dollar(String text, int open) {
        int at = open + 1;
        while (at < text.length()
                && at - open < LONGEST_TAG
                && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        if (at == text.length() || text.charAt(at) != '$') {
            return null;
        }
        String tag = text.substring(open, at + 1);
        int end = text.indexOf(tag, at + 1);
        return end < 0
                ? new QuotedText(at + 1, text.length(), text.length())
                : new QuotedText(at + 1, end, end + tag.length());
    }

    /** Whether a text in quotes may end before an offset: nothing follows that could belong to it. */
    static boolean isEnd(String text, int offset) {
        return offset >= text.length()
                || Character.isWhitespace(text.charAt(offset))
                || ",;:.|>)]}".indexOf(text.charAt(offset)) >= 0;
    }

    static int endOfLine(String text, int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end;
    }

    /** The last offset, from one on backwards, that is no blank; -1 where none is. */
    static int beforeBlanks(String text, int offset) {
        int at = offset;
        while (at >= 0 && text.charAt(at) == ' ') {
            at--;
        }
        return at;
    }

    /** Behind white space and comments. */
    static int afterGap(String text, int offset) {
        int at = offset;
        while (at < text.length() && at - offset < LONGEST_GAP) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("/*", at)) {
                int end = near(text, "*/", at);
                if (end < 0) {
                    return at;
                }
                at = end;
            } else if (text.startsWith("--", at)) {
                int end = near(text, "\n", at);
                if (end < 0) {
                    return at;
                }
                at = end;
            } else if (text.startsWith("[*]", at)) {
                at += 3;
            } else {
                return at;
            }
        }
        return at;
    }

    /** Behind a sign that follows soon; -1 where none does. */
    private static int near(String text, String sign, int offset) {
        int last = Math.min(text.length(), offset + LONGEST_COMMENT);
        for (int at = offset; at < last; at++) {
            if (text.startsWith(sign, at)) {
                return at + sign.length();
            }
        }
        return -1;
    }
}
