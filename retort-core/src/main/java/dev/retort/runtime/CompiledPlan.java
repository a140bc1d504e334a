package dev.retort.runtime;

import java.util.List;

/**
 * The steps of a run and what is applied before them.
 *
 * @param steps the steps, ready to run
 * @param applied the revisions that are applied before the first step
 * @param recorded whether the history contains these revisions; otherwise the first entry of the run lists them
 */
public record CompiledPlan(List<CompiledStep> steps, List<String> applied, boolean recorded) {

    /** Nothing to do. */
    public static final CompiledPlan NOTHING = new CompiledPlan(List.of(), List.of(), true);

    public CompiledPlan {
        steps = List.copyOf(steps);
        applied = List.copyOf(applied);
    }
}
