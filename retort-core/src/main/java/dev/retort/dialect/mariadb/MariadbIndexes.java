package dev.retort.dialect.mariadb;

import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Distinguishes indexes from constraints: a unique index is a unique constraint, the index of a foreign key belongs to it. */
public final class MariadbIndexes {

    private static final String USUAL_METHOD = "btree";

    private static final String FULLTEXT = "fulltext";

    /** The kinds of indexes that are keywords before INDEX and not methods. */
    private static final Set<String> KINDS = Set.of(FULLTEXT, "spatial");

    private static final Pattern PREFIX = Pattern.compile("(\\w+|`[^`]+`)\\((\\d+)\\)");

    private MariadbIndexes() {}

    /** The method; null for the default. */
    public static @Nullable String methodOrUsual(@Nullable String method) {
        return method == null || method.equalsIgnoreCase(USUAL_METHOD) ? null : method.toLowerCase(Locale.ROOT);
    }

    /** A part that is written as a prefix of a column, {@code name(10)}; any other part unchanged. */
    public static Index.Part prefix(Index.Part part) {
        Matcher prefix = PREFIX.matcher(part.text());
        if (!part.expression() || !prefix.matches()) {
            return part;
        }
        String column = prefix.group(1).replace("`", "");
        return Index.Part.column(column)
                .length(Integer.valueOf(prefix.group(2)))
                .descending(part.descending());
    }

    /** Whether the catalog does not distinguish this index from a unique constraint. */
    static boolean isUniqueConstraint(Index index) {
        return index.unique()
                && methodOrUsual(index.method()) == null
                && index.parts().stream()
                        .noneMatch(part -> part.expression() || part.descending() || part.length() != null);
    }

    static UniqueConstraint uniqueConstraint(Index index) {
        return UniqueConstraint.of(
                        index.name(),
                        index.parts().stream().map(Index.Part::text).toList())
                .comment(index.comment())
                .options(index.options());
    }

    /**
     * Whether this is the index that the server creates for a named foreign key if it finds none: it has its name, and is dropped with it.
     */
    static boolean belongsToForeignKey(Index index, List<ForeignKey> keys) {
        return keys.stream().anyMatch(key -> index.name().equals(key.name()) && isOver(index, key));
    }

    /**
     * Whether this may be the index that the server creates for a foreign key without a name: it has the name of its first column, and
     * stays when the foreign key is dropped.
     */
    static boolean mayServeUnnamed(Index index, String table, ForeignKey key) {
        String name = key.name();
        return (name == null || name.matches(Pattern.quote(table) + "_ibfk_\\d+"))
                && index.name().matches(Pattern.quote(key.columns().get(0)) + "(_\\d+)?")
                && isOver(index, key);
    }

    /** The keyword before INDEX, with a space after it; nothing for an ordinary index. */
    static String kind(Index index) {
        if (isOfAKind(index)) {
            return Objects.requireNonNull(index.method()).toUpperCase(Locale.ROOT) + " ";
        }
        return index.unique() ? "UNIQUE " : "";
    }

    /** The method after the name, with a space before it; nothing if the kind says it. */
    static String using(Index index) {
        return index.method() == null || isOfAKind(index) ? "" : " USING " + index.method();
    }

    /** Whether it is a full-text index. */
    public static boolean isFulltext(TableElement element) {
        return element instanceof Index index && FULLTEXT.equals(index.method());
    }

    private static boolean isOfAKind(Index index) {
        return index.method() != null && KINDS.contains(index.method());
    }

    private static boolean isOver(Index index, ForeignKey key) {
        List<Index.Part> columns =
                key.columns().stream().map(Index.Part::column).toList();
        return !index.unique() && index.method() == null && index.parts().equals(columns);
    }
}
