package dev.retort.dialect.sqlite;

import dev.retort.dialect.IdentifierRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of SQLite. The catalog stores a name as it was written, quoted or not, and finds it ignoring the case of ASCII letters; snapshots
 * use the stored name.
 */
final class SqliteIdentifiers extends IdentifierRules {

    /** SQLite has no limit of its own; a statement may have a million characters. */
    private static final int MAXIMUM_LENGTH = 10_000;

    /** The keywords that SQLite does not accept as names where a name may be. */
    private static final Set<String> RESERVED = Set.of("""
            add all alter and as autoincrement between case cast check collate commit constraint create
            current_date current_time current_timestamp default deferrable delete distinct drop else escape
            except exists false foreign from group having if in index insert intersect into is isnull join limit
            not nothing notnull null on or order primary raise references returning select set table then to
            transaction true union unique update using values when where
            """.split("\\s+"));

    /** The names of the row's number: https://www.sqlite.org/lang_createtable.html#rowid */
    private static final List<String> ROW_NUMBERS = List.of("rowid", "_rowid_", "oid");

    /** Keywords that SQLite accepts as names, but which begin something else where an expression may be. */
    private static final Set<String> OF_EXPRESSIONS = Set.of("cast", "raise");

    SqliteIdentifiers() {
        super("\"", MAXIMUM_LENGTH, RESERVED);
    }

    /** Whether a word without quotes is no name at the beginning of an expression. */
    static boolean isKeyword(String word) {
        return RESERVED.contains(key(word)) || OF_EXPRESSIONS.contains(key(word));
    }

    /** The form in which names are equal if SQLite takes them for one: it ignores the case of ASCII letters alone. */
    static String key(String name) {
        StringBuilder key = new StringBuilder(name);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                key.setCharAt(i, Character.toLowerCase(c));
            }
        }
        return key.toString();
    }

    /** Whether SQLite takes two names for one. */
    static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && other != null && key(one).equals(key(other));
    }

    /** A name by which the number of a row is reached beside these columns; empty if they take all. */
    static Optional<String> rowNumber(List<String> columns) {
        return ROW_NUMBERS.stream()
                .filter(number -> columns.stream().noneMatch(column -> same(column, number)))
                .findFirst();
    }
}
