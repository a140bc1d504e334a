package dev.retort.dialect;

import dev.retort.digest.Sha256;
import dev.retort.schema.NameLimit;
import dev.retort.schema.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a database quotes and folds names. In operations and snapshots, a name of lower-case letters, digits and underscores is a name
 * without quotes, whose case the database folds; any other name is taken exactly.
 */
public class IdentifierRules implements NameLimit {

    /** How many digits of a digest make a name another one. */
    static final int DIGITS = 8;

    /** What {@link #shortened} ends a name with. */
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{" + DIGITS + "}");

    /** The longest character, in bytes. */
    private static final int LONGEST_CHARACTER = 4;

    private final String quote;
    private final int maximumLength;
    private final Set<String> reserved;

    /**
     * The standard rules.
     *
     * @param quote the quote character
     * @param maximumLength the maximum length of a name
     * @param reserved the words, in lower case, that must be quoted
     */
    public IdentifierRules(String quote, int maximumLength, Set<String> reserved) {
        this.quote = quote;
        this.maximumLength = maximumLength;
        this.reserved = Set.copyOf(reserved);
    }

    /** The maximum of {@link #length}. */
    public int maximumLength() {
        return maximumLength;
    }

    /** The length of a name to the database. The default is the number of its characters. */
    public int length(String name) {
        return name.codePointCount(0, name.length());
    }

    /** The unit of {@link #length}, for messages. */
    protected String unitOfLength() {
        return "characters";
    }

    /** Why the database cannot use a name; empty if it is short enough. */
    public final Optional<String> tooLong(String name) {
        return length(name) <= maximumLength
                ? Optional.empty()
                : Optional.of("a name has at most " + maximumLength + " " + unitOfLength() + ", and " + name + " has "
                        + length(name) + "; give it a shorter one");
    }

    @Override
    public final String shortened(String name) {
        if (length(name) <= maximumLength) {
            return name;
        }
        String tail = "_" + Sha256.of(name).substring(0, DIGITS);
        String kept = name;
        while (length(kept) + tail.length() > maximumLength) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return kept + tail;
    }

    @Override
    public final boolean isShortened(String name, String start) {
        int end = name.lastIndexOf('_');
        return end > 0
                && length(name) <= maximumLength
                && length(name) > maximumLength - LONGEST_CHARACTER
                && DIGEST.matcher(name.substring(end + 1)).matches()
                && (name.startsWith(start) || start.startsWith(name.substring(0, end)));
    }

    /** A name in a statement: plain if possible, else quoted. */
    public String write(String name) {
        return isPlain(name) && !reserved.contains(name) ? name : quoted(name);
    }

    /** A qualified name in a statement. */
    public String write(QualifiedName name) {
        String schema = name.schema();
        return schema == null ? write(name.name()) : write(schema) + "." + write(name.name());
    }

    /** A list of names in a statement. */
    public String writeAll(List<String> names) {
        return names.stream().map(this::write).collect(Collectors.joining(", "));
    }

    /** A name in quotes, with quotes inside doubled. */
    protected String quoted(String name) {
        return quote + name.replace(quote, quote + quote) + quote;
    }

    /** The name in snapshots for a name in the catalog. The default is the same name. */
    public String fromCatalog(String stored) {
        return stored;
    }

    /** The name in the catalog for a name in snapshots. The default is the same name. */
    public String toCatalog(String name) {
        return name;
    }

    /** The name in snapshots for a name that is written without quotes. The default folds it to lower case. */
    public String fromUnquoted(String written) {
        return written.toLowerCase(Locale.ROOT);
    }

    /** The name in the catalog for a name in snapshots; null for null. */
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
