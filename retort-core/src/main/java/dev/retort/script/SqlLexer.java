package dev.retort.script;

import dev.retort.script.SqlToken.Kind;

/** Cuts SQL into tokens, one at a time, comments included. It never fails: what is not closed ends with the text. */
final class SqlLexer {

    private final String text;
    private final SqlSyntax syntax;
    private int position;

    SqlLexer(String text, SqlSyntax syntax) {
        this.text = text;
        this.syntax = syntax;
    }

    /** Goes on at an offset. */
    void moveTo(int offset) {
        position = offset;
    }

    /** The next token; {@link Kind#END} for ever after the last one. */
    SqlToken next() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        if (position == text.length()) {
            return new SqlToken(Kind.END, "", position, true);
        }
        char c = text.charAt(position);
        if (beginsLineComment(c)) {
            int end = text.indexOf('\n', position);
            return token(Kind.LINE_COMMENT, end < 0 ? text.length() : end, true);
        }
        if (text.startsWith("/*", position)) {
            return blockComment();
        }
        return switch (c) {
            case '\'' -> quoted(position, '\'', syntax.backslashes());
            case '"' -> quoted(position, '"', syntax.backslashes());
            case '`' -> quoted(position, '`', false);
            case '[' -> syntax.brackets() ? quoted(position, ']', false) : symbol();
            case '$' -> dollar();
            default -> Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c) ? word(c) : symbol();
        };
    }

    private boolean beginsLineComment(char c) {
        if (c == '#') {
            return syntax.hashComments();
        }
        if (c != '-' || !text.startsWith("--", position)) {
            return false;
        }
        // In MySQL "5--1" is 6: https://dev.mysql.com/doc/refman/8.4/en/ansi-diff-comments.html
        int after = position + 2;
        return !syntax.hashComments()
                || after == text.length()
                || Character.isWhitespace(text.charAt(after))
                || isMarkerLine();
    }

    private boolean isMarkerLine() {
        int begin = text.lastIndexOf('\n', position) + 1;
        Lines line = new Lines(text, begin);
        return line.next() && SqlMarker.of(line.line()).isPresent();
    }

    private SqlToken symbol() {
        return token(Kind.SYMBOL, position + 1, true);
    }

    private SqlToken token(Kind kind, int end, boolean closed) {
        int start = position;
        position = end;
        return new SqlToken(kind, text.substring(start, end), start, closed);
    }

    private SqlToken blockComment() {
        int depth = 1;
        int at = position + 2;
        while (at < text.length()) {
            if (text.startsWith("*/", at)) {
                at += 2;
                depth--;
                if (depth == 0) {
                    return token(blockKind(), at, true);
                }
            } else if (syntax.nestedComments() && text.startsWith("/*", at)) {
                at += 2;
                depth++;
            } else {
                at++;
            }
        }
        return token(Kind.BLOCK_COMMENT, text.length(), false);
    }

    /** MySQL executes what stands in such comments: https://dev.mysql.com/doc/refman/8.4/en/comments.html */
    private Kind blockKind() {
        boolean executed =
                syntax.hashComments() && (text.startsWith("/*!", position) || text.startsWith("/*M!", position));
        return executed ? Kind.QUOTED : Kind.BLOCK_COMMENT;
    }

    /** A quote that is closed by the same character, which stands for itself when doubled. */
    private SqlToken quoted(int open, char close, boolean backslashes) {
        for (int at = open + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && backslashes) {
                at++;
            } else if (c == close) {
                if (at + 1 < text.length() && text.charAt(at + 1) == close) {
                    at++;
                } else {
                    return token(Kind.QUOTED, at + 1, true);
                }
            }
        }
        return token(Kind.QUOTED, text.length(), false);
    }

    private SqlToken word(char first) {
        int after = position + 1;
        boolean quoteFollows = after < text.length() && text.charAt(after) == '\'';
        if (quoteFollows && (first == 'e' || first == 'E') && syntax.dollarQuotes()) {
            return quoted(after, '\'', true);
        }
        if (quoteFollows && (first == 'q' || first == 'Q') && syntax.alternateQuotes()) {
            return alternateQuote(after);
        }
        int end = position;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        return token(Kind.WORD, end, true);
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || Character.isSurrogate(c);
    }

    private SqlToken alternateQuote(int quote) {
        if (quote + 1 >= text.length()) {
            return token(Kind.QUOTED, text.length(), false);
        }
        char open = text.charAt(quote + 1);
        char close = switch (open) {
            case '[' -> ']';
            case '{' -> '}';
            case '(' -> ')';
            case '<' -> '>';
            default -> open;
        };
        int end = text.indexOf(close + "'", quote + 2);
        return end < 0 ? token(Kind.QUOTED, text.length(), false) : token(Kind.QUOTED, end + 2, true);
    }

    private SqlToken dollar() {
        int tagEnd = position + 1;
        while (tagEnd < text.length() && isTagPart(text.charAt(tagEnd))) {
            tagEnd++;
        }
        boolean quote = syntax.dollarQuotes()
                && tagEnd < text.length()
                && text.charAt(tagEnd) == '$'
                && !Character.isDigit(text.charAt(position + 1));
        if (!quote) {
            return symbol();
        }
        String delimiter = text.substring(position, tagEnd + 1);
        int end = text.indexOf(delimiter, tagEnd + 1);
        return end < 0 ? token(Kind.QUOTED, text.length(), false) : token(Kind.QUOTED, end + delimiter.length(), true);
    }

    private static boolean isTagPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
