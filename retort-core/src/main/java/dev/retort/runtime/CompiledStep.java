package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.migration.Direction;
import dev.retort.plan.PlannedStep;
import dev.retort.script.Recording;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step that is ready to run: recorded, compiled and checked before the first statement of the plan.
 *
 * @param step the step
 * @param recording what its script recorded
 * @param executables what to run, in order; that of a large file is read while it is iterated over
 * @param examples what tells what the step may do: all executables, or {@link Examples} of those of a large file
 * @param checksum the checksum of the script, for the history; null if it has none
 */
public record CompiledStep(
        PlannedStep step,
        Recording recording,
        List<Executable> executables,
        List<Executable> examples,
        @Nullable String checksum) {

    public CompiledStep {
        executables = Collections.unmodifiableList(executables);
        examples = List.copyOf(examples);
    }

    /** A step whose executables are in memory. */
    public CompiledStep(
            PlannedStep step, Recording recording, List<Executable> executables, @Nullable String checksum) {
        this(step, recording, executables, executables, checksum);
    }

    /**
     * An executable.
     *
     * @param number counted from 1
     * @throws StatementFailure if the file that it is read from was changed since it was checked
     */
    Executable executable(int number) throws StatementFailure {
        try {
            return executables.get(number - 1);
        } catch (ScriptException changed) {
            throw new StatementFailure("the statement " + number + " of the file", changed);
        }
    }

    /** The revision's id. */
    public String revision() {
        return step.revision().id();
    }

    /** The direction. */
    public Direction direction() {
        return step.direction();
    }

    /** The position of the revision's header. */
    public @Nullable SourcePosition position() {
        return step.revision().position();
    }

    /** Whether the step commits in several parts on a database, so that it can be half-done. Java code may, where schema changes commit. */
    boolean committingPieceByPiece(Dialect dialect) {
        return examples.stream()
                .anyMatch(executable -> commitsByItself(executable, dialect)
                        || (executable instanceof Executable.JavaWork
                                && !dialect.transactions().includeDdl()));
    }

    /** Whether no foreign key may be enforced while the step runs. */
    boolean suspendsForeignKeys() {
        return examples.stream().anyMatch(Executable::suspendsForeignKeys);
    }

    /** Whether the step runs code that may do anything in its session: Java, or a routine. */
    boolean runsCode() {
        return examples.stream().anyMatch(Executable::runsCode);
    }

    /** Whether a statement commits by itself on a database. */
    static boolean commitsByItself(Executable executable, Dialect dialect) {
        return executable.outsideTransaction() || !(dialect.transactions().includeDdl() || executable.changesData());
    }
}
