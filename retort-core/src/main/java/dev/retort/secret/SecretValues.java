package dev.retort.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds how far a secret goes that begins at an offset of a text, and keeps where each stands. */
final class SecretValues {

    /** A longer text in quotes that may hold secrets is one as a whole. */
    private static final int LONGEST_INSIDE = 4000;

    /** Words that end an expression. */
    private static final Set<String> AFTER_EXPRESSION = Set.of(
            "and",
            "as",
            "else",
            "end",
            "from",
            "group",
            "having",
            "limit",
            "on",
            "or",
            "order",
            "returning",
            "then",
            "union",
            "values",
            "when",
            "where");

    /** No quotes are open. */
    static final char NONE = 0;

    static final Pattern CALL = Pattern.compile("[A-Za-z_][\\w.]{0,80}\\(");

    static final Pattern NEXT = Pattern.compile("\\s{0,20}[A-Za-z_][\\w.-]{0,80}\\s{0,20}=");

    private static final Pattern TAG = Pattern.compile("\\$(?:[A-Za-z_]\\w{0,63})?\\$");

    /** Dollars that close quotes. */
    private static final Pattern DOLLAR = Pattern.compile("\\$\\w{0,64}\\$(?=[\\s,;)]|\\z)");

    private final String text;
    private final boolean address;
    private final boolean backslashes;
    private final List<SecretScan.Part> found = new ArrayList<>();
    private char open = NONE;
    private int openAt;
    private String openTag = "";
    private int tagEnd;

    SecretValues(String text, boolean address, boolean backslashes) {
        this.text = text;
        this.address = address;
        this.backslashes = backslashes;
    }

    /** The parts that were found, in order. */
    List<SecretScan.Part> found() {
        return found;
    }

    /** The quotes that are open, as far as can be told, or {@link #NONE}. */
    char open() {
        return open;
    }

    void open(char quotes, int at) {
        open = quotes;
        openAt = at;
    }

    /** Where the quotes that are open began. */
    int openAt() {
        return openAt;
    }

    void close() {
        open = NONE;
    }

    void add(int begin, int end) {
        add(new SecretScan.Part(begin, end));
    }

    void add(SecretScan.Part part) {
        found.add(part);
    }

    /** Takes a dollar, which may begin a tag that opens or closes quotes. */
    void dollar(int at) {
        Matcher tag = TAG.matcher(text).region(at, text.length());
        if (at >= tagEnd && tag.lookingAt()) {
            openTag = openTag.isEmpty() ? tag.group() : openTag.equals(tag.group()) ? "" : openTag;
            tagEnd = tag.end();
        }
    }

    /** Whether a dollar begins no text in quotes but a value. */
    boolean isOpenDollar(int at) {
        QuotedText quoted = text.charAt(at) == '$' ? QuotedText.at(text, at, backslashes) : null;
        return quoted != null && quoted.end() == quoted.after();
    }

    /** Finds a text in quotes that follows without a sign between, if it begins with one of these. */
    int direct(int offset, String begins) {
        int at = QuotedText.afterGap(text, offset);
        if (!openTag.isEmpty() && text.startsWith(openTag, at)) {
            return offset;
        }
        QuotedText quoted = QuotedText.at(text, at, backslashes);
        if (quoted == null || (begins.indexOf(text.charAt(at)) < 0 && !SecretScan.isNamePart(text.charAt(at)))) {
            return offset;
        }
        int after = quoted(at);
        return after > at ? after : offset;
    }

    /** Finds a text in quotes, and what is appended to it; the offset where none begins. */
    int quoted(int at) {
        int begin = QuotedText.afterPrefix(text, at);
        char quote = text.charAt(begin);
        int run = QuotedText.run(text, begin);
        boolean closes = open == quote && begin > 0 && " =\n".indexOf(text.charAt(begin - 1)) >= 0;
        if (quote == '\'' && run % 2 == 1 && (closes || run > 1)) {
            int appended = appended(begin + run, true);
            if (appended > begin + run) {
                open = NONE;
                return appended;
            }
        }
        if (quote == open && run == 1 && QuotedText.isEnd(text, begin + 1)) {
            return at;
        }
        QuotedText quoted = QuotedText.at(text, at, backslashes);
        if (quoted == null) {
            return at;
        }
        add(quoted);
        int after = quoted.after();
        int next = QuotedText.afterGap(text, after);
        while (quote == '\'' && next > after && next < text.length() && text.charAt(next) == quote && open != quote) {
            QuotedText continued = QuotedText.at(text, next, backslashes);
            if (continued == null || continued.after() <= next) {
                break;
            }
            add(continued);
            after = continued.after();
            next = QuotedText.afterGap(text, after);
        }
        return appended(after, false);
    }

    /** Finds what is appended to a text in quotes, as another text or a call; the offset where nothing is. */
    private int appended(int offset, boolean asArgument) {
        int sign = QuotedText.afterGap(text, offset);
        int length = text.startsWith("||", sign) ? 2 : asArgument && text.startsWith(",", sign) ? 1 : 0;
        if (length == 0) {
            return offset;
        }
        int at = QuotedText.afterGap(text, sign + length);
        QuotedText quoted = QuotedText.at(text, at, backslashes);
        if (quoted != null) {
            add(quoted);
            return quoted.after();
        }
        Matcher call = CALL.matcher(text).region(at, text.length());
        return call.lookingAt() ? allIn(call.end()) : offset;
    }

    /** Finds all texts in quotes up to the parenthesis or bracket that closes. */
    int allIn(int begin) {
        return arguments(begin, number -> true);
    }

    /**
     * Finds what is in quotes in some arguments, and the secrets in the quotes of others, up to the parenthesis that closes.
     *
     * @param wanted which, counted from 1
     */
    int arguments(int begin, IntPredicate wanted) {
        int depth = 1;
        int argument = 1;
        int at = begin;
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case '(', '[' -> depth++;
                case ')', ']' -> depth--;
                case ',' -> argument += depth == 1 ? 1 : 0;
                default -> {}
            }
            if (c == ';' || depth == 0) {
                return at;
            }
            QuotedText quoted = "'\"$\\".indexOf(c) < 0 ? null : QuotedText.at(text, at, backslashes);
            if (quoted == null || quoted.after() == at) {
                at++;
            } else {
                if (wanted.test(argument)) {
                    add(quoted);
                } else {
                    addInside(quoted);
                }
                at = quoted.after();
            }
        }
        return at;
    }

    private void addInside(QuotedText quoted) {
        String content = text.substring(quoted.begin(), quoted.end());
        if (content.length() > LONGEST_INSIDE && !SecretNames.isWithoutAny(content)) {
            add(quoted);
            return;
        }
        for (SecretScan.Part part : SecretScan.ofWhole(content, backslashes)) {
            add(part.shifted(quoted.begin()));
        }
    }

    /** Whether a text in quotes begins at an offset. */
    boolean isQuoted(int at) {
        return at < text.length() && !isOpenDollar(at) && QuotedText.at(text, at, backslashes) != null;
    }

    /** Finds the text values of an expression in a statement. */
    int expression(int begin) {
        int at = isQuoted(begin) ? quoted(begin) : begin;
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            QuotedText quoted = QuotedText.at(text, at, backslashes);
            if (c == open && QuotedText.run(text, at) == 1 && QuotedText.isEnd(text, at + 1)) {
                return at;
            }
            if (quoted != null && quoted.after() > at) {
                if (c != '"' || backslashes) {
                    add(quoted);
                }
                at = quoted.after();
            } else if (SecretScan.isWordPart(c)) {
                int end = wordEnd(at);
                String word = text.substring(at, Math.min(end, at + SecretNames.LONGEST))
                        .toLowerCase(Locale.ROOT);
                if (depth == 0 && AFTER_EXPRESSION.contains(word)) {
                    return at;
                }
                depth += word.equals("case") ? 1 : word.equals("end") ? -1 : 0;
                at = end;
            } else {
                depth += "([".indexOf(c) >= 0 ? 1 : ")]".indexOf(c) >= 0 ? -1 : 0;
                if (depth < 0 || c == ';' || (depth == 0 && (c == ',' || (c == '\n' && !goesOn(at))))) {
                    return at;
                }
                at++;
            }
        }
        return at;
    }

    private int wordEnd(int begin) {
        int end = begin;
        while (end < text.length() && SecretScan.isWordPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Whether an expression continues in the next line. */
    private boolean goesOn(int lineEnd) {
        int before = QuotedText.beforeBlanks(text, lineEnd - 1);
        return (before >= 0 && text.charAt(before) == '|') || text.startsWith("||", QuotedText.afterGap(text, lineEnd));
    }

    /** Finds the first group of a pattern that begins at an offset; the offset where none does. */
    int matching(Pattern pattern, int offset) {
        Matcher found = pattern.matcher(text).region(offset, text.length());
        if (!found.lookingAt()) {
            return offset;
        }
        add(found.start(1), found.end(1));
        return found.end();
    }

    /** Finds a value without quotes, which continues to the next setting as far as blanks do not end it. */
    int unquoted(int nameBegin, int begin) {
        char before = nameBegin == 0 ? ' ' : text.charAt(nameBegin - 1);
        String separators = switch (before) {
            case '?', '&' -> "&";
            case ';', ':' -> ";";
            case '(', ',' -> ",";
            default -> " ,;&";
        };
        if (text.charAt(begin) == '{') {
            int close = endOfBraces(begin);
            if (close > 0) {
                add(begin, close);
                return close;
            }
        }
        int at = begin;
        boolean blanksPass = address || open != NONE;
        while (at < text.length() && !isEndOfValue(at, before, separators, blanksPass)) {
            at += address || "'\"".indexOf(text.charAt(at)) < 0 ? 1 : QuotedText.run(text, at);
        }
        String loose = address ? separators : ".,;:)]}>'\"";
        boolean strip = address ? at == text.length() : !blanksPass || at == text.length() || text.charAt(at) == '\n';
        while (strip && at > begin && loose.indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        if (at > begin) {
            add(begin, at);
        }
        return at;
    }

    private int endOfBraces(int open) {
        int at = open + 1;
        int last = Math.min(text.length(), open + 1000);
        while (at < last && text.charAt(at) != '\n') {
            if (text.charAt(at) != '}') {
                at++;
            } else if (text.startsWith("}}", at)) {
                at += 2;
            } else {
                return at + 1;
            }
        }
        return -1;
    }

    private boolean isEndOfValue(int at, char before, String separators, boolean blanksPass) {
        char c = text.charAt(at);
        if (Character.isISOControl(c) || (!blanksPass && Character.isWhitespace(c)) || (before == '(' && c == ')')) {
            return true;
        }
        if (c == '$'
                && !address
                && DOLLAR.matcher(text).region(at, text.length()).lookingAt()) {
            return true;
        }
        if (!address && "'\"\\".indexOf(c) >= 0) {
            return closesQuotes(at);
        }
        boolean escaped = at > 0 && text.charAt(at - 1) == '\\';
        return separators.indexOf(c) >= 0
                && !escaped
                && NEXT.matcher(text).region(at + 1, text.length()).lookingAt();
    }

    /** Whether quotes, perhaps with backslashes before them, end what is before. */
    boolean closesQuotes(int at) {
        int quote = at;
        while (quote < text.length() && text.charAt(quote) == '\\') {
            quote++;
        }
        if (quote == text.length() || "'\"".indexOf(text.charAt(quote)) < 0) {
            return false;
        }
        int after = quote + QuotedText.run(text, quote);
        return after == text.length() || !SecretScan.isWordPart(text.charAt(after));
    }

    private void add(QuotedText quoted) {
        boolean masked = text.startsWith(SecretPlaces.MASK, quoted.begin())
                && quoted.end() - quoted.begin() == SecretPlaces.MASK.length();
        if (!masked && !quoted.isHarmless(text)) {
            add(quoted.begin(), quoted.end());
        }
    }
}
