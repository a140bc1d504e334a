package dev.retort.operation;

import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of one property of a column. Cases may be added. */
public sealed interface ColumnChange {

    Column appliedTo(Column column);

    /** The change that restores a previous column. */
    ColumnChange backTo(Column before);

    String describe();

    /** The first change of a kind. */
    static <C extends ColumnChange> Optional<C> ofKind(Class<C> kind, List<ColumnChange> changes) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** A column after some changes. */
    static Column applied(List<ColumnChange> changes, Column before) {
        Column after = before;
        for (ColumnChange change : changes) {
            after = change.appliedTo(after);
        }
        return after;
    }

    /**
     * Another type.
     *
     * @param using the expression that converts the values, in the database's SQL; null for the conversion that the database chooses
     */
    record Type(SqlType to, @Nullable String using) implements ColumnChange {

        public Type(SqlType to) {
            this(to, null);
        }

        @Override
        public Column appliedTo(Column column) {
            return column.typed(to);
        }

        @Override
        public ColumnChange backTo(Column before) {
            return new Type(before.type());
        }

        @Override
        public String describe() {
            return "type";
        }
    }

    /**
     * Another character set and collation.
     *
     * @param characterSet the character set; null for that of the collation, or the default
     * @param to the collation; null for the default
     */
    record Collation(
            @Nullable String characterSet, @Nullable QualifiedName to) implements ColumnChange {

        @Override
        public Column appliedTo(Column column) {
            return column.characterSet(characterSet).collate(to);
        }

        @Override
        public ColumnChange backTo(Column before) {
            return new Collation(before.characterSet(), before.collation());
        }

        @Override
        public String describe() {
            return "collation";
        }
    }

    /** Another nullability. */
    record Nullability(boolean nullable) implements ColumnChange {

        @Override
        public Column appliedTo(Column column) {
            return column.nullable(nullable);
        }

        @Override
        public ColumnChange backTo(Column before) {
            return new Nullability(before.nullable());
        }

        @Override
        public String describe() {
            return nullable ? "nullable" : "not null";
        }
    }

    /** Another default, or none. */
    record Default(@Nullable DefaultValue to) implements ColumnChange {

        @Override
        public Column appliedTo(Column column) {
            return column.withDefault(to);
        }

        @Override
        public ColumnChange backTo(Column before) {
            return new Default(before.defaultValue());
        }

        @Override
        public String describe() {
            return to == null ? "no default" : "default";
        }
    }

    /** Another expression that an UPDATE of the row assigns to the column, or none. */
    record OnUpdate(@Nullable String to) implements ColumnChange {

        @Override
        public Column appliedTo(Column column) {
            return column.onUpdateSql(to);
        }

        @Override
        public ColumnChange backTo(Column before) {
            return new OnUpdate(before.onUpdate());
        }

        @Override
        public String describe() {
            return to == null ? "no value on update" : "value on update";
        }
    }

    /**
     * Another definition as an identity column.
     *
     * @param to the definition; null for no identity column
     */
    record Identity(dev.retort.schema.@Nullable Identity to) implements ColumnChange {

        @Override
        public Column appliedTo(Column column) {
            return column.asIdentity(to);
        }

        @Override
        public ColumnChange backTo(Column before) {
            return new Identity(before.identity());
        }

        @Override
        public String describe() {
            return to == null ? "no identity" : "identity";
        }
    }

    /** Another comment, or none. */
    record Comment(@Nullable String to) implements ColumnChange {

        @Override
        public Column appliedTo(Column column) {
            return column.comment(to);
        }

        @Override
        public ColumnChange backTo(Column before) {
            return new Comment(before.comment());
        }

        @Override
        public String describe() {
            return to == null ? "no comment" : "comment";
        }
    }
}
