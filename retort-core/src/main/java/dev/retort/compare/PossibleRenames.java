package dev.retort.compare;

import dev.retort.error.NearMatches;
import dev.retort.operation.AddColumn;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropTable;
import dev.retort.operation.Hazard;
import dev.retort.schema.Column;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds drops and additions that may be renames: of columns of the same type, and of tables with the same columns. Of several candidates,
 * those with the most similar names are paired; two columns with different names are paired if no other column of their type was dropped or
 * added.
 */
final class PossibleRenames {

    /** The minimum similarity of two names that count as similar. */
    private static final double ALIKE = 0.5;

    /** A drop and an addition, and how similar their names are, from 0 to 1. */
    private record Pair<D, A>(D dropped, A added, double likeness) {}

    private PossibleRenames() {}

    static void ofColumns(
            List<AddColumn> added, List<DropColumn> dropped, BiPredicate<Column, Column> sameType, Changes changes) {
        BiPredicate<DropColumn, AddColumn> fits =
                (drop, add) -> drop.was() != null && sameType.test(add.column(), drop.was());
        for (Pair<DropColumn, AddColumn> pair : pairs(
                dropped, added, fits, DropColumn::name, add -> add.column().name())) {
            boolean alone =
                    added.stream().filter(add -> fits.test(pair.dropped(), add)).count() == 1
                            && dropped.stream()
                                            .filter(drop -> fits.test(drop, pair.added()))
                                            .count()
                                    == 1;
            if (alone || pair.likeness() >= ALIKE) {
                AddColumn add = pair.added();
                changes.addHazard(
                        add,
                        Hazard.Kind.POSSIBLE_RENAME,
                        "Column " + add.table() + "." + pair.dropped().name() + " of the same type is dropped. If "
                                + add.column().name()
                                + " is its new name, replace both operations with a rename to keep"
                                + " the values.");
            }
        }
    }

    static void ofTables(List<CreateTable> created, List<DropTable> dropped, Changes changes) {
        BiPredicate<DropTable, CreateTable> fits =
                (drop, create) -> drop.was() != null && shape(drop.was()).equals(shape(create.table()));
        for (Pair<DropTable, CreateTable> pair : pairs(
                dropped,
                created,
                fits,
                drop -> drop.name().name(),
                create -> create.table().name().name())) {
            CreateTable create = pair.added();
            changes.addHazard(
                    create,
                    Hazard.Kind.POSSIBLE_RENAME,
                    "Table " + pair.dropped().name() + " with the same columns is dropped. If "
                            + create.table().name()
                            + " is its new name, replace both operations with a rename to keep the rows.");
        }
    }

    /** Pairs of matching items, each at most once, the most similar first. */
    private static <D, A> List<Pair<D, A>> pairs(
            List<D> dropped,
            List<A> added,
            BiPredicate<D, A> fits,
            Function<D, String> nameBefore,
            Function<A, String> nameAfter) {
        List<Pair<D, A>> possible = new ArrayList<>();
        for (D before : dropped) {
            for (A after : added) {
                if (fits.test(before, after)) {
                    possible.add(new Pair<>(before, after, likeness(nameBefore.apply(before), nameAfter.apply(after))));
                }
            }
        }
        possible.sort(
                Comparator.comparingDouble((Pair<D, A> pair) -> pair.likeness()).reversed());
        Set<Object> taken = new HashSet<>();
        List<Pair<D, A>> pairs = new ArrayList<>();
        for (Pair<D, A> pair : possible) {
            if (!taken.contains(pair.dropped()) && !taken.contains(pair.added())) {
                taken.add(pair.dropped());
                taken.add(pair.added());
                pairs.add(pair);
            }
        }
        return pairs;
    }

    private static double likeness(String before, String after) {
        String one = before.toLowerCase(Locale.ROOT);
        String other = after.toLowerCase(Locale.ROOT);
        double same = 1 - (double) NearMatches.distance(one, other) / Math.max(one.length(), other.length());
        return one.contains(other) || other.contains(one) ? Math.max(same, ALIKE) : same;
    }

    private static Map<String, SqlType> shape(Table table) {
        return table.columns().stream().collect(Collectors.toMap(Column::name, Column::type, (one, same) -> one));
    }
}
