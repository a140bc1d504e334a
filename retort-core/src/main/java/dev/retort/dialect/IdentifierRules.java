package dev.retort.dialect;

import dev.retort.schema.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a database writes and folds names. In operations and snapshots a name that consists of lower-case letters, digits and
 * underscores means the name that the database makes of it when it is written without quotes; any other name is meant exactly.
 */
public class IdentifierRules {

    private final String quote;
    private final int maximumLength;
    private final Set<String> reserved;

    /**
     * The standard rules.
     *
     * @param quote the character that encloses a quoted name
     * @param maximumLength the most characters of a name
     * @param reserved the words, in lower case, that are no names unless quoted
     */
    public IdentifierRules(String quote, int maximumLength, Set<String> reserved) {
        this.quote = quote;
        this.maximumLength = maximumLength;
        this.reserved = Set.copyOf(reserved);
    }

    /** The most that {@link #length} may be. */
    public int maximumLength() {
        return maximumLength;
    }

    /** How long a name is to the database. The standard answer is the number of its characters. */
    public int length(String name) {
        return name.codePointCount(0, name.length());
    }

    /** What {@link #length} counts, for sentences. */
    protected String unitOfLength() {
        return "characters";
    }

    /** Why the database cannot have a name; empty when it is short enough. */
    public final Optional<String> tooLong(String name) {
        return length(name) <= maximumLength
                ? Optional.empty()
                : Optional.of("a name has at most " + maximumLength + " " + unitOfLength() + ", and " + name + " has "
                        + length(name) + "; give it a shorter one");
    }

    /** A name within the limit: itself, or as much of its beginning as leaves room for a digest of the whole. */
    public final String shortened(String name) {
        if (length(name) <= maximumLength) {
            return name;
        }
        String tail = "_" + Integer.toHexString(name.hashCode());
        String kept = name;
        while (length(kept) + tail.length() > maximumLength) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return kept + tail;
    }

    /** A name as it is written in a statement: plain where it can be, else quoted. */
    public String write(String name) {
        return isPlain(name) && !reserved.contains(name) ? name : quoted(name);
    }

    /** A name with its schema as it is written in a statement. */
    public String write(QualifiedName name) {
        String schema = name.schema();
        return schema == null ? write(name.name()) : write(schema) + "." + write(name.name());
    }

    /** Names as they are written in a list. */
    public String writeAll(List<String> names) {
        return names.stream().map(this::write).collect(Collectors.joining(", "));
    }

    /** A name in quotes, with quotes inside doubled. */
    protected String quoted(String name) {
        return quote + name.replace(quote, quote + quote) + quote;
    }

    /** The name that snapshots use for what the catalog stores. The standard answer is the stored name. */
    public String fromCatalog(String stored) {
        return stored;
    }

    /** What the catalog stores for a name of a snapshot. The standard answer is the name. */
    public String toCatalog(String name) {
        return name;
    }

    /** The name that snapshots use for what somebody else writes without quotes. The standard answer folds to lower case. */
    public String fromUnquoted(String written) {
        return written.toLowerCase(Locale.ROOT);
    }

    /** What the catalog stores for a name; null stays null. */
    public final @Nullable String toCatalogOrNull(@Nullable String name) {
        return name == null ? null : toCatalog(name);
    }

    /** Whether a name needs no quotes, reserved words aside. */
    protected static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || c == '_';
            boolean digit = c >= '0' && c <= '9';
            if (!letter && !(digit && i > 0)) {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
