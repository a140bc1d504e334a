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
 * The constraints of one kind of one table, sorted into those that are on both sides and those that are on one. A constraint with a
 * wished-for name is the one of that name; any other is the one that says the same.
 *
 * @param <C> the kind of constraint
 * @param onBoth pairs that say the same, the desired one as key
 * @param added the desired ones that are missing
 * @param dropped the actual ones that nobody wishes for
 */
record ConstraintMatch<C extends Constraint>(Map<C, C> onBoth, List<C> added, List<C> dropped) {

    static <C extends Constraint> ConstraintMatch<C> of(
            List<C> desired, List<C> actual, Predicate<C> namedByWish, BiPredicate<C, C> same) {
        Map<String, C> byName = new HashMap<>();
        List<C> unmatched = new ArrayList<>(actual);
        actual.forEach(constraint -> {
            if (constraint.name() != null) {
                byName.put(constraint.name(), constraint);
            }
        });
        Map<C, C> onBoth = new LinkedHashMap<>();
        List<C> open = new ArrayList<>();
        for (C wish : desired) {
            C namesake = wish.name() == null ? null : byName.get(wish.name());
            if (namesake != null && same.test(wish, namesake) && unmatched.remove(namesake)) {
                onBoth.put(wish, namesake);
            } else {
                open.add(wish);
            }
        }
        List<C> added = new ArrayList<>();
        for (C wish : open) {
            C twin = twin(wish, unmatched, namedByWish.test(wish), same);
            if (twin == null) {
                added.add(wish);
            } else {
                unmatched.remove(twin);
                onBoth.put(wish, twin);
            }
        }
        return new ConstraintMatch<>(onBoth, added, List.copyOf(unmatched));
    }

    /** The same, without some of those that are on one side. */
    ConstraintMatch<C> without(Predicate<C> left) {
        return new ConstraintMatch<>(
                onBoth,
                added.stream().filter(left.negate()).toList(),
                dropped.stream().filter(left.negate()).toList());
    }

    private static <C extends Constraint> @Nullable C twin(
            C wish, List<C> candidates, boolean named, BiPredicate<C, C> same) {
        for (C candidate : candidates) {
            if ((!named || candidate.name() == null) && same.test(wish, candidate)) {
                return candidate;
            }
        }
        return null;
    }
}
