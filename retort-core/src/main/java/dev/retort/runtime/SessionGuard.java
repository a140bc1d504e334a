package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.operation.ExecuteSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Resets the settings of a session after a step, so that they affect neither Retort's own rows, nor the next step, nor the next user of a
 * pooled connection.
 */
final class SessionGuard {

    /** What a statement that sets something contains. */
    private static final Pattern SETS =
            Pattern.compile("\\b(set|reset|set_config|use|discard|do|call)\\b", Pattern.CASE_INSENSITIVE);

    /** What a statement begins with that sets something, or may. */
    private static final List<String> SETTING = List.of("set", "reset", "do", "call");

    private static final Pattern SET_CONFIG = Pattern.compile("\\bset_config\\b", Pattern.CASE_INSENSITIVE);

    private final Connection connection;
    private final Dialect dialect;
    private @Nullable Map<String, String> before;

    SessionGuard(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Reads the settings before a step, if the step may change any. */
    void begin(CompiledStep step) throws SQLException {
        if (step.examples().stream().anyMatch(SessionGuard::maySet)) {
            before = dialect.sessionState().read(connection);
        }
    }

    /** Whether a step has a statement that sets something, or may, so that a script resets it. */
    static boolean sets(CompiledStep step) {
        return step.examples().stream().anyMatch(SessionGuard::sets);
    }

    static boolean sets(Executable executable) {
        return executable instanceof SqlStatement statement
                && (SETTING.stream().anyMatch(statement.kind()::begins)
                        || SET_CONFIG.matcher(statement.sql()).find());
    }

    static boolean maySet(Executable executable) {
        return executable instanceof Executable.JavaWork
                || (executable.operation() instanceof ExecuteSql written
                        && SETS.matcher(written.sql()).find());
    }

    /** Resets them in the current transaction. */
    void restore() throws SQLException {
        if (before != null) {
            dialect.sessionState().restore(connection, before);
            before = null;
        }
    }

    /** Resets them after a step that failed and was rolled back; does nothing if the step did not fail. */
    void restoreAfterFailure() {
        if (before == null) {
            return;
        }
        try {
            restore();
            connection.commit();
        } catch (SQLException lost) {
            System.getLogger(SessionGuard.class.getName())
                    .log(System.Logger.Level.DEBUG, "The session's settings cannot be put back.", lost);
        }
    }
}
