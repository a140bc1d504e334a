package dev.retort.dialect.mariadb;

import dev.retort.dialect.IdentifierRules;
import dev.retort.schema.Options;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The options of a table, in the catalog and in statements: https://mariadb.com/kb/en/create-table/#table-options
 *
 * @param options the known options
 * @param others words of the catalog that are no options
 */
record TableOptions(Options options, List<String> others) {

    static final String ENGINE = "engine";
    static final String USUAL_ENGINE = "innodb";
    static final String COLLATE = "collate";

    /** The word of the catalog for a table with partitions. */
    static final String PARTITIONED = "partitioned";

    /** The option of a system-versioned table. */
    static final String VERSIONING = "system versioning";

    private static final List<String> CHARACTER_SET = List.of("character set", "charset");

    private static final Set<String> KNOWN = Set.of(
            "auto_increment",
            "avg_row_length",
            "character set",
            "charset",
            "checksum",
            COLLATE,
            "connection",
            "data directory",
            "delay_key_write",
            "encrypted",
            "encryption_key_id",
            ENGINE,
            "ietf_quotes",
            "index directory",
            "insert_method",
            "key_block_size",
            "max_rows",
            "min_rows",
            "pack_keys",
            "page_checksum",
            "page_compressed",
            "page_compression_level",
            "password",
            "row_format",
            "sequence",
            "stats_auto_recalc",
            "stats_persistent",
            "stats_sample_pages",
            VERSIONING,
            "table_checksum",
            "tablespace",
            "transactional",
            "union");

    /** Engines without options of their own. */
    private static final Set<String> PLAIN_ENGINES =
            Set.of(USUAL_ENGINE, "aria", "myisam", "memory", "csv", "merge", "mrg_myisam", "archive", "blackhole");

    /** An option in the catalog, or a single keyword. */
    private static final Pattern WRITTEN =
            Pattern.compile("(`(?:[^`]|``)*+`|[^\\s=`]++)(?:=('(?:[^'\\\\]|''|\\\\.)*+'|\\S*+))?", Pattern.DOTALL);

    /** Parses the catalog's text. */
    static TableOptions read(String createOptions) {
        Options options = Options.NONE;
        List<String> others = new ArrayList<>();
        Matcher written = WRITTEN.matcher(createOptions);
        while (written.find()) {
            String value = written.group(2);
            if (value == null) {
                others.add(written.group(1));
            } else {
                options = options.with(name(written.group(1)), value);
            }
        }
        return new TableOptions(options, others);
    }

    private static String name(String written) {
        String bare = written.startsWith("`")
                ? written.substring(1, written.length() - 1).replace("``", "`")
                : written;
        return bare.toLowerCase(Locale.ROOT);
    }

    /** Whether a table can have an option. Engines may have options of their own: https://mariadb.com/kb/en/engine-defined-new-tablefieldindex-attributes/ */
    static boolean isKnown(String option, Table table) {
        String engine = table.options().get(ENGINE).orElse(USUAL_ENGINE).toLowerCase(Locale.ROOT);
        return KNOWN.contains(option) || (table.options().has(option) && !PLAIN_ENGINES.contains(engine));
    }

    /** What follows the closing parenthesis of CREATE TABLE, with a space before. */
    static String written(Options options, IdentifierRules names) {
        StringBuilder sql = new StringBuilder();
        options.without(VERSIONING)
                .values()
                .forEach((name, value) -> sql.append(' ')
                        .append(KNOWN.contains(name) ? name.toUpperCase(Locale.ROOT) : names.write(name))
                        .append(" = ")
                        .append(value));
        return sql + (options.has(VERSIONING) ? " WITH SYSTEM VERSIONING" : "");
    }

    /** The collation of a table, or its character set; empty for the defaults. */
    static Optional<String> collation(Table table) {
        return table.options().get(COLLATE).or(() -> characterSet(table.options()));
    }

    static Optional<String> characterSet(Options options) {
        return CHARACTER_SET.stream()
                .flatMap(name -> options.get(name).stream())
                .findFirst();
    }

    /** The options other than the collation, as in the catalog, without defaults. */
    static Map<String, String> withoutTexts(Options options) {
        Map<String, String> others = new HashMap<>();
        options.values().forEach((name, value) -> others.put(name, value.toLowerCase(Locale.ROOT)));
        others.keySet().removeAll(CHARACTER_SET);
        others.remove(COLLATE);
        others.remove(ENGINE, USUAL_ENGINE);
        others.remove("row_format", "default");
        return others;
    }
}
