package dev.retort.sql;

import dev.retort.sql.SqlSyntax.Feature;
import dev.retort.sql.SqlToken.Kind;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Cuts SQL into tokens, one at a time, comments included. It never fails: what is not closed ends with the text. */
public final class SqlLexer {

    private static final char ASCII_END = 0x80;

    /** The version in an executed comment that no server has. */
    private static final Pattern NEVER = Pattern.compile("9{5,6}.*");

    private final String text;
    private final SqlSyntax syntax;
    private final Predicate<String> commentLine;
    private final boolean followsDelimiters;
    private String delimiter = DelimiterCommand.SEMICOLON;
    private boolean betweenStatements = true;
    private int position;

    private SqlLexer(String text, SqlSyntax syntax, Predicate<String> commentLine, boolean followsDelimiters) {
        this.text = text;
        this.syntax = syntax;
        this.commentLine = commentLine;
        this.followsDelimiters = followsDelimiters;
    }

    /** A lexer at the beginning of a text. */
    public SqlLexer(String text, SqlSyntax syntax) {
        this(text, syntax, line -> false, false);
    }

    /**
     * A lexer at the beginning of a text for a client program. It follows the commands {@code DELIMITER}, if the database's client has them.
     *
     * @param commentLine says of a line that begins with {@code --}, given without surrounding white space, whether it is a comment
     *     even where the syntax takes it for two minus signs
     */
    public static SqlLexer ofScript(String text, SqlSyntax syntax, Predicate<String> commentLine) {
        return new SqlLexer(text, syntax, commentLine, syntax.has(Feature.DELIMITER_COMMAND));
    }

    /** Goes on at an offset, between two statements. */
    public void moveTo(int offset) {
        position = offset;
        betweenStatements = true;
    }

    /** Where it is: behind the last token. */
    public int position() {
        return position;
    }

    /** Ends statements at a delimiter, as it would behind the command for it. */
    public void followDelimiter(String text) {
        delimiter = text;
    }

    /** Ends statements at semicolons again. */
    public void forgetDelimiter() {
        delimiter = DelimiterCommand.SEMICOLON;
    }

    /** What ends a statement. */
    public String delimiter() {
        return delimiter;
    }

    /** Whether a token ends a statement unless it is in a body: no semicolon does so where the client has another delimiter. */
    public boolean endsStatement(SqlToken token) {
        return hasSemicolon() && token.is(DelimiterCommand.SEMICOLON);
    }

    /** The next token; {@link Kind#END} for ever after the last one. */
    public SqlToken next() {
        while (position < text.length() && isBlank(text.charAt(position))) {
            position++;
        }
        if (position == text.length()) {
            return SqlToken.plain(Kind.END, "", position);
        }
        if (!followsDelimiters) {
            return sqlToken();
        }
        SqlToken token = scriptToken();
        if (!token.isComment()) {
            betweenStatements = token.isForClient() || endsStatement(token);
        }
        return token;
    }

    private SqlToken scriptToken() {
        if (!hasSemicolon() && text.startsWith(delimiter, position)) {
            return plain(Kind.DELIMITER, position + delimiter.length());
        }
        if (betweenStatements && DelimiterCommand.mayBegin(text, position) && beginsLine()) {
            int newline = text.indexOf('\n', position);
            int end = newline < 0 ? text.length() : newline;
            Optional<DelimiterCommand> command = DelimiterCommand.of(text.substring(position, end));
            if (command.isPresent()) {
                delimiter = command.get().problem().isEmpty() ? command.get().delimiter() : delimiter;
                return token(Kind.DELIMITER_COMMAND, end, command.get().delimiter(), true);
            }
        }
        return sqlToken();
    }

    private boolean hasSemicolon() {
        return delimiter.equals(DelimiterCommand.SEMICOLON);
    }

    private boolean beginsLine() {
        int line = text.lastIndexOf('\n', position) + 1;
        return text.substring(line, position).isBlank();
    }

    private SqlToken sqlToken() {
        char c = text.charAt(position);
        if (beginsLineComment(c)) {
            int end = text.indexOf('\n', position);
            return plain(Kind.LINE_COMMENT, end < 0 ? text.length() : end);
        }
        if (text.startsWith("/*", position)) {
            return blockComment();
        }
        return switch (c) {
            case '\'' -> quoted(Kind.TEXT, position, '\'', syntax.has(Feature.BACKSLASHES));
            case '"' -> quoted(doubleQuoted(), position, '"', syntax.has(Feature.BACKSLASHES));
            case '`' ->
                syntax.has(Feature.BACKTICK_OPERATORS) ? sign() : quoted(Kind.QUOTED_NAME, position, '`', false);
            case '[' -> syntax.has(Feature.NAMES_IN_BRACKETS) ? quoted(Kind.QUOTED_NAME, position, ']', false) : sign();
            case '$' -> dollar();
            default -> beginsNumber() ? number() : isWordPart(c) ? word(c) : sign();
        };
    }

    /** The next token that is no comment. */
    public SqlToken nextBeyondComments() {
        SqlToken token = next();
        while (token.isComment()) {
            token = next();
        }
        return token;
    }

    private SqlToken plain(Kind kind, int end) {
        int start = position;
        position = end;
        return SqlToken.plain(kind, text.substring(start, end), start);
    }

    private SqlToken sign() {
        return plain(Kind.SIGN, position + 1);
    }

    private SqlToken token(Kind kind, int end, String value, boolean closed) {
        int start = position;
        position = end;
        return new SqlToken(kind, text.substring(start, end), value, start, closed);
    }

    // comments

    private boolean beginsLineComment(char c) {
        if (c == '#') {
            return syntax.has(Feature.HASH_COMMENTS);
        }
        if (c == '/') {
            return syntax.has(Feature.SLASH_COMMENTS) && text.startsWith("//", position);
        }
        if (c != '-' || !text.startsWith("--", position)) {
            return false;
        }
        // In MySQL "5--1" is 6: https://dev.mysql.com/doc/refman/8.4/en/ansi-diff-comments.html
        int after = position + 2;
        return !syntax.has(Feature.HASH_COMMENTS)
                || after == text.length()
                || isBlank(text.charAt(after))
                || isCommentLine();
    }

    private boolean isCommentLine() {
        int begin = text.lastIndexOf('\n', position) + 1;
        int newline = text.indexOf('\n', position);
        String line =
                text.substring(begin, newline < 0 ? text.length() : newline).strip();
        return line.startsWith("--") && commentLine.test(line);
    }

    private SqlToken blockComment() {
        return isExecuted() ? executedComment().orElseGet(this::plainBlockComment) : plainBlockComment();
    }

    private SqlToken plainBlockComment() {
        int depth = 1;
        int at = position + 2;
        while (at < text.length()) {
            if (text.startsWith("*/", at)) {
                at += 2;
                depth--;
                if (depth == 0) {
                    return plain(isExecuted() ? Kind.EXECUTED_COMMENT : Kind.BLOCK_COMMENT, at);
                }
            } else if (text.startsWith("/*", at) && syntax.has(Feature.NESTED_COMMENTS)) {
                at += 2;
                depth++;
            } else {
                at++;
            }
        }
        return token(Kind.BLOCK_COMMENT, text.length(), text.substring(position), false);
    }

    /** One whose quotes and comments hide an end, as the server reads them; empty for one that ends otherwise, or that no server executes. */
    private Optional<SqlToken> executedComment() {
        if (isNeverExecuted()) {
            return Optional.empty();
        }
        SqlLexer inner = insideExecuted();
        SqlToken token = inner.next();
        while (!token.isEnd() && token.closed()) {
            if (token.is("*") && text.startsWith("*/", token.start())) {
                return Optional.of(plain(Kind.EXECUTED_COMMENT, token.end() + 1));
            }
            token = inner.next();
        }
        return Optional.empty();
    }

    private SqlLexer insideExecuted() {
        SqlLexer inner = new SqlLexer(text, syntax);
        inner.moveTo(text.indexOf('!', position) + 1);
        return inner;
    }

    private boolean isNeverExecuted() {
        SqlToken version = insideExecuted().next();
        return version.kind() == Kind.NUMBER
                && version.start() == text.indexOf('!', position) + 1
                && NEVER.matcher(version.text()).matches();
    }

    /** Whether an executed comment, the last token, might end later if the text went on: something in it is not closed. */
    public boolean mayEndLater(SqlToken token) {
        if (token.kind() != Kind.EXECUTED_COMMENT) {
            return false;
        }
        int behind = position;
        position = token.start();
        boolean open = !isNeverExecuted() && executedComment().isEmpty();
        position = behind;
        return open;
    }

    /** MySQL executes what is in such comments: https://dev.mysql.com/doc/refman/8.4/en/comments.html */
    private boolean isExecuted() {
        return syntax.has(Feature.HASH_COMMENTS)
                && (text.startsWith("/*!", position) || text.startsWith("/*M!", position));
    }

    // quotes

    private Kind doubleQuoted() {
        return syntax.has(Feature.TEXTS_IN_DOUBLE_QUOTES) ? Kind.TEXT : Kind.QUOTED_NAME;
    }

    /** A quote that is closed by a character, which stands for itself when doubled. */
    private SqlToken quoted(Kind kind, int open, char close, boolean backslashes) {
        StringBuilder value = new StringBuilder();
        int at = open + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean followed = at + 1 < text.length();
            if (c == '\\' && backslashes && followed) {
                value.append(escaped(text.charAt(at + 1)));
                at += 2;
            } else if (c != close) {
                value.append(c);
                at++;
            } else if (followed && text.charAt(at + 1) == close) {
                value.append(close);
                at += 2;
            } else {
                return token(kind, at + 1, value.toString(), true);
            }
        }
        return token(kind, text.length(), value.toString(), false);
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

    /**
     * A text with escapes, and what continues it behind a line break, where a backslash escapes, too:
     * https://www.postgresql.org/docs/current/sql-syntax-lexical.html
     */
    private SqlToken escapes(int quote) {
        int start = position;
        SqlToken part = quoted(Kind.TEXT, quote, '\'', true);
        StringBuilder value = new StringBuilder(part.value());
        for (int next = continuation(); part.closed() && next >= 0; next = continuation()) {
            part = quoted(Kind.TEXT, next, '\'', true);
            value.append(part.value());
        }
        return new SqlToken(Kind.TEXT, text.substring(start, position), value.toString(), start, part.closed());
    }

    /** The quote that follows behind a line break and perhaps comments of a line; -1 if there is none. */
    private int continuation() {
        boolean newline = false;
        int at = position;
        while (at < text.length()) {
            if (text.startsWith("--", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (isBlank(text.charAt(at))) {
                newline |= text.charAt(at) == '\n';
                at++;
            } else {
                return newline && text.charAt(at) == '\'' ? at : -1;
            }
        }
        return -1;
    }

    private SqlToken alternateQuote(int quote) {
        if (quote + 1 >= text.length()) {
            return token(Kind.TEXT, text.length(), "", false);
        }
        char open = text.charAt(quote + 1);
        char close = switch (open) {
            case '[' -> ']';
            case '{' -> '}';
            case '(' -> ')';
            case '<' -> '>';
            default -> open;
        };
        return textUpTo(close + "'", quote + 2);
    }

    private SqlToken dollar() {
        int tagEnd = position + 1;
        while (tagEnd < text.length() && isTagPart(text.charAt(tagEnd))) {
            tagEnd++;
        }
        boolean quote = syntax.has(Feature.DOLLAR_QUOTES)
                && tagEnd < text.length()
                && text.charAt(tagEnd) == '$'
                && !Character.isDigit(text.charAt(position + 1));
        return quote ? textUpTo(text.substring(position, tagEnd + 1), tagEnd + 1) : sign();
    }

    private static boolean isTagPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /** A text that is taken as it is, from an offset up to what closes it. */
    private SqlToken textUpTo(String delimiter, int from) {
        int end = text.indexOf(delimiter, from);
        return end < 0
                ? token(Kind.TEXT, text.length(), text.substring(from), false)
                : token(Kind.TEXT, end + delimiter.length(), text.substring(from, end), true);
    }

    // words and numbers

    private SqlToken word(char first) {
        int after = position + 1;
        if (after < text.length() && text.charAt(after) == '\'') {
            if ((first == 'e' || first == 'E') && syntax.has(Feature.DOLLAR_QUOTES)) {
                return escapes(after);
            }
            if ((first == 'q' || first == 'Q') && syntax.has(Feature.ALTERNATE_QUOTES)) {
                return alternateQuote(after);
            }
        }
        return plain(Kind.WORD, endOfWord(position));
    }

    private int endOfWord(int from) {
        int at = from;
        while (at < text.length() && isWordPart(text.charAt(at)) && !(at > from && beginsDelimiter(at))) {
            at++;
        }
        return at;
    }

    /** The programs find a delimiter within words and numbers, too. */
    private boolean beginsDelimiter(int at) {
        return followsDelimiters && !hasSemicolon() && text.startsWith(delimiter, at);
    }

    /** Beyond ASCII every character is part of a word: https://www.postgresql.org/docs/current/sql-syntax-lexical.html */
    private static boolean isWordPart(char c) {
        return c >= ASCII_END || Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    private static boolean isBlank(char c) {
        return c < ASCII_END && Character.isWhitespace(c);
    }

    private boolean beginsNumber() {
        return isDigit(position) || (text.charAt(position) == '.' && isDigit(position + 1));
    }

    private boolean isDigit(int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** Digits, perhaps with a point and an exponent, and the letters that databases allow in and behind them: {@code 0x1F}. */
    private SqlToken number() {
        int end = endOfWord(position);
        if (end < text.length() && text.charAt(end) == '.' && isDecimal(end)) {
            end++;
            if (isDigit(end) || beginsExponent(end)) {
                end = endOfWord(end);
            }
        }
        boolean signed = end < text.length() && "+-".indexOf(text.charAt(end)) >= 0;
        if (signed && beginsExponent(end - 1) && isDecimal(end - 1)) {
            end = endOfWord(end + 1);
        }
        return plain(Kind.NUMBER, end);
    }

    private boolean beginsExponent(int at) {
        if (at >= text.length() || "eE".indexOf(text.charAt(at)) < 0) {
            return false;
        }
        boolean signed = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0;
        return isDigit(signed ? at + 2 : at + 1);
    }

    /** Whether nothing but digits and a point precede an offset in the number. */
    private boolean isDecimal(int end) {
        return text.substring(position, end).chars().allMatch(c -> Character.isDigit(c) || c == '.' || c == '_');
    }
}
