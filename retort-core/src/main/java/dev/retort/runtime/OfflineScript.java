package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.JavaWork;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.error.UsageException;
import dev.retort.history.VersionTable;
import dev.retort.plan.Direction;
import dev.retort.plan.RowChange;
import dev.retort.sql.SqlLexer;
import dev.retort.sql.SqlToken;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a plan as a script for a database client instead of running it. No database is asked; the history table is left alone,
 * because nobody knows when the script will run.
 */
@SuppressWarnings("exports") // for the commands of this module alone
public final class OfflineScript {

    private final Dialect dialect;
    private final VersionTable versions;
    private final boolean transactionPerStep;
    private final ScriptText text;

    /**
     * An empty script.
     *
     * @param transactionPerStep whether each step is a transaction of its own; else all steps are one
     */
    public OfflineScript(Dialect dialect, VersionTable versions, boolean transactionPerStep) {
        this.dialect = dialect;
        this.versions = versions;
        this.transactionPerStep = transactionPerStep;
        this.text = new ScriptText(dialect.syntax());
    }

    /**
     * The script of some steps.
     *
     * @param fromNothing whether the database has no version table yet
     * @throws UnsupportedByDialectException when a step cannot be said in SQL
     * @throws UsageException when the steps have to be one transaction and cannot
     */
    public String ofSteps(List<PreparedStep> steps, boolean fromNothing) {
        if (!transactionPerStep) {
            OneTransaction.require(steps, dialect);
        }
        beginAll();
        boolean first = true;
        for (PreparedStep step : steps) {
            begin();
            if (first && fromNothing) {
                createVersionTable();
            }
            first = false;
            text.comment((step.direction() == Direction.UP ? "Upgrade " : "Downgrade ") + step.revision());
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
        versions.createStatements().forEach(text::statement);
    }

    private void change(RowChange change) {
        versions.statements(change).forEach(text::statement);
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
            text.statement("COMMIT");
            text.statement(withLiterals(step, statement));
            text.statement("BEGIN");
        } else {
            text.statement(withLiterals(step, statement));
        }
    }

    private UnsupportedByDialectException refusal(PreparedStep step, Executable executable, String why) {
        return new UnsupportedByDialectException(
                executable.operation().describe() + " in revision " + step.revision() + " offline",
                dialect.displayName(),
                why);
    }

    /** A statement with values in the place of its question marks; a doubled one is a question mark. */
    private String withLiterals(PreparedStep step, SqlStatement statement) {
        if (statement.arguments().isEmpty()) {
            return statement.sql();
        }
        String sql = statement.sql();
        StringBuilder out = new StringBuilder();
        Iterator<@Nullable Object> values = statement.arguments().iterator();
        SqlLexer lexer = new SqlLexer(sql, dialect.syntax());
        int copied = 0;
        for (SqlToken token = lexer.next(); !token.isEnd(); token = lexer.next()) {
            if (!token.is("?")) {
                continue;
            }
            out.append(sql, copied, token.start());
            copied = token.end();
            if (sql.startsWith("?", copied)) {
                out.append('?');
                copied++;
                lexer.moveTo(copied);
            } else if (values.hasNext()) {
                out.append(dialect.literals().write(values.next()));
            } else {
                throw refusal(step, statement, "it has more question marks than values");
            }
        }
        if (values.hasNext()) {
            throw refusal(step, statement, "it has more values than question marks");
        }
        return out.append(sql, copied, sql.length()).toString();
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
            text.statement("BEGIN");
        }
    }

    private void commit(boolean wanted) {
        if (wanted && dialect.transactionalDdl()) {
            text.statement("COMMIT");
        }
    }
}
