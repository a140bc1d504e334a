package dev.retort.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An index, created with {@link #of}. The other methods return a changed copy.
 *
 * @param name the name
 * @param parts the columns and expressions, in order
 * @param unique whether no two rows may be equal
 * @param method the access method, such as {@code gin}; null for the default
 * @param where the condition of a partial index; null for all rows
 * @param included the included columns
 * @param nullsDistinct whether NULLs are distinct in a unique index
 * @param valid whether the database uses it, unlike an index whose build has failed or is not complete
 * @param comment the comment; null for none
 * @param options storage parameters, the tablespace, and other product-specific options
 */
public record Index(
        String name,
        List<Part> parts,
        boolean unique,
        @Nullable String method,
        @Nullable String where,
        List<String> included,
        boolean nullsDistinct,
        boolean valid,
        @Nullable String comment,
        Options options)
        implements TableElement {

    public Index {
        parts = List.copyOf(parts);
        included = List.copyOf(included);
    }

    /**
     * A column or expression of an index.
     *
     * @param text a column's name or an expression
     * @param expression whether the text is an expression
     * @param descending whether the order is descending
     * @param length the length of the prefix in characters or bytes; null for the whole value
     * @param collation the collation; null for that of the column
     * @param operatorClass the operator class; null for the default of the type
     * @param nulls where NULLs are sorted; null for the default
     */
    public record Part(
            String text,
            boolean expression,
            boolean descending,
            @Nullable Integer length,
            @Nullable QualifiedName collation,
            @Nullable QualifiedName operatorClass,
            @Nullable NullsOrder nulls) {

        /** A column, in ascending order. */
        public static Part column(String name) {
            return new Part(name, false, false, null, null, null, null);
        }

        /** An expression, in ascending order. */
        public static Part expression(String sql) {
            return new Part(sql, true, false, null, null, null, null);
        }

        /** The same part of another column, or another expression. */
        public Part of(String other) {
            return new Part(other, expression, descending, length, collation, operatorClass, nulls);
        }

        /** The same part with the column renamed; an expression stays as it is. */
        public Part respelled(UnaryOperator<String> name) {
            return expression ? this : of(name.apply(text));
        }

        public Part descending(boolean downwards) {
            return new Part(text, expression, downwards, length, collation, operatorClass, nulls);
        }

        /** Only a prefix of each value. */
        public Part length(@Nullable Integer characters) {
            return new Part(text, expression, descending, characters, collation, operatorClass, nulls);
        }

        public Part collate(@Nullable QualifiedName other) {
            return new Part(text, expression, descending, length, other, operatorClass, nulls);
        }

        public Part operatorClass(@Nullable QualifiedName other) {
            return new Part(text, expression, descending, length, collation, other, nulls);
        }

        public Part nulls(@Nullable NullsOrder other) {
            return new Part(text, expression, descending, length, collation, operatorClass, other);
        }
    }

    /** An index over columns. */
    public static Index of(String name, String... columns) {
        return of(name, List.of(columns).stream().map(Part::column).toList());
    }

    public static Index of(String name, List<Part> parts) {
        return new Index(name, parts, false, null, null, List.of(), true, true, null, Options.NONE);
    }

    /** With one more column, in ascending order. */
    public Index ascending(String column) {
        return and(Part.column(column));
    }

    /** With one more column, in descending order. */
    public Index descending(String column) {
        return and(Part.column(column).descending(true));
    }

    /** With one more expression, in ascending order. */
    public Index ascendingSql(String expression) {
        return and(Part.expression(expression));
    }

    /** With one more expression, in descending order. */
    public Index descendingSql(String expression) {
        return and(Part.expression(expression).descending(true));
    }

    /** With one more part. */
    public Index and(Part part) {
        List<Part> longer = new ArrayList<>(parts);
        longer.add(part);
        return parts(longer);
    }

    public Index named(String other) {
        return with(index -> index.name = other);
    }

    public Index parts(List<Part> others) {
        return with(index -> index.parts = others);
    }

    public Index asUnique() {
        return unique(true);
    }

    public Index unique(boolean only) {
        return with(index -> index.unique = only);
    }

    /** With a condition: a partial index. */
    public Index where(@Nullable String condition) {
        return with(index -> index.where = condition);
    }

    public Index using(@Nullable String accessMethod) {
        return with(index -> index.method = accessMethod);
    }

    /** With included columns. */
    public Index including(String... others) {
        return including(List.of(others));
    }

    /** With included columns. */
    public Index including(List<String> others) {
        return with(index -> index.included = others);
    }

    /** With NULLs that are equal to each other: {@code NULLS NOT DISTINCT}. */
    public Index nullsNotDistinct() {
        return nullsDistinct(false);
    }

    public Index nullsDistinct(boolean distinct) {
        return with(index -> index.nullsDistinct = distinct);
    }

    public Index valid(boolean used) {
        return with(index -> index.valid = used);
    }

    public Index comment(@Nullable String text) {
        return with(index -> index.comment = text);
    }

    /** With a product-specific option; an empty value for an option without value. */
    public Index option(String option, String value) {
        return options(options.with(option, value));
    }

    public Index options(Options others) {
        return with(index -> index.options = others);
    }

    /** The same index, to be created or dropped while rows can be changed. */
    public Concurrent concurrently() {
        return new Concurrent(this);
    }

    /** An index to create or drop while rows can be changed. */
    public record Concurrent(Index index) {}

    private Index with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.index();
    }

    /** An index that is being changed. */
    private static final class Copy {

        private String name;
        private List<Part> parts;
        private boolean unique;
        private @Nullable String method;
        private @Nullable String where;
        private List<String> included;
        private boolean nullsDistinct;
        private boolean valid;
        private @Nullable String comment;
        private Options options;

        Copy(Index index) {
            name = index.name;
            parts = index.parts;
            unique = index.unique;
            method = index.method;
            where = index.where;
            included = index.included;
            nullsDistinct = index.nullsDistinct;
            valid = index.valid;
            comment = index.comment;
            options = index.options;
        }

        Index index() {
            return new Index(name, parts, unique, method, where, included, nullsDistinct, valid, comment, options);
        }
    }
}
