package dev.retort.script;

import java.util.Locale;
import java.util.Set;

/**
 * Where the databases' dialects of SQL differ so early that statements cannot be told apart without knowing it.
 *
 * @param nestedComments block comments nest
 * @param hashComments {@code #} begins a comment, and {@code --} only does so before white space
 * @param backslashes a backslash escapes a quote in every string
 * @param dollarQuotes {@code $$…$$} and {@code $tag$…$tag$} are quotes
 * @param brackets {@code [name]} is a quoted name
 * @param alternateQuotes {@code q'[…]'} is a string
 * @param anonymousBlocks a statement that begins with {@code BEGIN} or {@code DECLARE} is a routine's body
 * @param batchLine the line that ends a routine's body, which is sent with its semicolons; empty where the body ends with its
 *     {@code END}
 */
record SqlSyntax(
        boolean nestedComments,
        boolean hashComments,
        boolean backslashes,
        boolean dollarQuotes,
        boolean brackets,
        boolean alternateQuotes,
        boolean anonymousBlocks,
        String batchLine) {

    /** The databases that sections of SQL revisions may name without being asked about. */
    static final Set<String> DATABASES =
            Set.of("postgresql", "mysql", "mariadb", "sqlite", "h2", "sqlserver", "oracle");

    /** What most databases agree on; also the reading that checksums are made from. */
    static final SqlSyntax COMMON = new SqlSyntax(true, false, false, true, false, false, false, "");

    private static final SqlSyntax FLAT_COMMENTS = new SqlSyntax(false, false, false, false, true, false, false, "");
    private static final SqlSyntax HASH_COMMENTS = new SqlSyntax(false, true, true, false, false, false, false, "");
    private static final SqlSyntax GO_BATCHES = new SqlSyntax(true, false, false, false, true, false, false, "GO");
    private static final SqlSyntax SLASH_BATCHES = new SqlSyntax(false, false, false, false, false, true, true, "/");

    /** The syntax of a database; the common one when the name says nothing. */
    static SqlSyntax of(String database) {
        return switch (database.toLowerCase(Locale.ROOT)) {
            case "mysql", "mariadb" -> HASH_COMMENTS;
            case "sqlite" -> FLAT_COMMENTS;
            case "sqlserver" -> GO_BATCHES;
            case "oracle" -> SLASH_BATCHES;
            default -> COMMON;
        };
    }
}
