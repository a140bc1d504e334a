package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.JavaWork;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.history.VersionTable;
import dev.retort.plan.RowChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a plan as a script for a database client instead of running it. No database is asked; the history table is left alone,
 * because nobody knows when the script will run.
 */
@SuppressWarnings("exports") // for the commands of this module alone
public final class OfflineScript {

    private final StringBuilder text = new StringBuilder();
    private final Dialect dialect;
    private final VersionTable versions;
    private final boolean transactionPerStep;

    public OfflineScript(Dialect dialect, VersionTable versions, boolean transactionPerStep) {
        this.dialect = dialect;
        this.versions = versions;
        this.transactionPerStep = transactionPerStep;
    }

    /**
     * The script of some steps.
     *
     * @param fromNothing whether the database has no version table yet
     * @throws UnsupportedByDialectException when a step cannot be said in SQL
     */
    public String ofSteps(List<PreparedStep> steps, boolean fromNothing) {
        beginAll();
        boolean first = true;
        for (PreparedStep step : steps) {
            begin();
            if (first && fromNothing) {
                createVersionTable();
            }
            first = false;
            comment((step.direction().equals("upgrade") ? "Upgrade " : "Downgrade ") + step.revision());
            step.executables().forEach(executable -> write(step, executable));
            change(step.step().rowChange());
            commit();
        }
        commitAll();
        return text.toString();
    }

    /** The script of changes to the version table alone. */
    public String ofRowChanges(List<RowChange> changes, boolean fromNothing) {
        begin(true);
        if (fromNothing) {
            createVersionTable();
        }
        changes.forEach(this::change);
        commit(true);
        return text.toString();
    }

    /** The script that makes the version table. */
    public String ofVersionTable() {
        begin(true);
        createVersionTable();
        commit(true);
        return text.toString();
    }

    private void createVersionTable() {
        versions.createStatements().forEach(this::statement);
    }

    private void change(RowChange change) {
        versions.statements(change).forEach(this::statement);
    }

    private void write(PreparedStep step, Executable executable) {
        if (executable instanceof JavaWork) {
            throw refusal(step, executable, "a data step in Java has no SQL");
        }
        if (!(executable instanceof SqlStatement statement)) {
            throw refusal(
                    step,
                    executable,
                    "it restates the whole column; say what the column is with from(…), or run online");
        }
        if (statement.outsideTransaction() && dialect.transactionalDdl()) {
            statement("COMMIT");
            statement(withLiterals(statement));
            statement("BEGIN");
        } else {
            statement(withLiterals(statement));
        }
    }

    private UnsupportedByDialectException refusal(PreparedStep step, Executable executable, String why) {
        return new UnsupportedByDialectException(
                executable.operation().describe() + " in revision " + step.revision() + " offline",
                dialect.displayName(),
                why);
    }

    private String withLiterals(SqlStatement statement) {
        return statement.arguments().isEmpty() ? statement.sql() : replaced(statement.sql(), statement.arguments());
    }

    /** Each question mark outside quotes stands for a value; a doubled one is a question mark. */
    private String replaced(String sql, List<@Nullable Object> arguments) {
        StringBuilder out = new StringBuilder();
        int next = 0;
        char quote = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
                out.append(c);
            } else if (c == '\'' || c == '"' || c == '`') {
                quote = c;
                out.append(c);
            } else if (c == '?' && i + 1 < sql.length() && sql.charAt(i + 1) == '?') {
                out.append('?');
                i++;
            } else if (c == '?' && next < arguments.size()) {
                out.append(dialect.literals().write(arguments.get(next++)));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private void beginAll() {
        begin(!transactionPerStep);
    }

    private void commitAll() {
        commit(!transactionPerStep);
    }

    private void begin() {
        begin(transactionPerStep);
    }

    private void commit() {
        commit(transactionPerStep);
    }

    private void begin(boolean wanted) {
        if (wanted && dialect.transactionalDdl()) {
            statement("BEGIN");
        }
    }

    private void commit(boolean wanted) {
        if (wanted && dialect.transactionalDdl()) {
            statement("COMMIT");
        }
    }

    private void comment(String words) {
        text.append("-- ").append(words).append("\n\n");
    }

    private void statement(String sql) {
        text.append(sql.strip()).append(";\n\n");
    }
}
