package dev.retort.compare;

import dev.retort.operation.Hazard;
import dev.retort.operation.Operation;
import dev.retort.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/** Remarks on what comes to count in another way. */
final class AutoIncrementRemarks {

    private final Changes changes;

    AutoIncrementRemarks(Changes changes) {
        this.changes = changes;
    }

    /**
     * Remarks on a change of a sequence or of a numbered column.
     *
     * @param what which
     */
    void remark(Operation operation, String what, SequenceOptions before, SequenceOptions after) {
        if (before.start() != after.start()) {
            changes.remark(
                    operation,
                    Hazard.Kind.MAY_FAIL,
                    what + " goes on from where it is: the new start counts for a restart alone.");
        }
        if (isNarrower(before, after)) {
            changes.remark(
                    operation,
                    Hazard.Kind.MAY_FAIL,
                    what + " gets narrower bounds: this fails when it has counted beyond them.");
        }
    }

    private static boolean isNarrower(SequenceOptions before, SequenceOptions after) {
        return isNarrower(before.least(), after.least(), -1) || isNarrower(before.greatest(), after.greatest(), 1);
    }

    /** Whether a bound comes nearer; none is that of the type. */
    private static boolean isNarrower(@Nullable Long before, @Nullable Long after, int side) {
        return after != null && (before == null || Integer.signum(before.compareTo(after)) == side);
    }
}
