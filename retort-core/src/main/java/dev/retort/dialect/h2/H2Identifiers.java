package dev.retort.dialect.h2;

import dev.retort.dialect.UpperCaseIdentifiers;
import java.util.Locale;
import java.util.Set;

/** Names of H2, which stores a name without quotes in upper case unless its settings say otherwise. */
final class H2Identifiers extends UpperCaseIdentifiers {

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
        super(MAXIMUM_LENGTH, RESERVED);
        this.storesUpperCase = settings.storesUpperCase();
        this.caseInsensitive = settings.caseInsensitive();
    }

    @Override
    public String fromCatalog(String stored) {
        return storesUpperCase ? super.fromCatalog(stored) : stored;
    }

    @Override
    public String toCatalog(String name) {
        return storesUpperCase ? super.toCatalog(name) : name;
    }

    /** A key that names have in common if they are the same to the database. */
    String key(String name) {
        String stored = toCatalog(name);
        return caseInsensitive ? stored.toUpperCase(Locale.ROOT) : stored;
    }

    @Override
    protected boolean isQuotedPlain(String name) {
        return storesUpperCase && super.isQuotedPlain(name);
    }
}
