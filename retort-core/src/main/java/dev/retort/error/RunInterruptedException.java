package dev.retort.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run was asked to stop, and has stopped at a place from which it can continue. */
public final class RunInterruptedException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final int steps;
    private final transient @Nullable SourcePosition position;

    /** A run has stopped between statements. */
    public RunInterruptedException(int steps, Advice state) {
        this(steps, state, null);
    }

    /**
     * A run has stopped.
     *
     * @param steps the number of completed steps
     * @param state what is done and what is not
     * @param cause the failure of the cancelled statement; null if there was none
     */
    public RunInterruptedException(int steps, Advice state, @Nullable Throwable cause) {
        super(stopped(steps) + ".", state, cause);
        this.steps = steps;
        this.position = null;
    }

    /** A run was asked to stop and has failed at the same moment for another reason. */
    public RunInterruptedException(int steps, MigrationFailedException failure) {
        super(stopped(steps) + ", and this failed meanwhile: " + failure.getMessage(), failure.advice(), failure);
        this.steps = steps;
        this.position = failure.position().orElse(null);
    }

    private static String stopped(int steps) {
        return "Stopped on request after " + steps + (steps == 1 ? " step" : " steps");
    }

    @Override
    public Optional<SourcePosition> position() {
        return Optional.ofNullable(position);
    }

    /** The number of completed steps. */
    public int steps() {
        return steps;
    }

    @Override
    public String kind() {
        return "interrupted";
    }
}
