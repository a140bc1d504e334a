package dev.retort.dialect;

import java.util.Locale;
import java.util.Set;

/**
 * Names of a database that stores a name without quotes in upper case, as the SQL standard says. The snapshot name {@code customers} means
 * the stored {@code CUSTOMERS}; for a stored {@code customers}, which only quotes can have made, the snapshot name has double quotes of its
 * own, {@code "customers"}; any other name is the stored one.
 */
public class UpperCaseIdentifiers extends IdentifierRules {

    private final Set<String> reserved;

    /**
     * The rules of a database.
     *
     * @param maximumLength the maximum length of a name
     * @param reserved the words, in lower case, that must be quoted
     */
    public UpperCaseIdentifiers(int maximumLength, Set<String> reserved) {
        super("\"", maximumLength, reserved);
        this.reserved = Set.copyOf(reserved);
    }

    @Override
    public String write(String name) {
        if (isQuotedPlain(name)) {
            return name;
        }
        return isPlain(name) && !reserved.contains(name) ? name : quoted(toCatalog(name));
    }

    @Override
    public String fromCatalog(String stored) {
        if (isPlain(stored) && hasLetter(stored)) {
            return quoted(stored);
        }
        String folded = stored.toLowerCase(Locale.ROOT);
        return isPlain(folded) && stored.equals(folded.toUpperCase(Locale.ROOT)) ? folded : stored;
    }

    @Override
    public String toCatalog(String name) {
        if (isQuotedPlain(name)) {
            return name.substring(1, name.length() - 1);
        }
        return isPlain(name) ? name.toUpperCase(Locale.ROOT) : name;
    }

    /** Whether a name has the quotes that mark a stored name in lower case. */
    protected boolean isQuotedPlain(String name) {
        return name.length() > 2
                && name.startsWith("\"")
                && name.endsWith("\"")
                && isPlain(name.substring(1, name.length() - 1))
                && hasLetter(name);
    }

    private static boolean hasLetter(String name) {
        return name.chars().anyMatch(c -> c >= 'a' && c <= 'z');
    }
}
