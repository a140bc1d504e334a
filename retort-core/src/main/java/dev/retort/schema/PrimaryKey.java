package dev.retort.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A primary key.
 *
 * @param name the name; null when the database is to choose one
 * @param columns the columns, in order
 */
public record PrimaryKey(@Nullable String name, List<String> columns) implements Constraint {

    public PrimaryKey {
        columns = List.copyOf(columns);
    }
}
