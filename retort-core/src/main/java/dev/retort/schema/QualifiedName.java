package dev.retort.schema;

import java.util.Comparator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The name of a table, sequence or other schema object, with or without schema.
 *
 * @param schema the schema; null for the connection's own
 * @param name the object's name
 */
public record QualifiedName(@Nullable String schema, String name) implements Comparable<QualifiedName> {

    private static final Comparator<QualifiedName> ORDER = Comparator.comparing(
                    QualifiedName::schema, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
            .thenComparing(QualifiedName::name);

    public QualifiedName {
        if (name == null) {
            throw new IllegalArgumentException("A name is missing.");
        }
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a name cannot be empty");
        }
    }

    /** A name in the default schema. */
    public static QualifiedName of(String name) {
        return new QualifiedName(null, name);
    }

    /**
     * Parses {@code name} or {@code schema.name}. A part that contains a dot is in double quotes, with quotes inside doubled:
     * {@code sales."eu.orders"}.
     */
    public static QualifiedName parse(String text) {
        if (text == null) {
            throw new IllegalArgumentException("A name is missing.");
        }
        int dot = text.startsWith("\"") ? endOfQuoted(text) : text.indexOf('.');
        if (dot <= 0 || dot + 1 >= text.length() || text.charAt(dot) != '.') {
            return of(unquoted(text));
        }
        return new QualifiedName(unquoted(text.substring(0, dot)), unquoted(text.substring(dot + 1)));
    }

    /** The position after the quoted part at the beginning of a text; 0 if the quote is not closed. */
    private static int endOfQuoted(String text) {
        int quote = text.indexOf('"', 1);
        while (quote >= 0 && quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
            quote = text.indexOf('"', quote + 2);
        }
        return quote + 1;
    }

    private static String unquoted(String part) {
        return part.length() > 2 && part.startsWith("\"") && endOfQuoted(part) == part.length()
                ? part.substring(1, part.length() - 1).replace("\"\"", "\"")
                : part;
    }

    /** The same object name in another schema. */
    public QualifiedName inSchema(@Nullable String other) {
        return new QualifiedName(other, name);
    }

    /** The name relative to a default schema, which is omitted. */
    public QualifiedName within(@Nullable String defaultSchema) {
        return schema != null && schema.equals(defaultSchema) ? of(name) : this;
    }

    /** Another object of the same schema. */
    public QualifiedName sibling(String other) {
        return new QualifiedName(schema, other);
    }

    @Override
    public int compareTo(QualifiedName other) {
        return ORDER.compare(this, other);
    }

    /** The text that {@link #parse} reads back. */
    @Override
    public String toString() {
        return written(part -> false);
    }

    /** The text that {@link #parse} reads back, with some more parts in quotes. */
    String written(Predicate<String> quoted) {
        return schema == null ? written(name, quoted) : written(schema, quoted) + "." + written(name, quoted);
    }

    private static String written(String part, Predicate<String> quoted) {
        return part.indexOf('.') >= 0 || part.startsWith("\"") || quoted.test(part)
                ? "\"" + part.replace("\"", "\"\"") + "\""
                : part;
    }

    /** The position in a text that begins with a name from which on no part of the name is in quotes. */
    static int endOfQuotes(String text) {
        int end = text.startsWith("\"") ? endOfQuoted(text) : text.indexOf(".\"");
        int parenthesis = text.startsWith("\"") ? -1 : text.indexOf('(');
        if (end < 0 || (parenthesis >= 0 && parenthesis < end)) {
            return 0;
        }
        return text.startsWith(".\"", end) ? end + 1 + endOfQuoted(text.substring(end + 1)) : end;
    }
}
