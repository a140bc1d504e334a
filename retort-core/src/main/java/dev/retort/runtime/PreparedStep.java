package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.error.SourcePosition;
import dev.retort.plan.Direction;
import dev.retort.plan.MigrationStep;
import dev.retort.script.Recording;
import dev.retort.sql.SqlLexer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step with everything it will run: recorded, compiled and checked before the first statement of the plan.
 *
 * @param step the step
 * @param recording what its script recorded
 * @param executables what to run, in order
 * @param checksum the checksum of the script, for the history; null when it has none
 */
public record PreparedStep(
        MigrationStep step,
        Recording recording,
        List<Executable> executables,
        @Nullable String checksum) {

    private static final Set<String> CODE = Set.of("call", "do", "execute", "select", "values", "with");

    public PreparedStep {
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

    /** Where the revision stands. */
    public @Nullable SourcePosition position() {
        return step.revision().position();
    }

    /**
     * Whether the step commits piece by piece on a database, so that it can stop half-way. Java code may, wherever a change of the schema
     * commits.
     */
    boolean committingPieceByPiece(Dialect dialect) {
        return executables.stream()
                .anyMatch(executable -> commitsByItself(executable, dialect)
                        || (executable instanceof Executable.JavaWork
                                && !dialect.transactions().includeDdl()));
    }

    /** Whether the step runs code that may do anything in its session: Java, or a routine, which a query may call too. */
    boolean runsCode(Dialect dialect) {
        return executables.stream()
                .anyMatch(executable -> executable instanceof Executable.JavaWork
                        || (executable instanceof Executable.SqlStatement statement
                                && CODE.contains(new SqlLexer(statement.sql(), dialect.syntax())
                                        .nextBeyondComments()
                                        .word())));
    }

    /** Whether a statement commits by itself on a database. */
    static boolean commitsByItself(Executable executable, Dialect dialect) {
        if (executable.outsideTransaction()) {
            return true;
        }
        if (dialect.transactions().includeDdl() || executable instanceof Executable.JavaWork) {
            return false;
        }
        return !(executable instanceof Executable.SqlStatement statement && statement.changesData());
    }
}
