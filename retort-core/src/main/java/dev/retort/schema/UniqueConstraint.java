package dev.retort.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unique constraint.
 *
 * @param name the name; null when the database is to choose one
 * @param columns the columns, in order
 */
public record UniqueConstraint(@Nullable String name, List<String> columns) implements Constraint {

    public UniqueConstraint {
        columns = List.copyOf(columns);
    }
}
