package dev.retort.compare;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.HeldIndexes;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropIndex;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the indexes of a table that is on both sides, by name. */
final class IndexComparator {

    private final ComparisonRules rules;
    private final Changes changes;
    private final ExistingRows rows;

    IndexComparator(ComparisonRules rules, Changes changes) {
        this.rules = rules;
        this.changes = changes;
        this.rows = new ExistingRows(changes);
    }

    /**
     * Compares.
     *
     * @param keys the foreign keys that the table has and keeps
     * @param numbers what must stay for columns that count by themselves
     */
    void compare(WishedTable desired, Table actual, List<ForeignKey> keys, CountingColumns numbers) {
        Map<String, Index> wishes = new HashMap<>();
        desired.reported().indexes().forEach(index -> wishes.put(index.name(), index));
        List<Support> wished = Support.of(desired.reported());
        Set<String> kept = new HashSet<>();
        for (Index found : actual.indexes()) {
            Index wish = wishes.get(found.name());
            if (wish != null && same(wish, found, actual.columns())) {
                kept.add(found.name());
                requireUse(actual, found);
            } else if ((wish != null || !mayServe(found, actual, keys, wished)) && !numbers.keep(actual, found)) {
                rows.remark(
                        changes.add(Phase.DROP_INDEXES, new DropIndex(actual.name(), found.name(), found)),
                        found,
                        desired.reported());
            }
        }
        for (Index wish : desired.reported().indexes()) {
            if (!kept.contains(wish.name())) {
                CreateIndex operation = new CreateIndex(actual.name(), desired.worded(wish));
                changes.add(Phase.CREATE_INDEXES, operation);
                rows.remark(operation, wish, actual);
            }
        }
    }

    private void requireUse(Table table, Index found) {
        if (!found.valid()) {
            changes.notGenerated("Index " + found.name() + " of " + table.name()
                    + " is invalid: the database does not use it. It is being made now, or its making has failed; then drop it"
                    + " and make it again.");
        }
    }

    /** An index that is wished for takes the place of the one that the database has made. */
    private boolean mayServe(Index found, Table actual, List<ForeignKey> keys, List<Support> wished) {
        return keys.stream()
                .filter(key -> rules.mayServe(found, actual.name(), key))
                .anyMatch(key -> wished.stream().noneMatch(support -> support.servesOwn(key, HeldIndexes.LAST)));
    }

    private boolean same(Index wish, Index found, List<Column> columns) {
        IndexedParts parts = new IndexedParts(rules, columns);
        return wish.parts(found.parts())
                        .where(found.where())
                        .valid(found.valid())
                        .equals(found)
                && parts.sameCondition(wish.where(), found.where())
                && parts.same(wish.parts(), found.parts());
    }
}
