package dev.retort.dialect.h2;

import dev.retort.dialect.IdentifierRules;
import java.util.Locale;
import java.util.Set;

/**
 * Names of H2, which stores a name without quotes in upper case unless its settings say otherwise. In a database that does, the snapshot
 * name {@code customers} means the stored {@code CUSTOMERS}; for a stored {@code customers}, which only quotes can have made, the
 * snapshot name has double quotes of its own, {@code "customers"}; any other name is the stored one.
 */
final class H2Identifiers extends IdentifierRules {

    private static final int MAXIMUM_LENGTH = 256;

    /** https://h2database.com/html/advanced.html#keywords */
    private static final Set<String> RESERVED = Set.of("""
            all and any array as asymmetric authorization between both case cast check constraint cross current_catalog
            current_date current_path current_role current_schema current_time current_timestamp current_user day default
            distinct else end except exists false fetch for foreign from full group groups having hour if ilike in inner
            intersect interval is join key leading left like limit localtime localtimestamp minus minute month natural not
            null offset on or order over partition primary qualify range regexp right row rownum rows second select
            session_user set some symmetric system_user table to top trailing true uescape union unique unknown user using
            value values when where window with year _rowid_
            """.split("\\s+"));

    private final boolean storesUpperCase;
    private final boolean caseInsensitive;

    H2Identifiers(H2Settings settings) {
        super("\"", MAXIMUM_LENGTH, RESERVED);
        this.storesUpperCase = settings.storesUpperCase();
        this.caseInsensitive = settings.caseInsensitive();
    }

    @Override
    public String write(String name) {
        if (isQuotedPlain(name)) {
            return name;
        }
        boolean reserved = RESERVED.contains(name);
        return isPlain(name) && !reserved ? name : quoted(toCatalog(name));
    }

    @Override
    public String fromCatalog(String stored) {
        if (!storesUpperCase) {
            return stored;
        }
        if (isPlain(stored) && hasLetter(stored)) {
            return quoted(stored);
        }
        String folded = stored.toLowerCase(Locale.ROOT);
        return isPlain(folded) && stored.equals(folded.toUpperCase(Locale.ROOT)) ? folded : stored;
    }

    @Override
    public String toCatalog(String name) {
        if (!storesUpperCase) {
            return name;
        }
        if (isQuotedPlain(name)) {
            return name.substring(1, name.length() - 1);
        }
        return isPlain(name) ? name.toUpperCase(Locale.ROOT) : name;
    }

    /** A key that names have in common if they are the same to the database. */
    String key(String name) {
        String stored = toCatalog(name);
        return caseInsensitive ? stored.toUpperCase(Locale.ROOT) : stored;
    }

    private boolean isQuotedPlain(String name) {
        return storesUpperCase
                && name.length() > 2
                && name.startsWith("\"")
                && name.endsWith("\"")
                && isPlain(name.substring(1, name.length() - 1))
                && hasLetter(name);
    }

    private static boolean hasLetter(String name) {
        return name.chars().anyMatch(c -> c >= 'a' && c <= 'z');
    }
}
