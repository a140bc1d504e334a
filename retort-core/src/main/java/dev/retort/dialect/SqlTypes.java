package dev.retort.dialect;

import dev.retort.schema.SqlType;

/** How a database spells types. */
public interface SqlTypes {

    /** A type as it is written in a statement. */
    String render(SqlType type);

    /**
     * Reads a type as the database, or a tool that writes for it, spells it. What is not known comes back as a
     * {@link dev.retort.schema.NativeType}, never as an error.
     */
    SqlType parse(String text);

    /** The one of several spellings of the same stored type that the catalog would report; two types are the same when these are equal. */
    SqlType canonical(SqlType type);
}
