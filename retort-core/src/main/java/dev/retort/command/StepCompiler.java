package dev.retort.command;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.Rehearsal;
import dev.retort.error.Advice;
import dev.retort.error.DatabaseAccessException;
import dev.retort.error.IrreversibleOperationException;
import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.migration.Direction;
import dev.retort.migration.RecordingContext;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Irreversible;
import dev.retort.operation.Operation;
import dev.retort.plan.MigrationPlan;
import dev.retort.plan.PlannedStep;
import dev.retort.runtime.CompiledStep;
import dev.retort.runtime.Examples;
import dev.retort.runtime.Placeholders;
import dev.retort.script.Recording;
import dev.retort.script.RevisionScript;
import dev.retort.sql.ClientCommand;
import dev.retort.sql.CopyRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a plan ready to run: loads its scripts, records them, and compiles their operations, all before the first statement. */
final class StepCompiler {

    private final Project project;
    private final Dialect dialect;
    private final @Nullable Connection connection;
    private final RecordingContext context;

    /**
     * A compiler.
     *
     * @param connection the database to check the plan against; null for offline SQL
     */
    StepCompiler(Target target, Dialect dialect, @Nullable Connection connection) {
        this.connection = connection;
        this.project = target.project();
        this.dialect = dialect;
        this.context = target.recordingContext(dialect).offline(connection == null);
    }

    /**
     * The steps of a plan, ready to run.
     *
     * @param missed the missed revisions, which have nothing to undo
     */
    List<CompiledStep> compile(MigrationPlan plan, Collection<String> missed) {
        if (plan.steps().isEmpty()) {
            return List.of();
        }
        Map<String, RevisionScript> scripts = project.load(
                plan.steps().stream().map(step -> step.revision().id()).toList());
        List<CompiledStep> prepared = new ArrayList<>(plan.steps().size());
        for (PlannedStep step : plan.steps()) {
            RevisionScript script =
                    Objects.requireNonNull(scripts.get(step.revision().id()));
            boolean neverRun = step.direction() == Direction.DOWN
                    && missed.contains(step.revision().id());
            prepared.add(neverRun ? nothing(step) : prepare(step, script));
        }
        rehearse(prepared);
        return prepared;
    }

    private static CompiledStep nothing(PlannedStep step) {
        return new CompiledStep(step, Recording.EMPTY, List.of(), null);
    }

    /** Refuses, before the first step, what the database is certain to reject according to a copy of its schema. */
    private void rehearse(List<CompiledStep> all) {
        if (connection == null) {
            return;
        }
        // Nobody knows the schema behind a large file, which is not rehearsed.
        List<CompiledStep> steps =
                all.stream().takeWhile(step -> !step.recording().isLarge()).toList();
        try (Rehearsal rehearsal =
                dialect.rehearsals().of(connection, operations(steps)).orElse(null)) {
            if (rehearsal == null) {
                return;
            }
            for (CompiledStep step : steps) {
                for (Operation operation : step.recording().operations()) {
                    rehearsal.failure(operation).ifPresent(why -> {
                        throw new UnsupportedByDialectException(operation.describe(), dialect.displayName(), why)
                                .at(step.recording().position(operation));
                    });
                }
            }
        } catch (SQLException e) {
            throw new DatabaseAccessException("The schema cannot be read: " + e.getMessage(), Advice.NONE, e);
        }
    }

    private static Stream<Operation> operations(List<CompiledStep> steps) {
        return steps.stream().flatMap(step -> step.recording().operations().stream());
    }

    private CompiledStep prepare(PlannedStep step, RevisionScript script) {
        Recording recording = step.direction() == Direction.UP ? script.upgrade(context) : script.downgrade(context);
        if (recording.isLarge()) {
            return prepareLarge(step, recording, script);
        }
        List<Executable> executables = new ArrayList<>();
        for (Operation operation : recording.operations()) {
            if (operation instanceof Irreversible refusal) {
                throw new IrreversibleOperationException(
                        "Revision '" + step.revision().id() + "'", refusal.why(), recording.position(refusal));
            }
            executables.addAll(compiled(operation, recording));
        }
        return new CompiledStep(step, recording, dialect.ddl().join(executables), checksum(step, script));
    }

    /** Checks all statements of a large file, and keeps none. */
    private CompiledStep prepareLarge(PlannedStep step, Recording recording, RevisionScript script) {
        List<Executable> executables =
                new CompiledAgain(recording.operations(), operation -> compiled(operation, recording));
        Examples examples = new Examples(dialect);
        for (Executable executable : executables) {
            if (examples.add(executable)) {
                recording.keepPosition(executable.recorded());
            }
        }
        return new CompiledStep(step, recording, executables, examples.all(), checksum(step, script));
    }

    private List<Executable> compiled(Operation operation, Recording recording) {
        MalformedSql malformed = new MalformedSql(dialect.syntax());
        malformed.in(operation).ifPresent(why -> refuse(why, recording.position(operation)));
        try {
            List<Executable> executables = dialect.ddl().compile(operation);
            for (Executable executable : executables) {
                malformed.in(executable).ifPresent(why -> refuse(why, recording.position(executable.recorded())));
                refuseCommandsOfClients(executable, recording);
                if (executable instanceof SqlStatement statement) {
                    refuseToControlTheTransaction(statement, recording);
                    if (!statement.arguments().isEmpty()) {
                        requireValues(statement, recording);
                    }
                }
            }
            return executables;
        } catch (UnsupportedByDialectException e) {
            throw e.at(recording.position(operation));
        }
    }

    private static void refuse(String why, @Nullable SourcePosition position) {
        throw new ScriptException(why, position, "Nothing was run. Correct the script.", null);
    }

    /** Client commands in Java, or between '-- statement' and '-- end'. */
    private void refuseCommandsOfClients(Executable executable, Recording recording) {
        if (executable.operation() instanceof ExecuteSql written) {
            ClientCommand.in(CopyRows.withoutRows(written.sql(), dialect.syntax()), dialect.syntax())
                    .ifPresent(command -> {
                        throw new ScriptException(
                                "'" + command.text() + "' is a command of a client program, not a statement.",
                                recording.position(executable.recorded()),
                                "Nothing was run. Remove it, or write what it does in SQL.",
                                null);
                    });
        }
    }

    /**
     * A step and its version row, or a statement and its journal row, are one transaction, which a statement must not end. A compound
     * statement outside a transaction may have its own.
     */
    private static void refuseToControlTheTransaction(SqlStatement statement, Recording recording) {
        boolean within = !statement.outsideTransaction() && statement.kind().controlsTransactionWithin();
        if (within || statement.kind().controlsTransaction()) {
            boolean sets = statement.kind().setsTransaction();
            throw new ScriptException(
                    "The statement '" + statement.sql().strip() + "' "
                            + (sets ? "sets properties of a transaction" : "begins or ends a transaction")
                            + ", but Retort controls the transactions.",
                    recording.position(statement.recorded()),
                    "Nothing was run. Remove it: a step is one transaction. Work that needs "
                            + (sets ? "another kind" : "several")
                            + " goes into Java, as op.outsideTransaction(outside -> outside.run(connection -> …)).",
                    null);
        }
    }

    private void requireValues(SqlStatement statement, Recording recording) {
        Operation operation = statement.operation();
        for (Object value : statement.arguments()) {
            if (!dialect.literals().has(value)) {
                throw new ScriptException(
                        "'" + operation.describe() + "' is given a value of the class '"
                                + value.getClass().getTypeName() + "', which statements do not accept.",
                        recording.position(operation),
                        "Nothing was run. Give a text, a number, a boolean, bytes, a UUID, an enum, or a date or time of java.time;"
                                + " whatever else a driver takes is bound in op.run(connection -> …).",
                        null);
            }
        }
        if (operation instanceof ExecuteSql written) {
            int marks = Placeholders.of(written.sql(), dialect.syntax()).count();
            int values = written.arguments().size();
            if (marks != values) {
                throw new ScriptException(
                        "'" + operation.describe() + "' has " + counted(marks, "question mark") + " and is given "
                                + counted(values, "value") + ".",
                        recording.position(operation),
                        "Nothing was run. Give a value for each question mark; '??' is a literal question mark.",
                        null);
            }
        }
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private @Nullable String checksum(PlannedStep step, RevisionScript script) {
        String database = dialect.name().value();
        return (step.direction() == Direction.UP
                        ? script.checksums().upgrade(database)
                        : script.checksums().downgrade(database))
                .orElse(null);
    }
}
