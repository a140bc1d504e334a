package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * An index or a constraint that a picture does not hold as it is: some of it, or all, has no place there.
 *
 * @param table the table that it belongs to
 * @param name its name
 * @param definition the whole, in the database's own words
 * @param invalid whether it is there and out of use, as an index is whose making has failed or has not come to its end
 */
public record Unread(QualifiedName table, String name, String definition, boolean invalid) {

    /** The same thing of a table that goes by another name. */
    public Unread of(QualifiedName otherTable) {
        return new Unread(otherTable, name, definition, invalid);
    }

    /** The same thing, its table named as where a schema is the default one. */
    Unread within(@Nullable String defaultSchema) {
        return of(table.within(defaultSchema));
    }
}
