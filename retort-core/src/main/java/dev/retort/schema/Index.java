package dev.retort.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An index, made by {@link #of}. The other methods return a changed copy.
 *
 * @param name the name
 * @param parts what is indexed, in order
 * @param unique whether two rows may not be equal
 * @param method the access method, such as {@code gin}; null for the database's usual one
 * @param where the condition of a partial index; null for all rows
 * @param included the columns that it holds besides
 * @param nullsDistinct whether two rows with NULL may be alike in a unique index
 * @param valid whether it is in use, as one is not whose making has failed or has not come to its end
 * @param comment the comment; null for none
 * @param options storage parameters, the tablespace, and what else only one product knows of an index
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
     * One thing that an index sorts by.
     *
     * @param text a column's name or an expression
     * @param expression whether the text is an expression
     * @param descending whether it sorts downwards
     * @param length how many characters or bytes of the column it keeps; null for all
     * @param collation how texts are compared; null as the column does
     * @param operatorClass the operators that it serves; null for the usual ones of the type
     * @param nulls where the NULLs are; null for the database's usual place
     */
    public record Part(
            String text,
            boolean expression,
            boolean descending,
            @Nullable Integer length,
            @Nullable QualifiedName collation,
            @Nullable QualifiedName operatorClass,
            @Nullable NullsOrder nulls) {

        /** A column, upwards. */
        public static Part column(String name) {
            return new Part(name, false, false, null, null, null, null);
        }

        /** An expression, upwards. */
        public static Part expression(String sql) {
            return new Part(sql, true, false, null, null, null, null);
        }

        /** The same part of another column, or another expression. */
        public Part of(String other) {
            return new Part(other, expression, descending, length, collation, operatorClass, nulls);
        }

        /** The same part with another name of its column; an expression stays as it is. */
        public Part respelled(UnaryOperator<String> name) {
            return expression ? this : of(name.apply(text));
        }

        public Part descending(boolean downwards) {
            return new Part(text, expression, downwards, length, collation, operatorClass, nulls);
        }

        /** Only the beginning of each value. */
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

    /** With one more column at its end, upwards. */
    public Index ascending(String column) {
        return and(Part.column(column));
    }

    /** With one more column at its end, downwards. */
    public Index descending(String column) {
        return and(Part.column(column).descending(true));
    }

    /** With one more expression at its end, upwards. */
    public Index ascendingSql(String expression) {
        return and(Part.expression(expression));
    }

    /** With one more expression at its end, downwards. */
    public Index descendingSql(String expression) {
        return and(Part.expression(expression).descending(true));
    }

    /** With one more part at its end. */
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

    /** A partial index over the rows that meet a condition. */
    public Index where(@Nullable String condition) {
        return with(index -> index.where = condition);
    }

    public Index using(@Nullable String accessMethod) {
        return with(index -> index.method = accessMethod);
    }

    /** With columns that are not sorted by. */
    public Index including(List<String> others) {
        return with(index -> index.included = others);
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

    /** With an option of one product, empty for a mere word. */
    public Index option(String option, String value) {
        return options(options.with(option, value));
    }

    public Index options(Options others) {
        return with(index -> index.options = others);
    }

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
