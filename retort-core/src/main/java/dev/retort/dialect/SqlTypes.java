package dev.retort.dialect;

import dev.retort.schema.SqlType;

/** How a database writes types. */
public interface SqlTypes {

    /** A type in a statement. */
    String render(SqlType type);

    /**
     * Parses a type as the database, or a tool that writes for it, spells it. An unknown type becomes a
     * {@link dev.retort.schema.NativeType}, never an error.
     */
    SqlType parse(String text);

    /** The spelling of a type that the catalog would report; two types are the same if these are equal. */
    SqlType canonical(SqlType type);
}
