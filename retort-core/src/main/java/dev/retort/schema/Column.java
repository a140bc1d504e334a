package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * A column. The methods that read like adjectives return a changed copy.
 *
 * @param name the name
 * @param type the type
 * @param nullable whether NULL is allowed
 * @param defaultValue what the column holds when a row says nothing; null for no default
 * @param identity how the database numbers the column; null when it does not
 * @param comment the comment; null for none
 */
public record Column(
        String name,
        SqlType type,
        boolean nullable,
        @Nullable DefaultValue defaultValue,
        @Nullable Identity identity,
        @Nullable String comment)
        implements TableElement {

    /** A nullable column without default. */
    public static Column of(String name, SqlType type) {
        return new Column(name, type, true, null, null, null);
    }

    public Column named(String other) {
        return new Column(other, type, nullable, defaultValue, identity, comment);
    }

    public Column typed(SqlType other) {
        return new Column(name, other, nullable, defaultValue, identity, comment);
    }

    public Column notNull() {
        return nullable(false);
    }

    public Column nullable(boolean allowed) {
        return new Column(name, type, allowed, defaultValue, identity, comment);
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
        return new Column(name, type, nullable, other, identity, comment);
    }

    /** Numbered by the database, from 1; a row may bring its own number. */
    public Column asIdentity() {
        return asIdentity(Identity.BY_DEFAULT);
    }

    /** Numbered by the database; a row may bring its own number. */
    public Column asIdentity(long start, long increment) {
        return asIdentity(new Identity(false, start, increment));
    }

    /** Numbered by the database; no row may bring its own number. */
    public Column asIdentityAlways(long start, long increment) {
        return asIdentity(new Identity(true, start, increment));
    }

    public Column asIdentity(@Nullable Identity other) {
        return new Column(name, type, nullable, defaultValue, other, comment);
    }

    public Column comment(@Nullable String text) {
        return new Column(name, type, nullable, defaultValue, identity, text);
    }
}
