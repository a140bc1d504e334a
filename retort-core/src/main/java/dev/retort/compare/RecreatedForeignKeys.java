package dev.retort.compare;

import dev.retort.dialect.NeededIndexes;
import dev.retort.operation.Operation;
import dev.retort.operation.SchemaChange;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which of the kept foreign keys must be dropped and re-created because an index or key that they need changes. Another index can replace
 * it only if it is kept. A re-created foreign key that finds no index gets one from the database.
 */
final class RecreatedForeignKeys {

    private final NeededIndexes needed;
    private final Map<QualifiedName, List<ForeignKeySupport>> kept = new HashMap<>();
    private final Map<QualifiedName, List<ForeignKeySupport>> droppedSupports = new HashMap<>();
    private final Map<QualifiedName, List<ForeignKeySupport>> addedSupports = new HashMap<>();

    /**
     * Computed when the indexes and constraints of all tables are compared.
     *
     * @param needed which indexes the database does not drop under a foreign key
     * @param actual the tables as the database has them
     * @param changes the operations of the upgrade
     */
    RecreatedForeignKeys(NeededIndexes needed, Collection<Table> actual, Stream<Operation> changes) {
        this.needed = needed;
        actual.forEach(table -> kept.put(table.name(), new ArrayList<>(ForeignKeySupport.of(table))));
        changes.map(Operation::change).forEach(this::record);
    }

    /** Whether the upgrade drops an index or key that the foreign key needs. */
    boolean duringUpgrade(QualifiedName table, ForeignKey key) {
        return during(droppedSupports, table, key);
    }

    /**
     * Whether the downgrade drops an index or key that the foreign key needs. A foreign key that was not re-created does not use the added
     * ones.
     */
    boolean duringDowngrade(QualifiedName table, ForeignKey key) {
        return during(addedSupports, table, key) && (needed == NeededIndexes.LAST || duringUpgrade(table, key));
    }

    private boolean during(Map<QualifiedName, List<ForeignKeySupport>> dropped, QualifiedName table, ForeignKey key) {
        return isLost(dropped, table, support -> support.servesOwn(key, needed))
                || isLost(dropped, key.referredTable(), support -> support.servesReferred(key));
    }

    private boolean isLost(
            Map<QualifiedName, List<ForeignKeySupport>> dropped,
            QualifiedName table,
            Predicate<ForeignKeySupport> serves) {
        return anyOf(dropped, table, serves) && !(needed == NeededIndexes.LAST && anyOf(kept, table, serves));
    }

    private static boolean anyOf(
            Map<QualifiedName, List<ForeignKeySupport>> supports,
            QualifiedName table,
            Predicate<ForeignKeySupport> serves) {
        return supports.getOrDefault(table, List.of()).stream().anyMatch(serves);
    }

    private void record(SchemaChange change) {
        change.droppedElements()
                .forEach(dropped ->
                        ForeignKeySupport.of(dropped.was()).ifPresent(support -> drop(dropped.table(), support)));
        change.added()
                .forEach(added -> ForeignKeySupport.of(added.element())
                        .ifPresent(support -> of(addedSupports, added.table()).add(support)));
    }

    private void drop(QualifiedName table, ForeignKeySupport support) {
        of(kept, table).remove(support);
        of(droppedSupports, table).add(support);
    }

    private static List<ForeignKeySupport> of(
            Map<QualifiedName, List<ForeignKeySupport>> supports, QualifiedName table) {
        return supports.computeIfAbsent(table, none -> new ArrayList<>());
    }
}
