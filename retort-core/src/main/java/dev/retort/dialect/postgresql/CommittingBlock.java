package dev.retort.dialect.postgresql;

import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlTokens;
import java.util.Set;

/** Finds blocks of PL/pgSQL that commit or roll back: https://www.postgresql.org/docs/current/plpgsql-transactions.html */
final class CommittingBlock {

    private static final String LANGUAGE = "plpgsql";
    private static final Set<String> COMMANDS = Set.of("commit", "rollback");

    /** The words after which a statement begins. */
    private static final Set<String> BEFORE_A_STATEMENT = Set.of(";", "begin", "then", "else", "loop", ">");

    private CommittingBlock() {}

    /** Whether a statement is a {@code DO} whose block commits or rolls back. */
    static boolean is(SqlTokens statement) {
        if (statement.size() == 0 || !statement.get(0).is("do")) {
            return false;
        }
        boolean named = false;
        boolean committing = false;
        for (SqlToken token : statement.all()) {
            if (named && !token.name().equalsIgnoreCase(LANGUAGE)) {
                return false;
            }
            committing |= !named && token.kind() == SqlToken.Kind.TEXT && commits(token.value());
            named = token.is("language");
        }
        return committing;
    }

    private static boolean commits(String block) {
        String before = ";";
        SqlTokens tokens = SqlTokens.of(block, PostgresqlProvider.SYNTAX);
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if (COMMANDS.contains(token.word())
                    && BEFORE_A_STATEMENT.contains(before)
                    && isWholeCommand(tokens, i + 1)) {
                return true;
            }
            before = token.kind() == SqlToken.Kind.SIGN ? token.text() : token.word();
        }
        return false;
    }

    /** If something else follows, such as an assignment, the word is a name. */
    private static boolean isWholeCommand(SqlTokens tokens, int next) {
        return next >= tokens.size()
                || tokens.get(next).is(";")
                || tokens.get(next).is("and");
    }
}
