package dev.retort.operation;

import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Alters a column in one or more ways.
 *
 * @param table the table
 * @param column the column
 * @param changes the changes, at most one of each kind
 * @param existing the column before; null if it is not known, so that the operation cannot be reversed
 */
public record AlterColumn(
        QualifiedName table,
        String column,
        List<ColumnChange> changes,
        @Nullable Column existing) implements Operation {

    public AlterColumn {
        changes = List.copyOf(changes);
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("There is no change for column " + table + "." + column + ".");
        }
        if (changes.stream().map(Object::getClass).distinct().count() < changes.size()) {
            throw new IllegalArgumentException("Column " + table + "." + column + " is changed twice in the same way.");
        }
    }

    /** The change of one kind; empty if there is none. */
    public <C extends ColumnChange> Optional<C> change(Class<C> kind) {
        return ColumnChange.ofKind(kind, changes);
    }

    /**
     * The changes in an order in which they can be made one by one: an identity column is never nullable and has no default, so that the
     * identity is dropped first and set last.
     */
    public List<ColumnChange> inOrder() {
        return changes.stream()
                .sorted(Comparator.comparingInt(AlterColumn::turn))
                .toList();
    }

    private static int turn(ColumnChange change) {
        if (change instanceof ColumnChange.Identity identity) {
            return identity.to() == null ? -1 : 1;
        }
        return 0;
    }

    /** The column after the changes. */
    public Column appliedTo(Column before) {
        return ColumnChange.applied(changes, before);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.alterColumn(this);
    }

    @Override
    public Optional<Operation> reverse() {
        if (existing == null) {
            return Optional.empty();
        }
        Column before = existing;
        return Optional.of(new AlterColumn(
                table,
                column,
                changes.stream().map(change -> change.backTo(before)).toList(),
                appliedTo(before)));
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(table);
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.of(new SchemaChange.AlteredColumn(table, column, column, changes, existing));
    }

    @Override
    public String describe() {
        return "alter column " + table + "." + column + " ("
                + changes.stream().map(ColumnChange::describe).collect(Collectors.joining(", ")) + ")";
    }
}
