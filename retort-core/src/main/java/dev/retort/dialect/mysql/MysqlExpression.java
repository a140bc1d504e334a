package dev.retort.dialect.mysql;

import dev.retort.dialect.mariadb.MariadbProvider;
import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlTokens;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Expressions as the catalog has them. */
final class MysqlExpression {

    /** The character set before a string, where it is that of every connection of Retort's. */
    private static final String INTRODUCER = "_utf8mb4";

    /** MySQL's latin1, which has a character for each byte: https://dev.mysql.com/doc/refman/8.0/en/charset-we-sets.html */
    private static final Charset LATIN1 = Charset.forName("windows-1252");

    private MysqlExpression() {}

    /**
     * An expression in information_schema, which has backslashes before quotes and backslashes, and the bytes of UTF-8 as characters of
     * latin1.
     */
    static String inCatalog(String text) {
        return plain(unescaped(decoded(text)));
    }

    /** An expression in SHOW CREATE TABLE, without what the server adds: the usual character set of strings, and parentheses around it. */
    static String plain(String sql) {
        SqlTokens tokens = SqlTokens.of(sql, MariadbProvider.SYNTAX);
        SqlTokens inner = tokens.withoutOuterParentheses();
        if (inner.all().isEmpty()) {
            return sql;
        }
        StringBuilder plain = new StringBuilder();
        int copied = inner.get(0).start();
        for (int i = 0; i + 1 < inner.size(); i++) {
            if (inner.get(i).is(INTRODUCER) && inner.get(i + 1).kind() == SqlToken.Kind.TEXT) {
                plain.append(sql, copied, inner.get(i).start());
                copied = inner.get(i + 1).start();
            }
        }
        return plain.append(sql, copied, inner.get(inner.size() - 1).end()).toString();
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean escape = text.charAt(i) == '\\' && i + 1 < text.length();
            i += escape ? 1 : 0;
            plain.append(escape ? meant(text.charAt(i)) : text.charAt(i));
        }
        return plain.toString();
    }

    private static char meant(char escaped) {
        return switch (escaped) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case '0' -> '\0';
            case 'Z' -> '\u001a';
            default -> escaped;
        };
    }

    private static String decoded(String text) {
        if (text.chars().allMatch(character -> character < 0x80)) {
            return text;
        }
        ByteBuffer bytes = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            int value = ofLatin1(text.charAt(i));
            if (value < 0) {
                return text;
            }
            bytes.put((byte) value);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException asItIs) {
            return text;
        }
    }

    /** The byte of a character; -1 if it has none. */
    private static int ofLatin1(char character) {
        if (character < 0x100) {
            return character;
        }
        byte[] bytes = String.valueOf(character).getBytes(LATIN1);
        return bytes[0] == '?' ? -1 : Byte.toUnsignedInt(bytes[0]);
    }
}
