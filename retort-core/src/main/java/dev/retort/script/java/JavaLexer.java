package dev.retort.script.java;

import dev.retort.script.java.JavaToken.Kind;
import dev.retort.script.source.SourceText;

/** Splits a Java source into tokens, one at a time. White space and comments other than Javadoc are skipped. */
final class JavaLexer {

    static final String TEXT_BLOCK = "\"\"\"";

    private final SourceText source;
    private final String text;
    private int position;

    /** Starts at the beginning of a source, in which unicode escapes are first replaced by their characters. */
    JavaLexer(SourceText source) {
        this(new SourceText(source.name(), UnicodeEscapes.translate(source.text())), 0);
    }

    private JavaLexer(SourceText source, int position) {
        this.source = source;
        this.text = source.text();
        this.position = position;
    }

    /** The source that the offsets of the tokens belong to. */
    SourceText source() {
        return source;
    }

    /** The next token; {@link Kind#END} for ever after the last one. */
    JavaToken next() {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == ' ' || Character.isWhitespace(c) || c == '\u001A') {
                position++;
            } else if (c == '/' && text.startsWith("//", position)) {
                int end = text.indexOf('\n', position);
                position = end < 0 ? text.length() : end;
            } else if (c == '/' && text.startsWith("/*", position)) {
                int start = position;
                skipComment();
                if (text.startsWith("/**", start) && position - start > "/**/".length()) {
                    return token(Kind.JAVADOC, start);
                }
            } else {
                return token(c);
            }
        }
        return new JavaToken(Kind.END, "", text.length());
    }

    private JavaToken token(char c) {
        int start = position;
        if (c == '"') {
            skipString();
            return token(Kind.STRING, start);
        }
        if (c == '\'') {
            skipQuoted('\'', "character literal");
            return token(Kind.CHARACTER, start);
        }
        skipIdentifier();
        if (position > start) {
            return token(c >= '0' && c <= '9' ? Kind.NUMBER : Kind.WORD, start);
        }
        // "a - --b" and "a-- - b" differ in nothing else; all other operators read the same one character at a time.
        boolean twin = (c == '+' || c == '-') && position + 1 < text.length() && text.charAt(position + 1) == c;
        position += twin ? 2 : Character.charCount(text.codePointAt(position));
        return token(Kind.SYMBOL, start);
    }

    private JavaToken token(Kind kind, int start) {
        return new JavaToken(kind, text.substring(start, position), start);
    }

    private void skipIdentifier() {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c >= 'a' && c <= 'z') {
                position++;
                continue;
            }
            int codePoint = text.codePointAt(position);
            if (!Character.isJavaIdentifierPart(codePoint)) {
                return;
            }
            position += Character.charCount(codePoint);
        }
    }

    private void skipComment() {
        int end = text.indexOf("*/", position + 2);
        if (end < 0) {
            throw source.error(source.lineAt(position), "A comment is opened here and never closed.", "Add '*/'.");
        }
        position = end + 2;
    }

    private void skipString() {
        if (text.startsWith(TEXT_BLOCK, position)) {
            skipTextBlock();
        } else {
            skipQuoted('"', "string");
        }
    }

    private void skipTextBlock() {
        int start = position;
        for (position += TEXT_BLOCK.length(); position < text.length(); position++) {
            if (text.charAt(position) == '\\') {
                position++;
            } else if (text.startsWith(TEXT_BLOCK, position)) {
                position += TEXT_BLOCK.length();
                return;
            }
        }
        throw unclosed(start, "text block");
    }

    private void skipQuoted(char quote, String what) {
        int start = position;
        for (position++; position < text.length(); position++) {
            char c = text.charAt(position);
            if (c == '\\') {
                position++;
            } else if (c == quote) {
                position++;
                return;
            } else if (c == '\n') {
                break;
            }
        }
        throw unclosed(start, what);
    }

    private RuntimeException unclosed(int start, String what) {
        return source.error(source.lineAt(start), "A " + what + " is opened here and never closed.", null);
    }
}
