package dev.retort.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An exclusion constraint: for no two rows are all its comparisons true. Created with {@link #of}; the other methods return a changed copy.
 *
 * @param name the name; null if the database chooses one
 * @param method the access method of its index, such as {@code gist}; null for the default
 * @param elements what is compared, in order
 * @param included the included columns of its index
 * @param where the condition of a partial constraint; null for all rows
 * @param deferrability when it is checked
 * @param comment the comment; null for none
 * @param options storage parameters and the tablespace of its index, and other product-specific options
 */
public record ExclusionConstraint(
        @Nullable String name,
        @Nullable String method,
        List<Element> elements,
        List<String> included,
        @Nullable String where,
        Deferrability deferrability,
        @Nullable String comment,
        Options options)
        implements Constraint {

    public ExclusionConstraint {
        elements = List.copyOf(elements);
        included = List.copyOf(included);
    }

    /**
     * A column or expression and the operator that compares it.
     *
     * @param part the column or expression
     * @param operator the operator, as in SQL: {@code =}, {@code &&}
     */
    public record Element(Index.Part part, String operator) {

        /** The same with another column or expression. */
        public Element of(Index.Part other) {
            return new Element(other, operator);
        }
    }

    public static ExclusionConstraint of(@Nullable String name, List<Element> elements) {
        return new ExclusionConstraint(
                name, null, elements, List.of(), null, Deferrability.NOT_DEFERRABLE, null, Options.NONE);
    }

    @Override
    public ExclusionConstraint named(@Nullable String other) {
        return with(exclusion -> exclusion.name = other);
    }

    public ExclusionConstraint using(@Nullable String accessMethod) {
        return with(exclusion -> exclusion.method = accessMethod);
    }

    /** With one more column. */
    public ExclusionConstraint comparing(String column, String operator) {
        return comparing(Index.Part.column(column), operator);
    }

    /** With one more expression. */
    public ExclusionConstraint comparingSql(String expression, String operator) {
        return comparing(Index.Part.expression(expression), operator);
    }

    /** With one more part. */
    public ExclusionConstraint comparing(Index.Part part, String operator) {
        List<Element> longer = new ArrayList<>(elements);
        longer.add(new Element(part, operator));
        return elements(longer);
    }

    public ExclusionConstraint elements(List<Element> others) {
        return with(exclusion -> exclusion.elements = others);
    }

    /** With included columns. */
    public ExclusionConstraint including(String... others) {
        return including(List.of(others));
    }

    /** With included columns. */
    public ExclusionConstraint including(List<String> others) {
        return with(exclusion -> exclusion.included = others);
    }

    /** For rows that meet a condition only. */
    public ExclusionConstraint where(@Nullable String condition) {
        return with(exclusion -> exclusion.where = condition);
    }

    /** Checked at each statement, unless a transaction defers it to its end. */
    public ExclusionConstraint deferrable() {
        return deferrability(Deferrability.INITIALLY_IMMEDIATE);
    }

    /** Checked at the end of the transaction, unless the transaction says otherwise. */
    public ExclusionConstraint initiallyDeferred() {
        return deferrability(Deferrability.INITIALLY_DEFERRED);
    }

    public ExclusionConstraint deferrability(Deferrability other) {
        return with(exclusion -> exclusion.deferrability = other);
    }

    public ExclusionConstraint comment(@Nullable String text) {
        return with(exclusion -> exclusion.comment = text);
    }

    /** With a product-specific option; an empty value for an option without value. */
    public ExclusionConstraint option(String option, String value) {
        return options(options.with(option, value));
    }

    public ExclusionConstraint options(Options others) {
        return with(exclusion -> exclusion.options = others);
    }

    /** The columns and expressions, in order. */
    public List<Index.Part> parts() {
        return elements.stream().map(Element::part).toList();
    }

    /** The same with other parts, compared by the same operators. */
    public ExclusionConstraint parts(List<Index.Part> others) {
        if (others.size() != elements.size()) {
            throw new IllegalArgumentException(
                    elements.size() + " operators cannot compare " + others.size() + " parts: " + others);
        }
        return elements(IntStream.range(0, others.size())
                .mapToObj(i -> elements.get(i).of(others.get(i)))
                .toList());
    }

    private ExclusionConstraint with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.exclusion();
    }

    /** An exclusion constraint that is being changed. */
    private static final class Copy {

        private @Nullable String name;
        private @Nullable String method;
        private List<Element> elements;
        private List<String> included;
        private @Nullable String where;
        private Deferrability deferrability;
        private @Nullable String comment;
        private Options options;

        Copy(ExclusionConstraint exclusion) {
            name = exclusion.name;
            method = exclusion.method;
            elements = exclusion.elements;
            included = exclusion.included;
            where = exclusion.where;
            deferrability = exclusion.deferrability;
            comment = exclusion.comment;
            options = exclusion.options;
        }

        ExclusionConstraint exclusion() {
            return new ExclusionConstraint(name, method, elements, included, where, deferrability, comment, options);
        }
    }
}
