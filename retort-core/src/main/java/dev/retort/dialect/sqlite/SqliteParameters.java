package dev.retort.dialect.sqlite;

import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlTokens;
import java.util.Optional;

/** Parameters in a statement, which are NULL for SQLite if nobody gives them a value: https://www.sqlite.org/lang_expr.html#varparam */
final class SqliteParameters {

    private static final String SIGNS = "?:@$";

    private SqliteParameters() {}

    /** The first parameter of a statement as it is written; empty if there is none. */
    static Optional<String> first(String sql) {
        // Most statements have no such character at all, and are many.
        if (sql.chars().allMatch(c -> SIGNS.indexOf(c) < 0)) {
            return Optional.empty();
        }
        SqlTokens text = SqlTokens.of(sql, SqliteProvider.SYNTAX);
        for (int i = 0; i < text.size(); i++) {
            SqlToken token = text.get(i);
            if (token.is("?")) {
                return Optional.of("?");
            }
            boolean named = (token.is(":") || token.is("@") || token.is("$")) && i + 1 < text.size();
            if (named && !text.get(i + 1).word().isEmpty()) {
                return Optional.of(token.text() + text.get(i + 1).text());
            }
            if (token.word().startsWith("$") || token.word().startsWith("@")) {
                return Optional.of(token.text());
            }
        }
        return Optional.empty();
    }

    /** Why a statement with a parameter is not sent, a clause. */
    static String whyNot(String parameter) {
        return "it takes " + parameter + " outside of quotes for a parameter, which would be NULL;"
                + " give the value, op.execute(\"… ? …\", value), or write it";
    }
}
