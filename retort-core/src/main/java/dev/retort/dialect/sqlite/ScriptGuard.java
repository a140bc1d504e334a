package dev.retort.dialect.sqlite;

import dev.retort.schema.ForeignKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Statements that stop a script where a table is not as it is stated, and would lose what it has more, and where a rebuild breaks foreign
 * keys. They leave nothing behind.
 */
final class ScriptGuard {

    private static final String GUARD = "temp.retort_guard";
    private static final String ORPHANS = "temp.retort_orphans";
    private static final String STATED = "retort_stated";

    /** What a difference is called, and a query of the parts, where TABLE and SCHEMA stand for arguments of pragmas. */
    private record Part(String said, String query) {}

    private static final Pattern PLACE = Pattern.compile("SCHEMA\\.|SCHEMA|TABLE");

    private static final List<Part> PARTS = List.of(
            new Part(
                    "other columns than stated, or with other defaults, NOT NULL or generated values",
                    "SELECT lower(name), \"notnull\" OR pk > 0, dflt_value, hidden FROM pragma_table_xinfo(TABLE, SCHEMA)"),
            new Part(
                    "another primary key than stated",
                    "SELECT lower(name), pk FROM pragma_table_xinfo(TABLE, SCHEMA) WHERE pk > 0"),
            new Part(
                    "other unique constraints than stated",
                    "SELECT (SELECT group_concat(lower(c.name)) FROM pragma_index_info(i.name, SCHEMA) AS c)"
                            + " FROM pragma_index_list(TABLE, SCHEMA) AS i WHERE i.origin = 'u'"),
            new Part(
                    "other foreign keys than stated",
                    "SELECT lower(\"table\"), seq, lower(\"from\"), on_update, on_delete FROM pragma_foreign_key_list(TABLE, SCHEMA)"),
            new Part(
                    "other options than stated",
                    "SELECT wr, strict FROM pragma_table_list(TABLE) WHERE schema = SCHEMA"),
            new Part(
                    "a counter that is not stated, or none",
                    "SELECT replace(replace(replace(upper(sql), char(9), ' '), char(10), ' '), char(13), ' ')"
                            + " GLOB '*[ )/]AUTOINCREMENT[ ,)/-]*' FROM SCHEMA.sqlite_schema WHERE type = 'table' AND tbl_name = TABLE COLLATE NOCASE"));

    private final Table stated;
    private final StoredTable made;
    private final String schema;

    /**
     * The guard of a table.
     *
     * @param made the stated table as the dialect makes it
     */
    ScriptGuard(Table stated, StoredTable made) {
        this.stated = stated;
        this.made = made;
        this.schema = String.valueOf(StoredTable.inDatabase(stated.name()).schema());
    }

    /** The statements before the rebuild. The table is made as it is stated, and its parts are compared. */
    List<String> before() {
        TableSource source = TableSource.of(made.sql());
        String checks = PARTS.stream()
                .map(part -> "CONSTRAINT " + SchemaCopy.quoted(stated.name() + " has " + part.said())
                        + " CHECK (differences <> " + PARTS.indexOf(part) + ")")
                .collect(Collectors.joining(",\n    "));
        List<String> differences = PARTS.stream()
                .map(part -> "INSERT INTO " + GUARD + " SELECT " + PARTS.indexOf(part) + " WHERE EXISTS ("
                        + without(of(part, stated.name().name(), schema), of(part, STATED, "temp")) + ") OR EXISTS ("
                        + without(
                                of(part, STATED, "temp"), of(part, stated.name().name(), schema)) + ")")
                .toList();
        return Stream.of(
                        List.of(
                                "CREATE TABLE temp." + STATED + " (" + source.body(),
                                "CREATE TABLE " + GUARD + " (\n    differences,\n    " + checks + ",\n    CONSTRAINT "
                                        + SchemaCopy.quoted(
                                                stated.name() + " has indexes or triggers that are not stated")
                                        + " CHECK (differences <> 'others'),\n    CONSTRAINT "
                                        + SchemaCopy.quoted("rows would refer to rows that do not exist")
                                        + " CHECK (differences <> 'orphans')\n)"),
                        differences,
                        List.of(
                                "INSERT INTO " + GUARD + " SELECT 'others' WHERE EXISTS (" + others() + ")",
                                "CREATE TABLE " + ORPHANS + " AS " + orphans(),
                                "DROP TABLE temp." + STATED))
                .flatMap(List::stream)
                .toList();
    }

    /** The statements after it. A foreign key that lacks what it refers to stops the script too. */
    List<String> after() {
        return List.of(
                "INSERT INTO " + GUARD + " SELECT 'orphans' WHERE EXISTS ("
                        + without(orphans(), "SELECT * FROM " + ORPHANS) + ")",
                "DROP TABLE " + GUARD,
                "DROP TABLE " + ORPHANS);
    }

    /**
     * Statements that fail if rows lack the row that a foreign key refers to.
     *
     * @param table the table, as people know it
     * @param child the table that has its rows
     */
    static List<String> ofRows(QualifiedName table, String child, ForeignKey key, String parent) {
        String guard = "temp.retort_rows";
        return List.of(
                "CREATE TABLE " + guard + " (orphans CONSTRAINT "
                        + SchemaCopy.quoted("rows of " + table + " would refer to rows of "
                                + key.referredTable().name() + " that do not exist")
                        + " CHECK (orphans = 0))",
                "INSERT INTO " + guard + " SELECT COUNT(*) FROM "
                        + OrphanedRows.withoutParent(child, key.columns(), parent, key.referredColumns()),
                "DROP TABLE " + guard);
    }

    private static String of(Part part, String table, String database) {
        return PLACE.matcher(part.query())
                .replaceAll(place -> Matcher.quoteReplacement(
                        switch (place.group()) {
                            case "SCHEMA." -> SchemaCopy.quoted(database) + ".";
                            case "SCHEMA" -> SqliteLiterals.INSTANCE.text(database);
                            default -> SqliteLiterals.INSTANCE.text(table);
                        }));
    }

    private static String without(String rows, String others) {
        return "SELECT * FROM (" + rows + ") EXCEPT SELECT * FROM (" + others + ")";
    }

    private String others() {
        String indexes = stated.indexes().stream()
                .map(index -> SqliteLiterals.INSTANCE.text(SqliteIdentifiers.key(String.valueOf(index.name()))))
                .collect(Collectors.joining(", "));
        return "SELECT 1 FROM " + catalog() + " WHERE tbl_name = "
                + SqliteLiterals.INSTANCE.text(stated.name().name())
                + " COLLATE NOCASE AND (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL AND lower(name) NOT IN ("
                + indexes + ")))";
    }

    /** A row of each foreign key that lacks its parent. */
    private String orphans() {
        String database = SqliteLiterals.INSTANCE.text(schema);
        return "SELECT t.name AS child, o.rowid AS number, o.parent AS parent, (SELECT group_concat(k.\"from\") FROM pragma_foreign_key_list(t.name, "
                + database + ") AS k WHERE k.id = o.fkid) AS columns FROM " + catalog()
                + " AS t CROSS JOIN pragma_foreign_key_check(t.name, " + database + ") AS o WHERE t.type = 'table'";
    }

    private String catalog() {
        return SchemaCopy.quoted(schema) + ".sqlite_schema";
    }
}
