package dev.retort.dialect;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SnapshotMapper;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Converts a snapshot to the form in which a catalog stores it: names and types as stored, sequences without default options, empty
 * comments as none.
 */
public abstract class StoredForm extends SnapshotMapper {

    protected StoredForm() {}

    /** A name as it is stored. The default is the name itself. */
    protected String stored(String name) {
        return name;
    }

    /** A type as it is stored. */
    protected abstract SqlType stored(SqlType type);

    /**
     * The options of a sequence or an identity column without the defaults.
     *
     * @param type the type of its numbers, as it is stored; null for the default
     */
    protected abstract SequenceOptions stored(SequenceOptions options, @Nullable SqlType type);

    private @Nullable String storedOrNull(@Nullable String name) {
        return name == null ? null : stored(name);
    }

    private List<String> stored(List<String> names) {
        return names.stream().map(this::stored).toList();
    }

    @Override
    public QualifiedName name(QualifiedName name) {
        return new QualifiedName(storedOrNull(name.schema()), stored(name.name()));
    }

    @Override
    public Table table(Table table) {
        return super.table(table).comment(noneIfEmpty(table.comment()));
    }

    @Override
    protected Column column(Table table, Column column) {
        SqlType type = stored(column.type());
        Identity identity = column.identity();
        return column.named(stored(column.name()))
                .typed(type)
                .asIdentity(identity == null ? null : identity.options(stored(identity.options(), type)))
                .comment(noneIfEmpty(column.comment()));
    }

    private static @Nullable String noneIfEmpty(@Nullable String comment) {
        return comment == null || comment.isEmpty() ? null : comment;
    }

    @Override
    protected PrimaryKey primaryKey(Table table, PrimaryKey key) {
        return key.named(storedOrNull(key.name()))
                .columns(stored(key.columns()))
                .including(stored(key.included()));
    }

    @Override
    protected UniqueConstraint uniqueConstraint(Table table, UniqueConstraint unique) {
        return unique.named(storedOrNull(unique.name()))
                .columns(stored(unique.columns()))
                .including(stored(unique.included()));
    }

    @Override
    protected ExclusionConstraint exclusionConstraint(Table table, ExclusionConstraint exclusion) {
        List<Index.Part> parts = exclusion.parts().stream().map(this::stored).toList();
        return exclusion.named(storedOrNull(exclusion.name())).parts(parts).including(stored(exclusion.included()));
    }

    private Index.Part stored(Index.Part part) {
        return part.respelled(this::stored);
    }

    @Override
    protected CheckConstraint check(Table table, CheckConstraint check) {
        return check.named(storedOrNull(check.name()));
    }

    @Override
    protected ForeignKey foreignKey(Table table, ForeignKey key) {
        return key.named(storedOrNull(key.name()))
                .columns(stored(key.columns()))
                .references(name(key.referredTable()), stored(key.referredColumns()))
                .setColumns(stored(key.setColumns()));
    }

    @Override
    protected Index index(Table table, Index index) {
        List<Index.Part> parts = index.parts().stream().map(this::stored).toList();
        return index.named(stored(index.name())).parts(parts).including(stored(index.included()));
    }

    @Override
    protected Sequence sequence(Sequence sequence) {
        SqlType type = sequence.type() == null ? null : stored(sequence.type());
        Sequence.Owner owner = sequence.owner();
        return sequence.named(name(sequence.name()))
                .typed(type)
                .options(stored(sequence.options(), type))
                .ownedBy(owner == null ? null : new Sequence.Owner(name(owner.table()), stored(owner.column())));
    }
}
