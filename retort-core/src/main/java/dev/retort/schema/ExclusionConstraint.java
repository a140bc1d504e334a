package dev.retort.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An exclusion constraint: for no two rows all its comparisons are true. Made by {@link #of}; the other methods return a changed copy.
 *
 * @param name the name; null when the database is to choose one
 * @param method the access method of its index, such as {@code gist}; null for the database's usual one
 * @param elements what is compared, in order
 * @param included the columns that its index holds besides
 * @param where the condition of the rows that it is about; null for all rows
 * @param deferrability when it is checked
 * @param comment the comment; null for none
 * @param options storage parameters and the tablespace of its index, and what else only one product knows of it
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
     * One thing that is compared.
     *
     * @param part what is indexed
     * @param operator the operator, as SQL writes it: {@code =}, {@code &&}
     */
    public record Element(Index.Part part, String operator) {

        /** The same with another part. */
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

    /** With one more column at its end. */
    public ExclusionConstraint comparing(String column, String operator) {
        return comparing(Index.Part.column(column), operator);
    }

    /** With one more expression at its end. */
    public ExclusionConstraint comparingSql(String expression, String operator) {
        return comparing(Index.Part.expression(expression), operator);
    }

    /** With one more part at its end. */
    public ExclusionConstraint comparing(Index.Part part, String operator) {
        List<Element> longer = new ArrayList<>(elements);
        longer.add(new Element(part, operator));
        return elements(longer);
    }

    public ExclusionConstraint elements(List<Element> others) {
        return with(exclusion -> exclusion.elements = others);
    }

    /** With columns that are not compared. */
    public ExclusionConstraint including(List<String> others) {
        return with(exclusion -> exclusion.included = others);
    }

    /** Only of the rows that meet a condition. */
    public ExclusionConstraint where(@Nullable String condition) {
        return with(exclusion -> exclusion.where = condition);
    }

    public ExclusionConstraint deferrability(Deferrability other) {
        return with(exclusion -> exclusion.deferrability = other);
    }

    public ExclusionConstraint comment(@Nullable String text) {
        return with(exclusion -> exclusion.comment = text);
    }

    /** With an option of one product, empty for a mere word. */
    public ExclusionConstraint option(String option, String value) {
        return options(options.with(option, value));
    }

    public ExclusionConstraint options(Options others) {
        return with(exclusion -> exclusion.options = others);
    }

    /** What is indexed, in order. */
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
