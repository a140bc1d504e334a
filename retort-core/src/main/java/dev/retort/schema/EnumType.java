package dev.retort.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enum: an {@code enum(…)} that belongs to one column, or a named type where the database has those.
 *
 * @param name the named type; null for an enum that belongs to the column
 * @param values the labels, in order
 */
public record EnumType(@Nullable QualifiedName name, List<String> values) implements SqlType {

    public EnumType {
        values = List.copyOf(values);
    }
}
