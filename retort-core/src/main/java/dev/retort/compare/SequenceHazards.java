package dev.retort.compare;

import dev.retort.operation.Hazard;
import dev.retort.operation.Operation;
import dev.retort.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/** Adds hazards for changes of sequences and identity columns. */
final class SequenceHazards {

    private final Changes changes;

    SequenceHazards(Changes changes) {
        this.changes = changes;
    }

    /**
     * Adds the hazards of a change.
     *
     * @param what the sequence or column, for the message
     */
    void add(Operation operation, String what, SequenceOptions before, SequenceOptions after) {
        if (before.start() != after.start()) {
            changes.addHazard(
                    operation,
                    Hazard.Kind.MAY_FAIL,
                    what + " continues from its current value: the new start takes effect only at a restart.");
        }
        if (isNarrower(before, after)) {
            changes.addHazard(
                    operation, Hazard.Kind.MAY_FAIL, what + " gets narrower bounds: this fails if it has passed them.");
        }
    }

    private static boolean isNarrower(SequenceOptions before, SequenceOptions after) {
        return isNarrower(before.least(), after.least(), -1) || isNarrower(before.greatest(), after.greatest(), 1);
    }

    /** Whether a bound gets narrower; null is the bound of the type. */
    private static boolean isNarrower(@Nullable Long before, @Nullable Long after, int side) {
        return after != null && (before == null || Integer.signum(before.compareTo(after)) == side);
    }
}
