package dev.retort.compare;

import dev.retort.operation.GeneratedOperation;
import dev.retort.operation.GeneratedOperations;
import dev.retort.operation.Hazard;
import dev.retort.operation.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The operations found so far, by phase, with their hazards. */
final class Changes {

    /**
     * What runs at one place of the plan.
     *
     * @param upgrade the operation of the upgrade; null for none
     * @param downgrade the operation of the downgrade; null for none
     */
    private record Step(
            @Nullable Operation upgrade, @Nullable Operation downgrade) {}

    private final Map<Phase, List<Step>> phases = new EnumMap<>(Phase.class);
    private final IdentityHashMap<Operation, List<Hazard>> hazards = new IdentityHashMap<>();
    private final List<Hazard> notices = new ArrayList<>();

    /**
     * Adds an operation of the upgrade, which the downgrade undoes.
     *
     * @return the operation of the downgrade
     */
    Operation add(Phase phase, Operation operation) {
        Operation reverse = operation.reverse().orElseThrow();
        add(phase, new Step(operation, reverse));
        return reverse;
    }

    /**
     * Adds an operation that not both directions need.
     *
     * @param up whether the upgrade runs it
     * @param down whether the downgrade undoes it
     */
    void add(Phase phase, Operation operation, boolean up, boolean down) {
        add(phase, new Step(up ? operation : null, down ? operation.reverse().orElseThrow() : null));
    }

    private void add(Phase phase, Step step) {
        phases.computeIfAbsent(phase, none -> new ArrayList<>()).add(step);
    }

    /** The operations of the upgrade found so far. */
    Stream<Operation> upgrade() {
        return phases.values().stream().flatMap(List::stream).map(Step::upgrade).filter(Objects::nonNull);
    }

    /** Adds the hazards that an operation has by itself. */
    void addHazard(Operation operation) {
        hazardsOf(operation).addAll(operation.hazards());
    }

    /** Adds a hazard that an operation has because of what it is applied to. */
    void addHazard(Operation operation, Hazard.Kind kind, String sentence) {
        hazardsOf(operation).add(Hazard.of(operation, kind, sentence));
    }

    private List<Hazard> hazardsOf(Operation operation) {
        return hazards.computeIfAbsent(operation, none -> new ArrayList<>());
    }

    void notGenerated(String sentence) {
        notices.add(new Hazard(Hazard.Kind.NOT_GENERATED, null, sentence));
    }

    void undecided(String sentence) {
        notices.add(new Hazard(Hazard.Kind.NOT_COMPARED, null, sentence));
    }

    void notCompared(String sentence) {
        notices.add(new Hazard(Hazard.Kind.OUTSIDE_MODEL, null, sentence));
    }

    /** Reports a difference for which there is no operation. */
    void notMade(String what, String desired, String found) {
        notGenerated("No operation changes " + what + " to what is desired; write it by hand: " + desired
                + ". Now it is: " + found + ".");
    }

    /** Reports what cannot be compared. */
    void leftMore(String what, String more) {
        notCompared("Cannot be compared, and is left as it is in " + what + ": " + more + ".");
    }

    /** The differences, in order. */
    SchemaDifferences inOrder() {
        List<Step> steps = new ArrayList<>();
        phases.forEach((phase, found) -> {
            List<Step> ordered = new ArrayList<>(found);
            if (phase.runsBackwards()) {
                Collections.reverse(ordered);
            }
            steps.addAll(ordered);
        });
        List<GeneratedOperation> upgrade = generated(steps, Step::upgrade);
        Collections.reverse(steps);
        return new SchemaDifferences(
                new GeneratedOperations(upgrade, notices),
                new GeneratedOperations(generated(steps, Step::downgrade), List.of()));
    }

    private List<GeneratedOperation> generated(List<Step> steps, Function<Step, @Nullable Operation> way) {
        List<GeneratedOperation> generated = new ArrayList<>();
        for (Step step : steps) {
            Operation operation = way.apply(step);
            if (operation != null) {
                generated.add(new GeneratedOperation(operation, hazards.getOrDefault(operation, List.of())));
            }
        }
        return generated;
    }
}
