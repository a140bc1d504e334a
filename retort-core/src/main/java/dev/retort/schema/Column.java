package dev.retort.schema;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A column, made by {@link #of}. The other methods return a changed copy.
 *
 * @param name the name
 * @param type the type
 * @param nullable whether NULL is allowed
 * @param defaultValue what the column holds when a row says nothing; null for no default
 * @param identity how the database numbers the column; null when it does not
 * @param generated how the database computes the column; null when it does not
 * @param onUpdate the expression that an UPDATE of the row sets the column to; null for none
 * @param characterSet the character set; null for the usual one
 * @param collation how texts are compared and sorted; null for the usual way
 * @param invisible whether the column is only read when it is named
 * @param comment the comment; null for none
 * @param options what only one product knows of a column
 */
public record Column(
        String name,
        SqlType type,
        boolean nullable,
        @Nullable DefaultValue defaultValue,
        @Nullable Identity identity,
        @Nullable Generated generated,
        @Nullable String onUpdate,
        @Nullable String characterSet,
        @Nullable QualifiedName collation,
        boolean invisible,
        @Nullable String comment,
        Options options)
        implements TableElement {

    /** A nullable column without default. */
    public static Column of(String name, SqlType type) {
        return new Column(name, type, true, null, null, null, null, null, null, false, null, Options.NONE);
    }

    public Column named(String other) {
        return with(column -> column.name = other);
    }

    public Column typed(SqlType other) {
        return with(column -> column.type = other);
    }

    public Column notNull() {
        return nullable(false);
    }

    public Column nullable(boolean allowed) {
        return with(column -> column.nullable = allowed);
    }

    /** With a literal as default: a {@link String}, {@link Boolean} or {@link Number}; never read as SQL. */
    public Column defaultsTo(Object literal) {
        return withDefault(new DefaultValue.Literal(literal));
    }

    /** With an SQL expression as default, passed on as it is. */
    public Column defaultsToSql(String expression) {
        return withDefault(new DefaultValue.Expression(expression));
    }

    public Column withDefault(@Nullable DefaultValue other) {
        return with(column -> column.defaultValue = other);
    }

    /** Numbered by the database, from 1; a row may bring its own number. */
    public Column asIdentity() {
        return asIdentity(Identity.BY_DEFAULT);
    }

    /** Numbered by the database; a row may bring its own number. */
    public Column asIdentity(long start, long increment) {
        return asIdentity(Identity.of(false, start, increment));
    }

    /** Numbered by the database; no row may bring its own number. */
    public Column asIdentityAlways(long start, long increment) {
        return asIdentity(Identity.of(true, start, increment));
    }

    public Column asIdentity(@Nullable Identity other) {
        return with(column -> column.identity = other);
    }

    /** Computed by the database from an SQL expression, and kept with the row. */
    public Column storedAs(String expression) {
        return generated(new Generated(expression, true));
    }

    /** Computed by the database from an SQL expression whenever it is read. */
    public Column virtualAs(String expression) {
        return generated(new Generated(expression, false));
    }

    public Column generated(@Nullable Generated other) {
        return with(column -> column.generated = other);
    }

    /** Set to an SQL expression by each UPDATE that does not name the column. */
    public Column onUpdateSql(@Nullable String expression) {
        return with(column -> column.onUpdate = expression);
    }

    public Column characterSet(@Nullable String other) {
        return with(column -> column.characterSet = other);
    }

    /** With a collation whose name needs no schema. */
    public Column collate(String name) {
        return collate(QualifiedName.of(name));
    }

    public Column collate(@Nullable QualifiedName other) {
        return with(column -> column.collation = other);
    }

    /** Only read when it is named. */
    public Column asInvisible() {
        return invisible(true);
    }

    public Column invisible(boolean hidden) {
        return with(column -> column.invisible = hidden);
    }

    public Column comment(@Nullable String text) {
        return with(column -> column.comment = text);
    }

    /** With an option of one product, empty for a mere word. */
    public Column option(String option, String value) {
        return options(options.with(option, value));
    }

    public Column options(Options others) {
        return with(column -> column.options = others);
    }

    private Column with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.column();
    }

    /** A column that is being changed. */
    private static final class Copy {

        private String name;
        private SqlType type;
        private boolean nullable;
        private @Nullable DefaultValue defaultValue;
        private @Nullable Identity identity;
        private @Nullable Generated generated;
        private @Nullable String onUpdate;
        private @Nullable String characterSet;
        private @Nullable QualifiedName collation;
        private boolean invisible;
        private @Nullable String comment;
        private Options options;

        Copy(Column column) {
            name = column.name;
            type = column.type;
            nullable = column.nullable;
            defaultValue = column.defaultValue;
            identity = column.identity;
            generated = column.generated;
            onUpdate = column.onUpdate;
            characterSet = column.characterSet;
            collation = column.collation;
            invisible = column.invisible;
            comment = column.comment;
            options = column.options;
        }

        Column column() {
            return new Column(
                    name,
                    type,
                    nullable,
                    defaultValue,
                    identity,
                    generated,
                    onUpdate,
                    characterSet,
                    collation,
                    invisible,
                    comment,
                    options);
        }
    }
}
