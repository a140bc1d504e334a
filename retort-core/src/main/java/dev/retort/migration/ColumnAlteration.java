package dev.retort.migration;

import dev.retort.operation.ColumnChange;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Identity;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of a column. Each method returns the alteration itself. */
public final class ColumnAlteration {

    private final List<ColumnChange> changes = new ArrayList<>();
    private @Nullable Column existing;

    ColumnAlteration() {}

    /** The present type of the column; makes the alteration reversible, and offline SQL possible where a database restates the column. */
    public ColumnAlteration from(SqlType type) {
        existing = Column.of("", type);
        return this;
    }

    /** The present definition of the column, with nullability, default and comment. The name does not count. */
    public ColumnAlteration from(Column column) {
        existing = column;
        return this;
    }

    public ColumnAlteration type(SqlType type) {
        changes.add(new ColumnChange.Type(type));
        return this;
    }

    /**
     * Converts the values to the type that was just given by an expression, in the database's SQL: {@code c.type(integer()).using("length(name)")}.
     *
     * @throws IllegalStateException when no type comes before it
     */
    public ColumnAlteration using(String expression) {
        int last = changes.size() - 1;
        if (last < 0 || !(changes.get(last) instanceof ColumnChange.Type type)) {
            throw new IllegalStateException("using(…) follows type(…), whose values it converts.");
        }
        changes.set(last, new ColumnChange.Type(type.to(), expression));
        return this;
    }

    /** Sets a collation whose name needs no schema. */
    public ColumnAlteration collate(String name) {
        return collation(null, QualifiedName.of(name));
    }

    /** Sets character set and collation; null leaves one to the other, or to the database. */
    public ColumnAlteration collation(@Nullable String characterSet, @Nullable QualifiedName name) {
        changes.add(new ColumnChange.Collation(characterSet, name));
        return this;
    }

    public ColumnAlteration notNull() {
        changes.add(new ColumnChange.Nullability(false));
        return this;
    }

    public ColumnAlteration nullable() {
        changes.add(new ColumnChange.Nullability(true));
        return this;
    }

    /** Sets a literal as default: a {@link String}, {@link Boolean} or {@link Number}; never parsed as SQL. */
    public ColumnAlteration defaultsTo(Object literal) {
        changes.add(new ColumnChange.Default(new DefaultValue.Literal(literal)));
        return this;
    }

    /** Sets an SQL expression as default, passed on as it is. */
    public ColumnAlteration defaultsToSql(String expression) {
        changes.add(new ColumnChange.Default(new DefaultValue.Expression(expression)));
        return this;
    }

    /** Sets the current time as default: {@code current_timestamp}, which every database has. */
    public ColumnAlteration defaultsToNow() {
        changes.add(new ColumnChange.Default(DefaultValue.NOW));
        return this;
    }

    public ColumnAlteration noDefault() {
        changes.add(new ColumnChange.Default(null));
        return this;
    }

    /** Sets the SQL expression that an UPDATE assigns to the column unless it names the column. */
    public ColumnAlteration onUpdateSql(String expression) {
        changes.add(new ColumnChange.OnUpdate(expression));
        return this;
    }

    public ColumnAlteration noOnUpdate() {
        changes.add(new ColumnChange.OnUpdate(null));
        return this;
    }

    /** Changes the options of an identity column, which continues from its current value; null for no identity column. */
    public ColumnAlteration identity(@Nullable Identity other) {
        changes.add(new ColumnChange.Identity(other));
        return this;
    }

    public ColumnAlteration comment(String text) {
        changes.add(new ColumnChange.Comment(text));
        return this;
    }

    public ColumnAlteration noComment() {
        changes.add(new ColumnChange.Comment(null));
        return this;
    }

    List<ColumnChange> changes() {
        return changes;
    }

    @Nullable
    Column existing(String name) {
        return existing == null ? null : existing.named(name);
    }
}
