package dev.retort.dialect;

/**
 * What differs between databases in how an expression is written.
 *
 * @param nameQuote the character around a quoted name
 * @param backslashEscapes whether a backslash in a text escapes the next character
 */
public record SqlSyntax(char nameQuote, boolean backslashEscapes) {

    /** Names in double quotes, texts without escapes. */
    public static final SqlSyntax STANDARD = new SqlSyntax('"', false);
}
