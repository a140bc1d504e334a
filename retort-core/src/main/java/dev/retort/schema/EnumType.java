package dev.retort.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of a list of words: an {@code enum(…)} of the column's own, or a named type where the database has those.
 *
 * @param name the named type; null for a list that belongs to the column
 * @param values the words, in order
 */
public record EnumType(@Nullable QualifiedName name, List<String> values) implements SqlType {

    public EnumType {
        values = List.copyOf(values);
    }
}
