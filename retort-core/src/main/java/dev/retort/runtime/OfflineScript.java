package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.CopyIn;
import dev.retort.dialect.Executable.FromCatalog;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.LoadFile;
import dev.retort.dialect.Notice;
import dev.retort.dialect.Offline;
import dev.retort.error.ScriptException;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.error.UsageException;
import dev.retort.history.VersionTable;
import dev.retort.migration.Direction;
import dev.retort.plan.RowChange;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes a plan as a script for a database client instead of running it. No database is queried; the history table is not written, because
 * nobody knows when the script will run.
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
     * @param transactionPerStep whether each step is a transaction of its own; otherwise all steps are one
     */
    public OfflineScript(Dialect dialect, VersionTable versions, boolean transactionPerStep) {
        this.dialect = dialect;
        this.versions = versions;
        this.transactionPerStep = transactionPerStep;
        this.text = new ScriptText(dialect.syntax(), dialect.scriptForm());
        // A client that goes on after an error writes the version rows of what has failed.
        if (!dialect.scriptCommand().isEmpty()) {
            text.comment("To stop at the first error, run this with: " + dialect.scriptCommand());
        }
    }

    /** An empty part of a script. */
    private OfflineScript(OfflineScript whole) {
        this.dialect = whole.dialect;
        this.versions = whole.versions;
        this.transactionPerStep = whole.transactionPerStep;
        this.text = new ScriptText(dialect.syntax(), dialect.scriptForm());
    }

    /**
     * The script of some steps; empty when there are none.
     *
     * @param fromNothing whether the database has no version table yet
     * @throws UnsupportedByDialectException when a step cannot be written in SQL
     * @throws UsageException when the steps must be one transaction and cannot
     */
    public ScriptText ofSteps(List<CompiledStep> steps, boolean fromNothing) {
        if (steps.isEmpty()) {
            return new ScriptText(dialect.syntax(), dialect.scriptForm());
        }
        if (!transactionPerStep) {
            OneTransaction.require(steps, dialect);
        }
        opening();
        if (!transactionPerStep) {
            suspendForeignKeys(steps);
        }
        begin(!transactionPerStep);
        boolean first = true;
        for (CompiledStep step : steps) {
            if (transactionPerStep) {
                suspendForeignKeys(List.of(step));
            }
            begin(transactionPerStep);
            if (first && fromNothing) {
                createVersionTable();
            }
            first = false;
            text.comment(heading(step));
            if (step.recording().isLarge()) {
                writeLarge(step);
            } else {
                step.executables().forEach(executable -> write(step, executable));
            }
            if (SessionGuard.sets(step)) {
                dialect.sessionState().resetStatements().forEach(text::statement);
                opening();
            }
            change(step.step().rowChange());
            commit(transactionPerStep);
        }
        commit(!transactionPerStep);
        return text;
    }

    private static String heading(CompiledStep step) {
        String message = step.step().revision().summary();
        return (step.direction() == Direction.UP ? "Upgrade " : "Downgrade ")
                + step.revision()
                + (message.isEmpty() ? "" : ": " + message);
    }

    private void opening() {
        dialect.scriptForm().opening().forEach(text::statement);
    }

    private void suspendForeignKeys(List<CompiledStep> steps) {
        if (steps.stream().anyMatch(CompiledStep::suspendsForeignKeys)) {
            dialect.foreignKeys().suspendingStatements().forEach(text::statement);
        }
    }

    /** The script of changes to the version table alone. */
    public String ofRowChanges(List<RowChange> changes, boolean fromNothing) {
        opening();
        begin(true);
        if (fromNothing) {
            createVersionTable();
        }
        changes.forEach(this::change);
        commit(true);
        return text.toString();
    }

    /** The script that creates the version table. */
    public String ofVersionTable() {
        opening();
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

    /** Writes one statement after the other when the script is written; what cannot be written is refused now. */
    private void writeLarge(CompiledStep step) {
        step.examples().forEach(example -> new OfflineScript(this).write(step, example));
        text.later(target -> {
            for (Executable executable : step.executables()) {
                OfflineScript one = new OfflineScript(this);
                one.write(step, executable);
                one.text.writeTo(target);
            }
        });
    }

    private void write(CompiledStep step, Executable executable) {
        if (executable instanceof CopyIn copy) {
            write(executable, () -> text.asItStands(copy.copy().text()));
        } else if (executable instanceof LoadFile load) {
            write(executable, () -> text.later(target -> writeRows(step, load, target)));
        } else if (executable instanceof SqlStatement statement) {
            requireThatItCanBeReset(step, statement);
            write(executable, () -> text.statement(withLiterals(statement)));
        } else {
            List<SqlStatement> statements = statements(step, executable);
            if (!statements.isEmpty() || executable instanceof Notice) {
                executable.notice().ifPresent(text::comment);
            }
            statements.forEach(statement -> write(executable, () -> text.statement(withLiterals(statement))));
        }
    }

    private void writeRows(CompiledStep step, LoadFile executable, Appendable target) throws IOException {
        try (RowsAsInserts inserts = new RowsAsInserts(executable, dialect.identifiers())) {
            for (String insert = inserts.next(); insert != null; insert = inserts.next()) {
                target.append(text.written(insert));
            }
        } catch (RowsAsInserts.Unreadable e) {
            throw new ScriptException(
                    String.valueOf(e.getMessage()),
                    step.recording().position(executable.recorded()),
                    "What is written of the script is of no use. Run the command again.",
                    e);
        }
    }

    private List<SqlStatement> statements(CompiledStep step, Executable executable) {
        Offline offline = executable instanceof FromCatalog ofTable ? stated(ofTable) : executable.offline();
        if (offline instanceof Offline.Refused refused) {
            throw refusal(step, executable, refused);
        }
        return ((Offline.Written) offline).statements();
    }

    private static Offline stated(FromCatalog executable) {
        try {
            return executable.scripted();
        } catch (SQLException e) {
            return new Offline.Refused(
                    "the stated table does not fit: " + e.getMessage(), "Correct the table in from(…), or run online.");
        }
    }

    private void write(Executable executable, Runnable writing) {
        boolean between =
                executable.outsideTransaction() && dialect.transactions().includeDdl();
        if (between) {
            text.statement(dialect.transactions().commit());
        }
        writing.run();
        if (between) {
            text.statement(dialect.transactions().begin());
        }
    }

    /** Otherwise the version rows, and what follows, would be written elsewhere. */
    private void requireThatItCanBeReset(CompiledStep step, SqlStatement statement) {
        if (dialect.sessionState().changesSchema(statement.kind())) {
            throw refusal(
                    step,
                    statement,
                    new Offline.Refused(
                            "a script cannot return to the schema where the version rows are",
                            "Name the schema before each name, or run online."));
        }
    }

    private UnsupportedByDialectException refusal(CompiledStep step, Executable executable, Offline.Refused refusal) {
        return new UnsupportedByDialectException(
                        executable.operation().describe() + " in revision " + step.revision() + " offline",
                        dialect.displayName(),
                        refusal.why())
                .advising(refusal.instead())
                .at(step.recording().position(executable.recorded()));
    }

    private String withLiterals(SqlStatement statement) {
        Placeholders marks = Placeholders.of(statement.sql(), dialect.syntax());
        return statement.arguments().isEmpty()
                ? marks.single()
                : marks.replacedBy(statement.arguments().stream()
                        .map(dialect.literals()::write)
                        .toList());
    }

    private void begin(boolean wanted) {
        if (wanted && dialect.transactions().includeDdl()) {
            text.statement(dialect.transactions().begin());
        }
    }

    private void commit(boolean wanted) {
        if (wanted && dialect.transactions().includeDdl()) {
            text.statement(dialect.transactions().commit());
        }
    }
}
