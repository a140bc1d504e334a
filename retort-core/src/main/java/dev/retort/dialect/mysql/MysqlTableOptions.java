package dev.retort.dialect.mysql;

import dev.retort.schema.Options;
import java.util.Locale;
import java.util.Set;

/** The options of a table: https://dev.mysql.com/doc/refman/8.0/en/create-table.html#create-table-options */
final class MysqlTableOptions {

    private static final Set<String> KNOWN = Set.of(
            "auto_increment",
            "autoextend_size",
            "avg_row_length",
            "character set",
            "charset",
            "checksum",
            "collate",
            "compression",
            "connection",
            "data directory",
            "delay_key_write",
            "encryption",
            "engine",
            "engine_attribute",
            "index directory",
            "insert_method",
            "key_block_size",
            "max_rows",
            "min_rows",
            "pack_keys",
            "row_format",
            "secondary_engine",
            "secondary_engine_attribute",
            "stats_auto_recalc",
            "stats_persistent",
            "stats_sample_pages",
            "tablespace",
            "union");

    private MysqlTableOptions() {}

    static boolean isKnown(String option) {
        return KNOWN.contains(option);
    }

    /** What follows the closing parenthesis of CREATE TABLE, with a space before. */
    static String written(Options options) {
        StringBuilder sql = new StringBuilder();
        options.values()
                .forEach((name, value) -> sql.append(' ')
                        .append(name.toUpperCase(Locale.ROOT))
                        .append(" = ")
                        .append(value));
        return sql.toString();
    }
}
