package dev.retort.dialect.hsqldb;

import dev.retort.dialect.DefaultText;
import dev.retort.schema.DefaultValue;
import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlToken.Kind;
import dev.retort.sql.SqlTokens;
import java.util.Set;

/** Converts SQL from the spelling of HSQLDB's catalog. */
final class HsqldbText {

    private static final Set<String> FUNCTIONS = Set.of(
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp",
            "now",
            "today",
            "sysdate",
            "systimestamp",
            "user",
            "current_user",
            "current_role",
            "session_user",
            "system_user",
            "current_catalog",
            "current_schema",
            "current_path");

    /** As in {@code U&'…'}. */
    private static final int LONGEST_LITERAL = 3;

    private static final String NO_ELEMENTS =
            SqlTokens.of("ARRAY[]", HsqldbProvider.SYNTAX).normal();

    private HsqldbText() {}

    /** The same expression without the schema and the table that the catalog writes before each column: {@code A>0} for {@code PUBLIC.T.A>0}. */
    static String unqualified(String sql) {
        SqlTokens tokens = SqlTokens.of(sql, HsqldbProvider.SYNTAX);
        StringBuilder rest = new StringBuilder();
        int done = 0;
        for (int i = 0; i + 4 < tokens.size(); i++) {
            boolean qualified = isName(tokens.get(i))
                    && tokens.get(i + 1).is(".")
                    && isName(tokens.get(i + 2))
                    && tokens.get(i + 3).is(".")
                    && isName(tokens.get(i + 4));
            if (qualified) {
                rest.append(sql, done, tokens.get(i).start());
                done = tokens.get(i + 4).start();
                i += 4;
            }
        }
        return rest.append(sql, done, sql.length()).toString();
    }

    /** Whether HSQLDB takes an expression as a default: https://hsqldb.org/doc/2.0/guide/databaseobjects-chapt.html#dbc_table_creation */
    static boolean isDefault(String sql) {
        SqlTokens tokens = SqlTokens.of(sql, HsqldbProvider.SYNTAX);
        DefaultValue read = DefaultText.read(sql, HsqldbProvider.SYNTAX);
        if (read == null || read instanceof DefaultValue.Literal) {
            return true;
        }
        SqlToken last = tokens.get(tokens.size() - 1);
        boolean literal = tokens.size() <= LONGEST_LITERAL
                && last.kind() == Kind.TEXT
                && tokens.get(0).kind() == Kind.WORD;
        return literal
                || FUNCTIONS.contains(tokens.get(0).word())
                || tokens.normal().equals(NO_ELEMENTS);
    }

    /** Whether a condition only says that a column is not null, which makes the column NOT NULL. */
    static boolean isNotNull(String condition) {
        SqlTokens tokens = SqlTokens.of(condition, HsqldbProvider.SYNTAX).withoutOuterParentheses();
        return tokens.size() == 4
                && isName(tokens.get(0))
                && tokens.get(1).is("is")
                && tokens.get(2).is("not")
                && tokens.get(3).is("null");
    }

    /** The column of such a condition. */
    static String columnOf(String condition) {
        return SqlTokens.of(condition, HsqldbProvider.SYNTAX)
                .withoutOuterParentheses()
                .get(0)
                .text();
    }

    private static boolean isName(SqlToken token) {
        return token.kind() == Kind.WORD || token.kind() == Kind.QUOTED_NAME;
    }
}
