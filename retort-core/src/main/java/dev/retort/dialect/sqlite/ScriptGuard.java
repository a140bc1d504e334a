package dev.retort.dialect.sqlite;

import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Statements that stop a script where a table has what a statement of it does not say, and would lose it, and where a rebuild breaks foreign
 * keys. They leave nothing behind.
 */
final class ScriptGuard {

    private static final String GUARD = "temp.retort_guard";

    /** That of UTF-8, in which SQLite sorts. */
    private static final Comparator<String> ORDER = (one, other) ->
            Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());

    private final Table stated;
    private final String schema;

    /** The guard of a table. */
    ScriptGuard(Table stated) {
        this.stated = stated;
        String said = stated.name().schema();
        this.schema = said == null ? "main" : said;
    }

    /** The statements before the rebuild. */
    List<String> before() {
        return List.of(
                "CREATE TABLE " + GUARD + " (\n    columns "
                        + check("has other columns than stated", "columns = " + SchemaCopy.text(columns()))
                        + ",\n    parts "
                        + check(
                                "has other defaults, keys, generated columns or options than stated",
                                "parts = " + SchemaCopy.text(parts()))
                        + ",\n    others " + check("has indexes or triggers that are not stated", "others = 0")
                        + ",\n    orphans CONSTRAINT "
                        + SchemaCopy.quoted("rows would refer to rows that do not exist") + " CHECK (orphans <= 0)\n)",
                "INSERT INTO " + GUARD + " SELECT\n    " + columnsFound() + ",\n    " + partsFound() + ",\n    "
                        + othersFound() + ",\n    -" + orphans());
    }

    /** The statements after it. A foreign key that lacks what it refers to stops the script too. */
    List<String> after() {
        return List.of("UPDATE " + GUARD + " SET orphans = orphans + " + orphans(), "DROP TABLE " + GUARD);
    }

    /**
     * Statements that fail if rows lack the row that a foreign key refers to.
     *
     * @param table the table, as people know it
     * @param child the table that has its rows
     */
    static List<String> ofRows(QualifiedName table, String child, ForeignKey key, String parent) {
        return List.of(
                "CREATE TABLE " + GUARD + " (orphans CONSTRAINT "
                        + SchemaCopy.quoted("rows of " + table + " would refer to rows of "
                                + key.referredTable().name() + " that do not exist")
                        + " CHECK (orphans = 0))",
                "INSERT INTO " + GUARD + " SELECT COUNT(*) FROM "
                        + OrphanedRows.withoutParent(child, key.columns(), parent, key.referredColumns()),
                "DROP TABLE " + GUARD);
    }

    private String check(String said, String condition) {
        return "CONSTRAINT " + SchemaCopy.quoted(stated.name() + " " + said) + " CHECK (" + condition + ")";
    }

    private String columns() {
        return stated.columns().stream()
                .map(column -> SqliteIdentifiers.key(column.name()))
                .sorted(ORDER)
                .collect(Collectors.joining(", "));
    }

    private String columnsFound() {
        return "(SELECT group_concat(name, ', ') FROM (SELECT lower(name) AS name FROM " + of("pragma_table_xinfo")
                + " ORDER BY lower(name)))";
    }

    private String parts() {
        List<Column> columns = stated.columns();
        return Stream.of(
                        columns.stream()
                                .filter(column -> column.defaultValue() != null)
                                .count(),
                        columns.stream()
                                .filter(column -> column.generated() != null)
                                .count(),
                        (long) stated.uniqueConstraints().size(),
                        (long) stated.foreignKeys().size(),
                        columns.stream()
                                .filter(column -> column.identity() != null)
                                .count(),
                        stated.options().has(SqliteDdl.STRICT) ? 1L : 0L,
                        stated.options().has(SqliteDdl.WITHOUT_ROWID) ? 1L : 0L)
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    private String partsFound() {
        return String.join(
                " || ' ' || ",
                "(SELECT COUNT(dflt_value) FROM " + of("pragma_table_xinfo") + " WHERE hidden = 0)",
                "(SELECT COUNT(*) FROM " + of("pragma_table_xinfo") + " WHERE hidden > 0)",
                "(SELECT COUNT(*) FROM " + of("pragma_index_list") + " WHERE origin = 'u')",
                "(SELECT COUNT(DISTINCT id) FROM " + of("pragma_foreign_key_list") + ")",
                "(SELECT sql LIKE '%AUTOINCREMENT%' FROM " + catalog() + " WHERE type = 'table' AND " + ofTable() + ")",
                "(SELECT strict || ' ' || wr FROM pragma_table_list WHERE schema = " + SchemaCopy.text(schema)
                        + " AND name = " + SchemaCopy.text(stated.name().name()) + " COLLATE NOCASE)");
    }

    private String othersFound() {
        String indexes = stated.indexes().stream()
                .map(index -> SchemaCopy.text(SqliteIdentifiers.key(String.valueOf(index.name()))))
                .collect(Collectors.joining(", "));
        return "(SELECT COUNT(*) FROM " + catalog() + " WHERE " + ofTable()
                + " AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND lower(name) NOT IN (" + indexes
                + "))))";
    }

    private String orphans() {
        return "(SELECT COUNT(*) FROM " + catalog() + " AS t CROSS JOIN pragma_foreign_key_check(t.name, "
                + SchemaCopy.text(schema) + ") WHERE t.type = 'table')";
    }

    private String of(String pragma) {
        return pragma + "(" + SchemaCopy.text(stated.name().name()) + ", " + SchemaCopy.text(schema) + ")";
    }

    private String catalog() {
        return SchemaCopy.quoted(schema) + ".sqlite_schema";
    }

    private String ofTable() {
        return "tbl_name = " + SchemaCopy.text(stated.name().name()) + " COLLATE NOCASE";
    }
}
