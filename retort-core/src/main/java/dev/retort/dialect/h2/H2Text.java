package dev.retort.dialect.h2;

import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlToken.Kind;
import dev.retort.sql.SqlTokens;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Converts SQL from the spelling of H2's catalog. */
final class H2Text {

    /** A character by its code, with four digits or with a plus sign and six, or the escape sign itself. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:\\+([0-9A-Fa-f]{6})|([0-9A-Fa-f]{4})|\\\\)");

    private H2Text() {}

    /** The same SQL with characters beyond ASCII unescaped: {@code 'é'} for {@code U&'\00e9'}. */
    static String readable(String sql) {
        if (!sql.contains("U&")) {
            return sql;
        }
        StringBuilder readable = new StringBuilder();
        SqlTokens tokens = SqlTokens.of(sql, SqlSyntax.COMMON);
        int done = 0;
        for (int i = 2; i < tokens.size(); i++) {
            SqlToken quoted = tokens.get(i);
            boolean escaped = (quoted.kind() == Kind.TEXT || quoted.kind() == Kind.QUOTED_NAME)
                    && tokens.get(i - 1).is("&")
                    && tokens.get(i - 2).is("u");
            if (escaped) {
                readable.append(sql, done, tokens.get(i - 2).start());
                readable.append(unescaped(quoted.text()));
                done = quoted.end();
            }
        }
        return readable.append(sql, done, sql.length()).toString();
    }

    private static String unescaped(String quoted) {
        return ESCAPE.matcher(quoted)
                .replaceAll(match -> Matcher.quoteReplacement(character(match.group(1), match.group(2))));
    }

    private static String character(String six, String four) {
        String digits = six == null ? four : six;
        return digits == null ? "\\" : Character.toString(Integer.parseInt(digits, 16));
    }
}
