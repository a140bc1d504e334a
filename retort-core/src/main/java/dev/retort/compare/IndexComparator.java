package dev.retort.compare;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.NeededIndexes;
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

/** Compares the indexes of a table that is in both schemas, by name. */
final class IndexComparator {

    private final ComparisonRules rules;
    private final Changes changes;
    private final ForeignKeyIndexes ofForeignKeys;
    private final ExistingRows rows;

    IndexComparator(ComparisonRules rules, Changes changes, ForeignKeyIndexes ofForeignKeys) {
        this.rules = rules;
        this.changes = changes;
        this.ofForeignKeys = ofForeignKeys;
        this.rows = new ExistingRows(changes);
    }

    /**
     * Compares indexes.
     *
     * @param keys the foreign keys that the table has and keeps
     * @param autoIncrement the keys that must be kept for AUTO_INCREMENT columns
     */
    void compare(DesiredTable desiredTable, Table actual, List<ForeignKey> keys, AutoIncrementColumns autoIncrement) {
        Map<String, Index> desiredIndexes = new HashMap<>();
        desiredTable.reported().indexes().forEach(index -> desiredIndexes.put(index.name(), index));
        List<ForeignKeySupport> supports = ForeignKeySupport.of(desiredTable.reported());
        Set<String> kept = new HashSet<>();
        for (Index found : actual.indexes()) {
            Index desired = desiredIndexes.get(found.name());
            if (desired != null && same(desired, found, actual.columns())) {
                kept.add(found.name());
                requireUse(actual, found);
                if (mayServe(found, actual, actual.foreignKeys())) {
                    ofForeignKeys.keep(actual.name(), desiredTable.original(desired), found);
                }
            } else if ((desired != null || !mayServe(found, actual, keys, supports))
                    && !autoIncrement.keeps(actual, found)) {
                rows.addHazard(
                        changes.add(Phase.DROP_INDEXES, new DropIndex(actual.name(), found.name(), found)),
                        found,
                        desiredTable.reported());
            }
        }
        for (Index desired : desiredTable.reported().indexes()) {
            if (!kept.contains(desired.name())) {
                CreateIndex operation = new CreateIndex(actual.name(), desiredTable.original(desired));
                changes.add(Phase.CREATE_INDEXES, operation);
                rows.addHazard(operation, desired, actual);
            }
        }
    }

    private void requireUse(Table table, Index found) {
        if (!found.valid()) {
            changes.notGenerated("Index " + found.name() + " of " + table.name()
                    + " is invalid: the database does not use it. It is being built now, or its build has failed; then drop it"
                    + " and create it again.");
        }
    }

    private boolean mayServe(Index found, Table actual, List<ForeignKey> keys) {
        return keys.stream().anyMatch(key -> rules.mayServe(found, actual.name(), key));
    }

    /** A desired index replaces the one that the database created for a foreign key. */
    private boolean mayServe(Index found, Table actual, List<ForeignKey> keys, List<ForeignKeySupport> supports) {
        return keys.stream()
                .filter(key -> rules.mayServe(found, actual.name(), key))
                .anyMatch(key -> supports.stream().noneMatch(support -> support.servesOwn(key, NeededIndexes.LAST)));
    }

    private boolean same(Index desired, Index found, List<Column> columns) {
        IndexedParts parts = new IndexedParts(rules, columns);
        return desired.parts(found.parts())
                        .where(found.where())
                        .valid(found.valid())
                        .equals(found)
                && parts.sameCondition(desired.where(), found.where())
                && parts.same(desired.parts(), found.parts());
    }
}
