package dev.retort.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unique constraint, made by {@link #of}. The other methods return a changed copy.
 *
 * @param name the name; null when the database is to choose one
 * @param columns the columns, in order
 * @param included the columns that its index holds besides
 * @param nullsDistinct whether two rows with NULL may be alike
 * @param deferrability when it is checked
 */
public record UniqueConstraint(
        @Nullable String name,
        List<String> columns,
        List<String> included,
        boolean nullsDistinct,
        Deferrability deferrability)
        implements Constraint {

    public UniqueConstraint {
        columns = List.copyOf(columns);
        included = List.copyOf(included);
    }

    public static UniqueConstraint of(@Nullable String name, List<String> columns) {
        return new UniqueConstraint(name, columns, List.of(), true, Deferrability.NOT_DEFERRABLE);
    }

    @Override
    public UniqueConstraint named(@Nullable String other) {
        return new UniqueConstraint(other, columns, included, nullsDistinct, deferrability);
    }

    public UniqueConstraint columns(List<String> others) {
        return new UniqueConstraint(name, others, included, nullsDistinct, deferrability);
    }

    public UniqueConstraint including(List<String> others) {
        return new UniqueConstraint(name, columns, others, nullsDistinct, deferrability);
    }

    public UniqueConstraint nullsDistinct(boolean distinct) {
        return new UniqueConstraint(name, columns, included, distinct, deferrability);
    }

    public UniqueConstraint deferrability(Deferrability other) {
        return new UniqueConstraint(name, columns, included, nullsDistinct, other);
    }
}
