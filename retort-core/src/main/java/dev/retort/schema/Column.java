package dev.retort.schema;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A column, created with {@link #of}. The other methods return a changed copy.
 *
 * @param name the name
 * @param type the type
 * @param nullable whether NULL is allowed
 * @param defaultValue the default; null for none
 * @param identity the options of an identity column; null for no identity column
 * @param generated the expression of a generated column; null for no generated column
 * @param onUpdate the expression that an UPDATE of the row assigns to the column; null for none
 * @param characterSet the character set; null for the default
 * @param collation the collation; null for the default
 * @param invisible whether {@code SELECT *} omits the column
 * @param comment the comment; null for none
 * @param options product-specific options
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

    /** With a literal as default: a {@link String}, {@link Boolean} or {@link Number}; never parsed as SQL. */
    public Column defaultsTo(Object literal) {
        return withDefault(new DefaultValue.Literal(literal));
    }

    /** With an SQL expression as default, passed on as it is. */
    public Column defaultsToSql(String expression) {
        return withDefault(new DefaultValue.Expression(expression));
    }

    /** With the current time as default: {@code current_timestamp}, which every database has. */
    public Column defaultsToNow() {
        return withDefault(DefaultValue.NOW);
    }

    public Column withDefault(@Nullable DefaultValue other) {
        return with(column -> column.defaultValue = other);
    }

    /** As an identity column that starts at 1 and accepts explicit values. */
    public Column asIdentity() {
        return asIdentity(Identity.BY_DEFAULT);
    }

    /** As an identity column that accepts explicit values. */
    public Column asIdentity(long start, long increment) {
        return asIdentity(Identity.of(false, start, increment));
    }

    /** As an identity column that accepts no explicit values. */
    public Column asIdentityAlways(long start, long increment) {
        return asIdentity(Identity.of(true, start, increment));
    }

    public Column asIdentity(@Nullable Identity other) {
        return with(column -> column.identity = other);
    }

    /** As a stored generated column. */
    public Column storedAs(String expression) {
        return generated(new Generated(expression, true));
    }

    /** As a virtual generated column. */
    public Column virtualAs(String expression) {
        return generated(new Generated(expression, false));
    }

    public Column generated(@Nullable Generated other) {
        return with(column -> column.generated = other);
    }

    /** With an expression that an UPDATE assigns to the column unless it names the column. */
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

    /** As an invisible column, which {@code SELECT *} omits. */
    public Column asInvisible() {
        return invisible(true);
    }

    public Column invisible(boolean hidden) {
        return with(column -> column.invisible = hidden);
    }

    public Column comment(@Nullable String text) {
        return with(column -> column.comment = text);
    }

    /** With a product-specific option; an empty value for an option without value. */
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
