package dev.retort.compare;

import dev.retort.dialect.ComparisonRules;
import dev.retort.operation.Hazard;
import dev.retort.operation.Operation;
import dev.retort.operation.SchemaChange;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Unmodelled;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports what is unmodelled in tables, columns, indexes and constraints, and therefore is neither compared nor created. */
final class UnmodelledComparator {

    private record Key(QualifiedName table, Unmodelled.Part part, String name) {}

    private final ComparisonRules rules;
    private final Changes changes;
    private final List<Operation> upgrade;

    /**
     * A comparator.
     *
     * @param changes the differences found in what is modelled
     */
    UnmodelledComparator(ComparisonRules rules, Changes changes) {
        this.rules = rules;
        this.changes = changes;
        this.upgrade = changes.upgrade().toList();
    }

    void compare(List<Unmodelled> allDesired, List<Unmodelled> actual) {
        Map<Key, Unmodelled> missing = new HashMap<>();
        allDesired.forEach(desired -> missing.put(key(desired), desired));
        for (Unmodelled found : actual) {
            Optional<Operation> drop = upgrade.stream()
                    .filter(operation -> drops(operation, found))
                    .findFirst();
            if (drop.isEmpty()) {
                compare(missing.remove(key(found)), found);
            } else {
                changes.addHazard(
                        drop.get(),
                        Hazard.Kind.NOT_RESTORED,
                        "The downgrade does not restore " + called(found) + "; write it there by hand: "
                                + found.definition() + ".");
            }
        }
        allDesired.stream()
                .filter(desired -> missing.containsKey(key(desired)))
                .forEach(desired -> changes.notGenerated("No operation creates " + called(desired)
                        + "; write it by hand: " + desired.definition() + "."));
    }

    private Key key(Unmodelled left) {
        return new Key(
                rules.tableKey(left.table()),
                left.part(),
                rules.nameKey(left.name().name()));
    }

    private void compare(@Nullable Unmodelled desired, Unmodelled found) {
        if (desired == null) {
            changes.leftMore(called(found), found.definition());
        } else if (!desired.definition().equals(found.definition())) {
            changes.notMade(called(found), desired.definition(), found.definition());
        }
    }

    private static String called(Unmodelled left) {
        return switch (left.part()) {
            case TABLE -> "table " + left.table();
            case COLUMN -> "column " + left.name().name() + " of " + left.table();
            case PRIMARY_KEY -> "the primary key of " + left.table();
            case INDEX_OR_CONSTRAINT -> left.name().name() + " of " + left.table();
        };
    }

    private static boolean drops(Operation operation, Unmodelled left) {
        SchemaChange change = operation.change();
        String name = left.name().name();
        return change.droppedTables().contains(left.table())
                || switch (left.part()) {
                    case COLUMN ->
                        change.droppedColumns().stream()
                                .anyMatch(column -> column.table().equals(left.table())
                                        && column.name().equals(name));
                    case INDEX_OR_CONSTRAINT ->
                        change.droppedElements().stream()
                                .anyMatch(key -> key.table().equals(left.table()) && name.equals(key.name()));
                    case TABLE, PRIMARY_KEY -> false;
                };
    }
}
