package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Roles;
import dev.retort.error.ScriptException;
import dev.retort.operation.ExecuteSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Refuses, before its first step, a plan whose statements name a role that does not exist. */
final class NamedRoles {

    private NamedRoles() {}

    /**
     * Requires that the roles of the statements exist or are created by earlier statements. Nothing is checked after a block or Java, which
     * may create roles.
     *
     * @throws ScriptException naming the first role that is missing
     */
    static void require(Connection connection, Dialect dialect, Iterable<CompiledStep> steps) throws SQLException {
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
            Dialect dialect, Iterable<CompiledStep> steps, Map<String, ScriptException> refusals, Set<String> made) {
        for (CompiledStep step : steps) {
            for (Executable executable : step.examples()) {
                if (executable instanceof Executable.JavaWork) {
                    return;
                }
                if (executable.operation() instanceof ExecuteSql written) {
                    Roles.Mention mention = dialect.roles().in(written.sql());
                    if (mention.unseen()) {
                        return;
                    }
                    for (String role : mention.needed()) {
                        if (!made.contains(role)) {
                            refusals.putIfAbsent(role, refusal(step, executable, role));
                        }
                    }
                    made.addAll(mention.made());
                }
            }
        }
    }

    private static ScriptException refusal(CompiledStep step, Executable executable, String role) {
        return new ScriptException(
                "The database has no role '" + role + "', which '"
                        + executable.operation().describe() + "' names.",
                step.recording().position(executable.recorded()),
                "Nothing was run. Create the role first, or take the statement out; 'pg_dump --no-owner --no-acl' writes neither owners"
                        + " nor grants.",
                null);
    }
}
