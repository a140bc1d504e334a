package dev.retort.script.java;

/**
 * One token of a Java source.
 *
 * @param kind what it is
 * @param text the token as written; a Javadoc comment with its delimiters
 * @param offset where it begins in the source
 */
record JavaToken(Kind kind, String text, int offset) {

    enum Kind {
        WORD,
        NUMBER,
        STRING,
        CHARACTER,
        SYMBOL,
        JAVADOC,
        END
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean isSymbol(char symbol) {
        return kind == Kind.SYMBOL && text.length() == 1 && text.charAt(0) == symbol;
    }

    boolean isEnd() {
        return kind == Kind.END;
    }

    /**
     * The value of a string literal or a text block.
     *
     * @throws IllegalArgumentException if it holds an escape that Java does not know
     */
    String stringValue() {
        if (text.startsWith(JavaLexer.TEXT_BLOCK)) {
            String body = text.substring(text.indexOf('\n') + 1, text.length() - JavaLexer.TEXT_BLOCK.length());
            return body.stripIndent().translateEscapes();
        }
        return text.substring(1, text.length() - 1).translateEscapes();
    }
}
