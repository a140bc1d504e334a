package dev.retort.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A primary key, created with {@link #of}. The other methods return a changed copy.
 *
 * @param name the name; null if the database chooses one
 * @param columns the columns, in order
 * @param included the included columns of its index
 * @param deferrability when it is checked
 */
public record PrimaryKey(
        @Nullable String name, List<String> columns, List<String> included, Deferrability deferrability)
        implements Constraint {

    public PrimaryKey {
        columns = List.copyOf(columns);
        included = List.copyOf(included);
    }

    public static PrimaryKey of(@Nullable String name, List<String> columns) {
        return new PrimaryKey(name, columns, List.of(), Deferrability.NOT_DEFERRABLE);
    }

    @Override
    public PrimaryKey named(@Nullable String other) {
        return new PrimaryKey(other, columns, included, deferrability);
    }

    public PrimaryKey columns(List<String> others) {
        return new PrimaryKey(name, others, included, deferrability);
    }

    /** With included columns. */
    public PrimaryKey including(String... others) {
        return including(List.of(others));
    }

    public PrimaryKey including(List<String> others) {
        return new PrimaryKey(name, columns, others, deferrability);
    }

    /** Checked at each statement, unless a transaction defers it to its end. */
    public PrimaryKey deferrable() {
        return deferrability(Deferrability.INITIALLY_IMMEDIATE);
    }

    /** Checked at the end of the transaction, unless the transaction says otherwise. */
    public PrimaryKey initiallyDeferred() {
        return deferrability(Deferrability.INITIALLY_DEFERRED);
    }

    public PrimaryKey deferrability(Deferrability other) {
        return new PrimaryKey(name, columns, included, other);
    }
}
