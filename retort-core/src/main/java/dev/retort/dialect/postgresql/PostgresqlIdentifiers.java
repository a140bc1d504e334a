package dev.retort.dialect.postgresql;

import dev.retort.dialect.IdentifierRules;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** How PostgreSQL writes names, and which it chooses itself. */
final class PostgresqlIdentifiers extends IdentifierRules {

    /** NAMEDATALEN - 1; the server counts bytes and silently truncates longer names. */
    private static final int MAXIMUM_BYTES = 63;

    /** The words that are reserved according to {@code pg_get_keywords()}, and those that may only be function or type names. */
    private static final Set<String> RESERVED = Set.of("""
            all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation \
            column concurrently constraint create cross current_catalog current_date current_role current_schema current_time \
            current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze \
            from full grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit \
            localtime localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references \
            returning right select session_user similar some symmetric system_user table tablesample then to trailing true union \
            unique user using variadic verbose when where window with""".split(" "));

    PostgresqlIdentifiers() {
        super("\"", MAXIMUM_BYTES, RESERVED);
    }

    @Override
    public int length(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    protected String unitOfLength() {
        return "bytes";
    }

    /** The stored form of a name of any length. */
    static String cut(String name) {
        return cut(name, MAXIMUM_BYTES);
    }

    /** The name of a primary key that was given none: the table's, truncated so that the suffix fits. */
    static String primaryKeyOf(String table) {
        String suffix = "_pkey";
        return cut(table, MAXIMUM_BYTES - suffix.length()) + suffix;
    }

    /** The name of the sequence of an identity column: of table and column, the longer one is truncated first. */
    static String sequenceOf(String table, String column) {
        String suffix = "_seq";
        int room = MAXIMUM_BYTES - suffix.length() - 1;
        int ofTable = bytes(table);
        int ofColumn = bytes(column);
        while (ofTable + ofColumn > room) {
            if (ofTable > ofColumn) {
                ofTable--;
            } else {
                ofColumn--;
            }
        }
        return cut(table, ofTable) + "_" + cut(column, ofColumn) + suffix;
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String cut(String name, int maximumBytes) {
        String kept = name;
        while (bytes(kept) > maximumBytes) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return kept;
    }
}
