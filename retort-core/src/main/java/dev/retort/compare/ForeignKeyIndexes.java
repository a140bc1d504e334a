package dev.retort.compare;

import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropIndex;
import dev.retort.operation.SchemaChange;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.TableElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Kept indexes that the database may have created for a foreign key. It removes such an index by itself once another index or foreign key
 * with the same leading columns is added. An index that was created by a statement stays.
 */
final class ForeignKeyIndexes {

    /**
     * An index that is in both schemas.
     *
     * @param desired the index as desired
     * @param found the index as the database has it
     */
    private record KeptIndex(QualifiedName table, Index desired, Index found) {}

    private final Changes changes;
    private final List<KeptIndex> kept = new ArrayList<>();

    ForeignKeyIndexes(Changes changes) {
        this.changes = changes;
    }

    void keep(QualifiedName table, Index desired, Index found) {
        kept.add(new KeptIndex(table, desired, found));
    }

    /**
     * Drops the indexes that the upgrade or the downgrade would make disappear, and creates them again. The downgrade finds them created by
     * a statement.
     *
     * @param recreated the foreign keys that are re-created in either direction
     */
    void recreate(List<SchemaChange.Added> recreated) {
        List<SchemaChange.Added> added = Stream.concat(
                        recreated.stream(),
                        changes.upgrade().map(operation -> operation.change()).flatMap(ForeignKeyIndexes::added))
                .toList();
        for (KeptIndex index : kept) {
            if (added.stream().anyMatch(other -> replaces(other, index))) {
                changes.add(
                        Phase.DROP_INDEXES,
                        new DropIndex(index.table(), index.found().name(), index.found()),
                        true,
                        false);
                changes.add(Phase.CREATE_INDEXES, new CreateIndex(index.table(), index.desired()), true, false);
            }
        }
    }

    /** What the upgrade adds, and what the downgrade adds again. */
    private static Stream<SchemaChange.Added> added(SchemaChange change) {
        Stream<SchemaChange.Added> again = change.droppedElements().stream()
                .flatMap(dropped -> dropped.was() == null
                        ? Stream.empty()
                        : Stream.of(new SchemaChange.Added(dropped.table(), dropped.was())));
        return Stream.concat(change.added().stream(), again);
    }

    private static boolean replaces(SchemaChange.Added added, KeptIndex index) {
        List<String> columns = columns(index.found()).orElseThrow();
        List<String> others = columns(added.element()).orElse(List.of());
        return added.table().equals(index.table())
                && others.size() >= columns.size()
                && others.subList(0, columns.size()).equals(columns);
    }

    private static Optional<List<String>> columns(@Nullable TableElement element) {
        return element instanceof ForeignKey key
                ? Optional.of(key.columns())
                : ForeignKeySupport.of(element).map(ForeignKeySupport::columns);
    }
}
