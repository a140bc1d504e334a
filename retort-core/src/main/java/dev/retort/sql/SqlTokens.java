package dev.retort.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The tokens of a piece of SQL in order, without its comments.
 *
 * @param all the tokens
 */
public record SqlTokens(List<SqlToken> all) {

    public SqlTokens {
        all = List.copyOf(all);
    }

    /** Reads a text. Never fails: what does not close ends with the text. */
    public static SqlTokens of(String sql, SqlSyntax syntax) {
        SqlLexer lexer = new SqlLexer(sql, syntax);
        List<SqlToken> tokens = new ArrayList<>();
        for (SqlToken token = lexer.nextBeyondComments(); !token.isEnd(); token = lexer.nextBeyondComments()) {
            tokens.add(token);
        }
        return new SqlTokens(tokens);
    }

    /** The tokens of a text as written, with a blank between two, which is equal for texts that differ in comments and white space. */
    public static String joined(String sql, SqlSyntax syntax) {
        StringBuilder joined = new StringBuilder();
        SqlLexer lexer = new SqlLexer(sql, syntax);
        for (SqlToken token = lexer.nextBeyondComments(); !token.isEnd(); token = lexer.nextBeyondComments()) {
            joined.append(joined.isEmpty() ? "" : " ").append(token.text());
        }
        return joined.toString();
    }

    /**
     * Whether a text calls a routine. One that does not mention it is not read.
     *
     * @param routine its name, in lower case
     */
    public static boolean call(String sql, String routine, SqlSyntax syntax) {
        return mention(sql, routine) && of(sql, syntax).calls(routine);
    }

    /** Whether a text has a word somewhere, in whatever case, whether in a comment or in quotes. */
    public static boolean mention(String sql, String word) {
        int last = sql.length() - word.length();
        for (int at = 0; at <= last; at++) {
            if (sql.regionMatches(true, at, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    public int size() {
        return all.size();
    }

    public SqlToken get(int position) {
        return all.get(position);
    }

    /** The statements of a text, without their semicolons. */
    public List<SqlTokens> statements(SqlSyntax syntax) {
        List<SqlTokens> statements = new ArrayList<>();
        RoutineBody body = new RoutineBody(syntax);
        int begin = 0;
        for (int i = 0; i <= all.size(); i++) {
            boolean ends = i == all.size();
            if (!ends) {
                body.accept(get(i));
                ends = get(i).is(";") && !body.isOpen();
            }
            if (ends) {
                if (i > begin) {
                    statements.add(part(begin, i));
                }
                begin = i + 1;
                body = new RoutineBody(syntax);
            }
        }
        return statements;
    }

    /** The tokens from a position up to another. */
    public SqlTokens part(int from, int to) {
        return new SqlTokens(all.subList(from, to));
    }

    /** What is between the beginning of the first token and the end of the last in the text that they were read from. */
    public String in(String sql) {
        return all.isEmpty()
                ? ""
                : sql.substring(get(0).start(), get(size() - 1).end());
    }

    /** Where the parenthesis that opens at a position closes; the last position when it does not. */
    public int closing(int open) {
        int depth = 0;
        for (int i = open; i < all.size(); i++) {
            if (all.get(i).is("(")) {
                depth++;
            } else if (all.get(i).is(")") && --depth == 0) {
                return i;
            }
        }
        return all.size() - 1;
    }

    /**
     * Whether a routine is called.
     *
     * @param routine its name, in lower case
     */
    public boolean calls(String routine) {
        for (int i = 0; i + 1 < all.size(); i++) {
            SqlToken token = all.get(i);
            boolean named = token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED_NAME;
            if (named && token.value().equals(routine) && all.get(i + 1).is("(")) {
                return true;
            }
        }
        return false;
    }

    /** The tokens without the pairs of parentheses that enclose all of them. */
    public SqlTokens withoutOuterParentheses() {
        SqlTokens inner = this;
        while (inner.size() > 2 && inner.get(0).is("(") && inner.closing(0) == inner.size() - 1) {
            inner = inner.part(1, inner.size() - 1);
        }
        return inner;
    }

    /** The text that is equal for expressions that differ only in how they are written down. */
    public String normal() {
        return normal(name -> name.toLowerCase(Locale.ROOT));
    }

    /**
     * The same where the case of names may count.
     *
     * @param word makes of a quoted name what is equal for the same name without quotes, which is in lower case
     */
    String normal(UnaryOperator<String> word) {
        return withoutOuterParentheses().all().stream()
                .map(token -> switch (token.kind()) {
                    case TEXT -> "'" + token.value().replace("'", "''") + "'";
                    case QUOTED_NAME -> word.apply(token.value());
                    default -> token.value();
                })
                .collect(Collectors.joining(" "));
    }
}
