package dev.retort.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether expressions differ only in how they are written down: in white space, comments, the case of words and names, parentheses around
 * the whole, and in which order and how often values stand in {@code in ('a', 'b')}. That is enough for a database that keeps an expression as it was
 * written, and where a server has said both.
 */
public final class Spelling {

    private Spelling() {}

    public static boolean same(String one, String other, SqlSyntax syntax) {
        return normal(one, syntax).equals(normal(other, syntax));
    }

    private static String normal(String sql, SqlSyntax syntax) {
        return withSortedLists(SqlTokens.of(sql, syntax)).normal();
    }

    private static SqlTokens withSortedLists(SqlTokens tokens) {
        List<SqlToken> sorted = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            boolean list = token.is("(") && i > 0 && tokens.get(i - 1).is("in");
            int close = list ? tokens.closing(i) : i;
            List<SqlTokens> values = list ? values(tokens.part(i + 1, close)) : List.of();
            sorted.add(token);
            if (!values.isEmpty() && values.stream().allMatch(Spelling::isLiteral)) {
                Map<String, SqlTokens> distinct = new TreeMap<>();
                values.forEach(value -> distinct.put(value.normal(), value));
                distinct.values().forEach(value -> sorted.addAll(value.all()));
                i = close - 1;
            }
        }
        return new SqlTokens(sorted);
    }

    /** What stands between the commas. */
    private static List<SqlTokens> values(SqlTokens list) {
        List<SqlTokens> values = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i <= list.size(); i++) {
            if (i == list.size() || list.get(i).is(",")) {
                values.add(list.part(begin, i));
                begin = i + 1;
            }
        }
        return values;
    }

    /** A text or a number, perhaps with a sign or the word that says what kind of literal it is. */
    private static boolean isLiteral(SqlTokens value) {
        if (value.size() == 0 || value.size() > 2) {
            return false;
        }
        SqlToken.Kind last = value.get(value.size() - 1).kind();
        SqlToken first = value.get(0);
        boolean signed = first.is("-") || first.is("+");
        return switch (last) {
            case TEXT -> value.size() == 1 || first.kind() == SqlToken.Kind.WORD;
            case NUMBER -> value.size() == 1 || signed;
            default -> false;
        };
    }
}
