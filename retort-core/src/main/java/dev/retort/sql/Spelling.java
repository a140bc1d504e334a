package dev.retort.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Whether expressions differ only in how they are written down: in white space, comments, the case of words and names, parentheses around
 * the whole, and in which order and how often values are in {@code in ('a', 'b')}. That is enough for a database that keeps an expression
 * as it was written, and where a server has said both.
 */
public final class Spelling {

    private Spelling() {}

    /** Whether they do where names are found in any case. */
    public static boolean same(String one, String other, SqlSyntax syntax) {
        return same(one, other, syntax, name -> name.toLowerCase(Locale.ROOT));
    }

    /**
     * Whether they do where the case of names may count.
     *
     * @param word makes of a quoted name what is equal for the same name without quotes, which is in lower case
     */
    public static boolean same(String one, String other, SqlSyntax syntax, UnaryOperator<String> word) {
        return one.equals(other) || normal(one, syntax, word).equals(normal(other, syntax, word));
    }

    private static String normal(String sql, SqlSyntax syntax, UnaryOperator<String> word) {
        return withSortedLists(SqlTokens.of(sql, syntax)).normal(word);
    }

    private static SqlTokens withSortedLists(SqlTokens tokens) {
        List<SqlToken> sorted = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            int close = closing(tokens, i);
            boolean list = close > i;
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

    /** Where a list ends whose order says nothing, {@code in (…)} or {@code any (array[…])}; the position itself where none begins. */
    private static int closing(SqlTokens tokens, int open) {
        if (tokens.get(open).is("(") && open > 0 && tokens.get(open - 1).is("in")) {
            return tokens.closing(open);
        }
        if (tokens.get(open).is("[")
                && open > 0
                && tokens.get(open - 1).is("array")
                && isForAnyOrAll(tokens, open - 2)) {
            int close = open;
            while (close < tokens.size() - 1 && !tokens.get(close).is("]")) {
                close++;
            }
            return close;
        }
        return open;
    }

    private static boolean isForAnyOrAll(SqlTokens tokens, int last) {
        int at = last;
        while (at > 0 && tokens.get(at).is("(")) {
            at--;
        }
        return at < last && (tokens.get(at).is("any") || tokens.get(at).is("all"));
    }

    /** What is between the commas. */
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

    /** A text or a number, perhaps with a sign or the word that says what kind of literal it is, and perhaps with a type behind it. */
    private static boolean isLiteral(SqlTokens typed) {
        int colon = 0;
        while (colon < typed.size() && !typed.get(colon).is(":")) {
            colon = typed.get(colon).is("(") ? typed.closing(colon) + 1 : colon + 1;
        }
        SqlTokens value = typed.part(0, Math.min(colon, typed.size()));
        if (value.size() > 2 && value.get(0).is("(")) {
            return value.closing(0) == value.size() - 1 && isLiteral(value.part(1, value.size() - 1));
        }
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
