package dev.retort.command;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.dialect.StatementKind;
import dev.retort.error.IrreversibleOperationException;
import dev.retort.error.ScriptException;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.migration.RecordingContext;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Irreversible;
import dev.retort.operation.Operation;
import dev.retort.plan.Direction;
import dev.retort.plan.MigrationPlan;
import dev.retort.plan.MigrationStep;
import dev.retort.runtime.PreparedStep;
import dev.retort.script.LoadedScripts;
import dev.retort.script.Recording;
import dev.retort.script.RevisionScript;
import dev.retort.script.ScriptDirectory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a plan ready to run: loads its scripts, records them, and compiles what they recorded, all before the first statement. */
final class Preparation implements AutoCloseable {

    private final ScriptDirectory scripts;
    private final Dialect dialect;
    private final RecordingContext context;
    private final List<LoadedScripts> loaded = new ArrayList<>();

    Preparation(Project project, Dialect dialect) {
        this.scripts = project.scripts();
        this.dialect = dialect;
        this.context = project.recordingContext(dialect);
    }

    List<PreparedStep> of(MigrationPlan plan) {
        if (plan.steps().isEmpty()) {
            return List.of();
        }
        LoadedScripts sources = scripts.load(
                plan.steps().stream().map(step -> step.revision().id()).toList());
        loaded.add(sources);
        List<PreparedStep> prepared = new ArrayList<>(plan.steps().size());
        for (MigrationStep step : plan.steps()) {
            prepared.add(prepare(step, sources.script(step.revision().id())));
        }
        return prepared;
    }

    private PreparedStep prepare(MigrationStep step, RevisionScript script) {
        Recording recording = step.direction() == Direction.UP ? script.upgrade(context) : script.downgrade(context);
        List<Executable> executables = new ArrayList<>();
        for (Operation operation : recording.operations()) {
            if (operation instanceof Irreversible refusal) {
                throw new IrreversibleOperationException(
                        "Revision '" + step.revision().id() + "'", refusal.why(), recording.position(refusal));
            }
            executables.addAll(compiled(operation, recording));
        }
        return new PreparedStep(step, recording, executables, checksum(step, script));
    }

    private List<Executable> compiled(Operation operation, Recording recording) {
        try {
            List<Executable> executables = dialect.ddl().compile(operation);
            executables.forEach(executable -> refuseToControlTheTransaction(executable.operation(), recording));
            return executables;
        } catch (UnsupportedByDialectException e) {
            throw e.at(recording.position(operation));
        }
    }

    /** A step and its version row, or a statement and its journal row, are one transaction, which a statement must not tear apart. */
    private void refuseToControlTheTransaction(Operation operation, Recording recording) {
        if (operation instanceof ExecuteSql written
                && StatementKind.of(written.sql(), dialect.syntax()).controlsTransaction()) {
            throw new ScriptException(
                    "The statement '" + written.sql().strip()
                            + "' begins or ends a transaction, and transactions are Retort's.",
                    recording.position(written),
                    "Nothing was run. Remove it: a step is one transaction. Work that needs several is written in Java, as"
                            + " op.outsideTransaction(outside -> outside.run(connection -> …)).",
                    null);
        }
    }

    private @Nullable String checksum(MigrationStep step, RevisionScript script) {
        String database = dialect.name().value();
        return (step.direction() == Direction.UP
                        ? script.checksums().upgrade(database)
                        : script.checksums().downgrade(database))
                .orElse(null);
    }

    /** Lets go of the scripts. What they recorded must have run. */
    @Override
    public void close() {
        loaded.forEach(LoadedScripts::close);
    }
}
