package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Roles;
import dev.retort.dialect.StatementKind;
import dev.retort.error.ScriptException;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Refuses a plan whose statements name a role that is not there, before its first step. */
final class NamedRoles {

    private static final Pattern MAY_RUN_CODE = Pattern.compile("\\b(do|call)\\b", Pattern.CASE_INSENSITIVE);

    private NamedRoles() {}

    /**
     * Requires that the roles of the statements are there, or are made by the statements before. Behind work that may make roles
     * unseen, a block or Java, nothing is asked.
     *
     * @throws ScriptException naming the first role that lacks
     */
    static void require(Connection connection, Dialect dialect, Iterable<PreparedStep> steps) throws SQLException {
        if (dialect.roles() == Roles.NONE) {
            return;
        }
        Map<String, ScriptException> refusals = new LinkedHashMap<>();
        Set<String> made = new HashSet<>();
        collect(dialect, steps, refusals, made);
        if (!refusals.isEmpty()) {
            for (String name : dialect.roles().missing(connection, refusals.keySet())) {
                throw refusals.get(name);
            }
        }
    }

    private static void collect(
            Dialect dialect, Iterable<PreparedStep> steps, Map<String, ScriptException> refusals, Set<String> made) {
        for (PreparedStep step : steps) {
            for (Executable executable : step.executables()) {
                if (executable instanceof Executable.JavaWork) {
                    return;
                }
                if (executable.operation() instanceof ExecuteSql written) {
                    if (MAY_RUN_CODE.matcher(written.sql()).find() && runsCode(written, dialect)) {
                        return;
                    }
                    for (String role : dialect.roles().needed(written.sql())) {
                        if (!made.contains(role)) {
                            refusals.putIfAbsent(role, refusal(step, written, role));
                        }
                    }
                    made.addAll(dialect.roles().made(written.sql()));
                }
            }
        }
    }

    private static boolean runsCode(ExecuteSql written, Dialect dialect) {
        StatementKind kind = StatementKind.of(written.sql(), dialect.syntax());
        return kind.begins("do") || kind.begins("call");
    }

    private static ScriptException refusal(PreparedStep step, Operation operation, String role) {
        return new ScriptException(
                "The database has no role '" + role + "', which '" + operation.describe() + "' names.",
                step.recording().position(operation),
                "Nothing was run. Create the role first, or take the statement out; 'pg_dump --no-owner --no-acl' writes neither owners"
                        + " nor grants.",
                null);
    }
}
