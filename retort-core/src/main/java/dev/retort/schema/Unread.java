package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * Something that a picture does not hold as it is: some of it, or all, has no place there.
 *
 * @param table the table that it is, or belongs to
 * @param part what of the table it is
 * @param name its name
 * @param definition the whole, or what has no place, in the database's own words
 * @param invalid whether it is there and out of use, as an index is whose making has failed or has not come to its end
 */
public record Unread(QualifiedName table, Part part, String name, String definition, boolean invalid) {

    /** What can have more to it than a picture holds. */
    public enum Part {
        TABLE,
        COLUMN,
        PRIMARY_KEY,
        INDEX_OR_CONSTRAINT
    }

    /** An index or a constraint. */
    public Unread(QualifiedName table, String name, String definition, boolean invalid) {
        this(table, Part.INDEX_OR_CONSTRAINT, name, definition, invalid);
    }

    /** What a table has besides. */
    public static Unread ofTable(QualifiedName table, String definition) {
        return new Unread(table, Part.TABLE, table.name(), definition, false);
    }

    /** What a column has besides. */
    public static Unread ofColumn(QualifiedName table, String column, String definition) {
        return new Unread(table, Part.COLUMN, column, definition, false);
    }

    /** A primary key that is more than its columns. */
    public static Unread ofPrimaryKey(QualifiedName table, String definition) {
        return new Unread(table, Part.PRIMARY_KEY, "PRIMARY KEY", definition, false);
    }

    /** The same thing of a table that goes by another name. */
    public Unread of(QualifiedName otherTable) {
        return new Unread(otherTable, part, part == Part.TABLE ? otherTable.name() : name, definition, invalid);
    }

    /** The same thing, its table named as where a schema is the default one. */
    Unread within(@Nullable String defaultSchema) {
        return of(table.within(defaultSchema));
    }
}
