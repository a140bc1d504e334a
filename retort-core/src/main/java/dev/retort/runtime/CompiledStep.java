package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.error.SourcePosition;
import dev.retort.migration.Direction;
import dev.retort.plan.PlannedStep;
import dev.retort.script.Recording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step that is ready to run: recorded, compiled and checked before the first statement of the plan.
 *
 * @param step the step
 * @param recording what its script recorded
 * @param executables what to run, in order
 * @param checksum the checksum of the script, for the history; null if it has none
 */
public record CompiledStep(
        PlannedStep step,
        Recording recording,
        List<Executable> executables,
        @Nullable String checksum) {

    public CompiledStep {
        executables = List.copyOf(executables);
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
        return executables.stream()
                .anyMatch(executable -> commitsByItself(executable, dialect)
                        || (executable instanceof Executable.JavaWork
                                && !dialect.transactions().includeDdl()));
    }

    /** Whether no foreign key may be enforced while the step runs. */
    boolean suspendsForeignKeys() {
        return executables.stream().anyMatch(Executable::suspendsForeignKeys);
    }

    /** Whether the step runs code that may do anything in its session: Java, or a routine. */
    boolean runsCode() {
        return executables.stream().anyMatch(Executable::runsCode);
    }

    /** Whether a statement commits by itself on a database. */
    static boolean commitsByItself(Executable executable, Dialect dialect) {
        return executable.outsideTransaction() || !(dialect.transactions().includeDdl() || executable.changesData());
    }
}
