package dev.retort.dialect.postgresql;

import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlTokens;
import java.util.Set;

/** Finds statements that release all locks of their session, including Retort's; routines that they call are not examined. */
final class LockRelease {

    private static final String ROUTINE = "pg_advisory_unlock_all";

    private static final Set<String> RUNS_NOTHING = Set.of("alter", "comment", "drop", "grant", "revoke", "security");

    private LockRelease() {}

    /** Whether a statement does, also in the block of a {@code DO}. The definition of a routine does not. */
    static boolean is(String sql) {
        if (!SqlTokens.mention(sql, ROUTINE)) {
            return false;
        }
        SqlTokens statement = SqlTokens.of(sql, PostgresqlProvider.SYNTAX);
        if (statement.size() == 0 || RUNS_NOTHING.contains(statement.get(0).word()) || defines(statement)) {
            return false;
        }
        boolean block = statement.get(0).is("do");
        return statement.calls(ROUTINE)
                || (block
                        && statement.all().stream()
                                .filter(token -> token.kind() == SqlToken.Kind.TEXT)
                                .anyMatch(text -> SqlTokens.call(text.value(), ROUTINE, PostgresqlProvider.SYNTAX)));
    }

    /** CREATE TABLE AS and materialized views run their query; no other CREATE runs anything. */
    private static boolean defines(SqlTokens statement) {
        return statement.get(0).is("create")
                && statement.all().stream().limit(5).noneMatch(token -> token.is("table") || token.is("materialized"));
    }
}
