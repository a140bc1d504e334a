package dev.retort.compare;

import dev.retort.schema.Constraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of one kind of one table, sorted into those in both schemas, added ones and dropped ones. A constraint with a desired
 * name matches the one with that name, any other one an equal constraint.
 *
 * @param <C> the kind of constraint
 * @param onBoth pairs of equal constraints, the desired one as key
 * @param added the desired constraints that are missing
 * @param dropped the actual constraints that are not desired
 */
record ConstraintMatch<C extends Constraint>(Map<C, C> onBoth, List<C> added, List<C> dropped) {

    static <C extends Constraint> ConstraintMatch<C> of(
            List<C> allDesired, List<C> actual, Predicate<C> isNameDesired, BiPredicate<C, C> same) {
        Map<String, C> byName = new HashMap<>();
        List<C> unmatched = new ArrayList<>(actual);
        actual.forEach(constraint -> {
            if (constraint.name() != null) {
                byName.put(constraint.name(), constraint);
            }
        });
        Map<C, C> onBoth = new LinkedHashMap<>();
        List<C> open = new ArrayList<>();
        for (C desired : allDesired) {
            C namesake = desired.name() == null ? null : byName.get(desired.name());
            if (namesake != null && same.test(desired, namesake) && unmatched.remove(namesake)) {
                onBoth.put(desired, namesake);
            } else {
                open.add(desired);
            }
        }
        List<C> added = new ArrayList<>();
        for (C desired : open) {
            C twin = twin(desired, unmatched, isNameDesired.test(desired), same);
            if (twin == null) {
                added.add(desired);
            } else {
                unmatched.remove(twin);
                onBoth.put(desired, twin);
            }
        }
        return new ConstraintMatch<>(onBoth, added, List.copyOf(unmatched));
    }

    /** The same without some of the added and dropped ones. */
    ConstraintMatch<C> without(Predicate<C> left) {
        return new ConstraintMatch<>(
                onBoth,
                added.stream().filter(left.negate()).toList(),
                dropped.stream().filter(left.negate()).toList());
    }

    /** An equal constraint, which is quickly found, otherwise one that means the same. */
    private static <C extends Constraint> @Nullable C twin(
            C desired, List<C> candidates, boolean named, BiPredicate<C, C> same) {
        List<C> free = candidates.stream()
                .filter(candidate -> !named || candidate.name() == null)
                .toList();
        return free.stream()
                .filter(candidate -> candidate.named(desired.name()).equals(desired))
                .findFirst()
                .or(() -> free.stream()
                        .filter(candidate -> same.test(desired, candidate))
                        .findFirst())
                .orElse(null);
    }
}
