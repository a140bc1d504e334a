package dev.retort.compare;

import dev.retort.operation.ConstraintWords;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.operation.SchemaChange;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * AUTO_INCREMENT columns, on a database where such a column must always be the first column of some key or index. While the last such key
 * or index is replaced, a temporary index takes its place; if there is no replacement, the existing one is kept.
 */
final class AutoIncrementColumns {

    private final Changes changes;
    private final Map<QualifiedName, String> keyless = new HashMap<>();
    private final Map<QualifiedName, PrimaryKey> missing = new HashMap<>();

    AutoIncrementColumns(Changes changes) {
        this.changes = changes;
    }

    /** Keeps the keys and indexes of an AUTO_INCREMENT column that is to be the first column of none; it may be looked at without them. */
    void keepKeys(Table desired, Table actual) {
        Column column = autoIncrement(actual).orElse(null);
        if (column == null
                || !leading(actual).contains(column.name())
                || desired.column(column.name()).isEmpty()
                || leading(desired).contains(column.name())) {
            return;
        }
        keyless.put(actual.name(), column.name());
        PrimaryKey key = desired.primaryKey();
        if (key != null && !key.equals(actual.primaryKey())) {
            missing.put(actual.name(), key);
        }
        changes.notGenerated("Column " + actual.name() + "." + column.name()
                + " is AUTO_INCREMENT and must be the first column of a key or an index, but no desired one begins with it"
                + (key == null ? "" : "; desired is " + ConstraintWords.inFull(key))
                + ". No operation is generated for its keys and indexes; change the column and its keys by hand, in one"
                + " ALTER TABLE.");
    }

    /** Whether a constraint or an index is kept for the sake of an AUTO_INCREMENT column. */
    boolean keeps(Table actual, TableElement key) {
        return first(key)
                .filter(name -> name.equals(keyless.get(actual.name())))
                .isPresent();
    }

    /** Whether a foreign key references a primary key that is not created. */
    boolean lacksReferredKey(ForeignKey key) {
        PrimaryKey referred = missing.get(key.referredTable());
        return referred != null && referred.columns().equals(key.referredColumns());
    }

    /** Adds a temporary index while the last key or index that begins with an AUTO_INCREMENT column is replaced. */
    void hold(Table actual, List<Operation> upgrade) {
        Column column = autoIncrement(actual).orElse(null);
        if (column == null) {
            return;
        }
        List<String> kept = new ArrayList<>(leading(actual));
        List<String> added = new ArrayList<>();
        for (Operation operation : upgrade) {
            if (operation.subject().equals(Optional.of(actual.name()))) {
                SchemaChange change = operation.change();
                change.droppedElements().forEach(dropped -> first(dropped.was()).ifPresent(kept::remove));
                change.added().forEach(part -> first(part.element()).ifPresent(added::add));
            }
        }
        if (!kept.contains(column.name()) && added.contains(column.name())) {
            Index index = Index.of("held_" + column.name(), column.name());
            changes.add(Phase.HOLD_AUTO_INCREMENT, new CreateIndex(actual.name(), index));
            changes.add(Phase.RELEASE_AUTO_INCREMENT, new DropIndex(actual.name(), index.name(), index));
        }
    }

    private static Optional<Column> autoIncrement(Table table) {
        return table.columns().stream()
                .filter(column -> column.identity() != null)
                .findFirst();
    }

    /** The first columns of keys and indexes. */
    private static List<String> leading(Table table) {
        return ForeignKeySupport.of(table).stream()
                .flatMap(support -> support.first().stream())
                .toList();
    }

    private static Optional<String> first(@Nullable TableElement key) {
        return ForeignKeySupport.of(key).flatMap(ForeignKeySupport::first);
    }
}
