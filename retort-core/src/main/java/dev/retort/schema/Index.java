package dev.retort.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index.
 *
 * @param name the name
 * @param parts what is indexed, in order
 * @param unique whether two rows may not be equal
 * @param method the access method, such as {@code gin}; null for the database's usual one
 * @param where the condition of a partial index; null for all rows
 */
public record Index(
        String name,
        List<Part> parts,
        boolean unique,
        @Nullable String method,
        @Nullable String where) implements TableElement {

    public Index {
        parts = List.copyOf(parts);
    }

    /**
     * One thing that an index sorts by.
     *
     * @param text a column's name or an expression
     * @param expression whether the text is an expression
     * @param descending whether it sorts downwards
     */
    public record Part(String text, boolean expression, boolean descending) {

        /** A column, upwards. */
        public static Part column(String name) {
            return new Part(name, false, false);
        }
    }

    /** An index over columns. */
    public static Index of(String name, String... columns) {
        return new Index(name, List.of(columns).stream().map(Part::column).toList(), false, null, null);
    }

    /** With one more column at its end, upwards. */
    public Index ascending(String column) {
        return with(Part.column(column));
    }

    /** With one more column at its end, downwards. */
    public Index descending(String column) {
        return with(new Part(column, false, true));
    }

    /** With one more expression at its end, upwards. */
    public Index ascendingSql(String expression) {
        return with(new Part(expression, true, false));
    }

    /** With one more expression at its end, downwards. */
    public Index descendingSql(String expression) {
        return with(new Part(expression, true, true));
    }

    private Index with(Part part) {
        List<Part> longer = new ArrayList<>(parts);
        longer.add(part);
        return new Index(name, longer, unique, method, where);
    }

    public Index asUnique() {
        return new Index(name, parts, true, method, where);
    }

    /** A partial index over the rows that meet a condition. */
    public Index where(String condition) {
        return new Index(name, parts, unique, method, condition);
    }

    public Index using(String accessMethod) {
        return new Index(name, parts, unique, accessMethod, where);
    }
}
