package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/** Makes all names relative to a default schema. */
final class WithinSchema extends SnapshotMapper {

    private final @Nullable String defaultSchema;

    WithinSchema(@Nullable String defaultSchema) {
        this.defaultSchema = defaultSchema;
    }

    @Override
    protected QualifiedName name(QualifiedName name) {
        return name.within(defaultSchema);
    }

    @Override
    protected Column column(Table table, Column column) {
        return column.typed(type(column.type()));
    }

    private SqlType type(SqlType type) {
        if (type instanceof ArrayType array) {
            return new ArrayType(type(array.element()));
        }
        return type instanceof EnumType words && words.name() != null
                ? new EnumType(name(words.name()), words.values())
                : type;
    }
}
