package dev.retort.compare;

import dev.retort.dialect.ComparisonRules;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.Unmodelled;
import java.util.List;

/** Constraints and indexes that are unmodelled as a whole. They are neither created nor dropped. */
final class UnmodelledParts {

    private final ComparisonRules rules;
    private final List<Unmodelled> unmodelled;

    UnmodelledParts(ComparisonRules rules, List<Unmodelled> unmodelled) {
        this.rules = rules;
        this.unmodelled = unmodelled;
    }

    boolean hasColumn(Table table, String column) {
        return unmodelled.stream()
                .anyMatch(left -> is(left, Unmodelled.Part.COLUMN, table.name())
                        && rules.nameKey(left.name().name()).equals(rules.nameKey(column)));
    }

    boolean hasPrimaryKey(Table table) {
        return unmodelled.stream().anyMatch(left -> is(left, Unmodelled.Part.PRIMARY_KEY, table.name()));
    }

    private static boolean is(Unmodelled left, Unmodelled.Part part, QualifiedName table) {
        return left.part() == part && left.table().equals(table);
    }
}
