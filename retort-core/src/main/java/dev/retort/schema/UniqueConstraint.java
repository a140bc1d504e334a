package dev.retort.schema;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A unique constraint, created with {@link #of}. The other methods return a changed copy.
 *
 * @param name the name; null if the database chooses one
 * @param columns the columns, in order
 * @param included the included columns of its index
 * @param nullsDistinct whether NULLs are distinct
 * @param deferrability when it is checked
 * @param comment the comment; null for none
 * @param options storage parameters and the tablespace of its index, and other product-specific options
 */
public record UniqueConstraint(
        @Nullable String name,
        List<String> columns,
        List<String> included,
        boolean nullsDistinct,
        Deferrability deferrability,
        @Nullable String comment,
        Options options)
        implements Constraint {

    public UniqueConstraint {
        columns = List.copyOf(columns);
        included = List.copyOf(included);
    }

    public static UniqueConstraint of(@Nullable String name, List<String> columns) {
        return new UniqueConstraint(name, columns, List.of(), true, Deferrability.NOT_DEFERRABLE, null, Options.NONE);
    }

    @Override
    public UniqueConstraint named(@Nullable String other) {
        return with(unique -> unique.name = other);
    }

    public UniqueConstraint columns(List<String> others) {
        return with(unique -> unique.columns = others);
    }

    /** With included columns. */
    public UniqueConstraint including(String... others) {
        return including(List.of(others));
    }

    public UniqueConstraint including(List<String> others) {
        return with(unique -> unique.included = others);
    }

    /** With NULLs that are equal to each other: {@code NULLS NOT DISTINCT}. */
    public UniqueConstraint nullsNotDistinct() {
        return nullsDistinct(false);
    }

    public UniqueConstraint nullsDistinct(boolean distinct) {
        return with(unique -> unique.nullsDistinct = distinct);
    }

    /** Checked at each statement, unless a transaction defers it to its end. */
    public UniqueConstraint deferrable() {
        return deferrability(Deferrability.INITIALLY_IMMEDIATE);
    }

    /** Checked at the end of the transaction, unless the transaction says otherwise. */
    public UniqueConstraint initiallyDeferred() {
        return deferrability(Deferrability.INITIALLY_DEFERRED);
    }

    public UniqueConstraint deferrability(Deferrability other) {
        return with(unique -> unique.deferrability = other);
    }

    public UniqueConstraint comment(@Nullable String text) {
        return with(unique -> unique.comment = text);
    }

    /** With a product-specific option; an empty value for an option without value. */
    public UniqueConstraint option(String option, String value) {
        return options(options.with(option, value));
    }

    public UniqueConstraint options(Options others) {
        return with(unique -> unique.options = others);
    }

    private UniqueConstraint with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.unique();
    }

    /** A unique constraint that is being changed. */
    private static final class Copy {

        private @Nullable String name;
        private List<String> columns;
        private List<String> included;
        private boolean nullsDistinct;
        private Deferrability deferrability;
        private @Nullable String comment;
        private Options options;

        Copy(UniqueConstraint unique) {
            name = unique.name;
            columns = unique.columns;
            included = unique.included;
            nullsDistinct = unique.nullsDistinct;
            deferrability = unique.deferrability;
            comment = unique.comment;
            options = unique.options;
        }

        UniqueConstraint unique() {
            return new UniqueConstraint(name, columns, included, nullsDistinct, deferrability, comment, options);
        }
    }
}
