package dev.retort.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Creates a changed copy of a snapshot: each object, and each part of a table, passes through the method for its kind, which returns it
 * unchanged unless it is overridden.
 */
public abstract class SnapshotMapper {

    protected SnapshotMapper() {}

    /** The whole snapshot. */
    public SchemaSnapshot snapshot(SchemaSnapshot snapshot) {
        return SchemaSnapshot.of(snapshot.objects().stream().map(this::object).toList());
    }

    private SchemaObject object(SchemaObject object) {
        if (object instanceof Table table) {
            return table(table);
        }
        if (object instanceof Sequence sequence) {
            return sequence(sequence);
        }
        return object instanceof Unmodelled left ? left.of(name(left.table())) : object;
    }

    /** A table with all its parts. */
    public Table table(Table table) {
        return table.named(name(table.name()))
                .columns(table.columns().stream()
                        .map(column -> column(table, column))
                        .toList())
                .primaryKey(table.primaryKey() == null ? null : primaryKey(table, table.primaryKey()))
                .foreignKeys(table.foreignKeys().stream()
                        .map(key -> foreignKey(table, key))
                        .toList())
                .uniqueConstraints(uniqueConstraints(table))
                .exclusionConstraints(exclusionConstraints(table))
                .checks(checks(table))
                .indexes(indexes(table))
                .inherits(table.inherits().stream().map(this::name).toList());
    }

    /** The name of a table, where it is defined and where it is referenced, and of a sequence. */
    protected QualifiedName name(QualifiedName name) {
        return name;
    }

    protected Column column(Table table, Column column) {
        return column;
    }

    protected @Nullable PrimaryKey primaryKey(Table table, PrimaryKey key) {
        return key;
    }

    protected ForeignKey foreignKey(Table table, ForeignKey key) {
        return key.references(name(key.referredTable()));
    }

    protected List<UniqueConstraint> uniqueConstraints(Table table) {
        return table.uniqueConstraints().stream()
                .map(unique -> uniqueConstraint(table, unique))
                .toList();
    }

    protected UniqueConstraint uniqueConstraint(Table table, UniqueConstraint unique) {
        return unique;
    }

    protected List<ExclusionConstraint> exclusionConstraints(Table table) {
        return table.exclusionConstraints().stream()
                .map(exclusion -> exclusionConstraint(table, exclusion))
                .toList();
    }

    protected ExclusionConstraint exclusionConstraint(Table table, ExclusionConstraint exclusion) {
        return exclusion;
    }

    protected List<CheckConstraint> checks(Table table) {
        return table.checks().stream().map(check -> check(table, check)).toList();
    }

    protected CheckConstraint check(Table table, CheckConstraint check) {
        return check;
    }

    protected List<Index> indexes(Table table) {
        return table.indexes().stream().map(index -> index(table, index)).toList();
    }

    protected Index index(Table table, Index index) {
        return index;
    }

    /** A sequence, whether a column owns it or not. */
    protected Sequence sequence(Sequence sequence) {
        Sequence.Owner owner = sequence.owner();
        return sequence.named(name(sequence.name()))
                .ownedBy(owner == null ? null : new Sequence.Owner(name(owner.table()), owner.column()));
    }
}
