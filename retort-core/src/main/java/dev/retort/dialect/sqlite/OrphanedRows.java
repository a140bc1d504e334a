package dev.retort.dialect.sqlite;

import dev.retort.dialect.CatalogQuery;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the rows of a table that refer to rows which do not exist. */
final class OrphanedRows {

    /**
     * A foreign key of a row without the row that it refers to. If all components are the same after a change, the change has not broken it.
     *
     * @param columns the columns that refer
     * @param row what tells the row from others, as literals; empty if nothing does
     * @param values what the columns hold, as literals
     */
    record Orphan(String schema, String table, List<String> columns, String parent, String row, String values) {}

    /**
     * A foreign key.
     *
     * @param to the column of the parent for each; null in all of them for its primary key
     */
    private record Key(String parent, List<String> from, List<@Nullable String> to) {}

    private final Connection connection;
    private final QualifiedName name;
    private final String schema;
    private final String table;

    /**
     * Of a table.
     *
     * @param name the table with its database
     */
    OrphanedRows(Connection connection, QualifiedName name) {
        this.connection = connection;
        this.name = name;
        this.schema = String.valueOf(name.schema());
        this.table = name.name();
    }

    /** The orphans. Each foreign key of the table must have the key that it refers to. */
    List<Orphan> find() throws SQLException {
        List<Orphan> orphans = new ArrayList<>();
        if (!isChecked()) {
            List<String> row = identity();
            for (Key key : keys()) {
                orphans.addAll(of(key, row));
            }
        }
        return orphans;
    }

    /** Whether SQLite finds no orphan; it does not tell those of one row apart, nor rows without a number. */
    private boolean isChecked() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SqliteForeignKeys.check(name))) {
            return !row.next();
        }
    }

    private List<Key> keys() throws SQLException {
        Map<Integer, Key> keys = new TreeMap<>();
        CatalogQuery.of(
                        "SELECT id, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?, ?) ORDER BY id, seq",
                        table,
                        schema)
                .forEach(connection, row -> {
                    String parent = row.getString(2);
                    Key key = keys.computeIfAbsent(
                            row.getInt(1), any -> new Key(parent, new ArrayList<>(), new ArrayList<>()));
                    key.from().add(row.getString(3));
                    key.to().add(row.getString(4));
                });
        return List.copyOf(keys.values());
    }

    /** What tells the rows apart. */
    private List<String> identity() throws SQLException {
        boolean numbered = names("SELECT name FROM pragma_table_list(?) WHERE schema = ? AND wr = 1", table, schema)
                .isEmpty();
        if (!numbered) {
            return primaryKey(table);
        }
        List<String> columns = names("SELECT name FROM pragma_table_xinfo(?, ?)", table, schema);
        Optional<String> number = SqliteIdentifiers.rowNumber(columns);
        return number.map(List::of).orElse(List.of());
    }

    private List<String> primaryKey(String of) throws SQLException {
        return names("SELECT name FROM pragma_table_info(?, ?) WHERE pk > 0 ORDER BY pk", of, schema);
    }

    private List<Orphan> of(Key key, List<String> identity) throws SQLException {
        List<Orphan> orphans = new ArrayList<>();
        String row = identity.isEmpty() ? "''" : literals(identity);
        CatalogQuery.of("SELECT " + row + ", " + literals(key.from()) + " FROM " + withoutParent(key))
                .forEach(
                        connection,
                        found -> orphans.add(new Orphan(
                                schema, table, key.from(), key.parent(), found.getString(1), found.getString(2))));
        return orphans;
    }

    private String withoutParent(Key key) throws SQLException {
        if (names("SELECT name FROM pragma_table_info(?, ?)", key.parent(), schema)
                .isEmpty()) {
            return referring(name(table), key.from());
        }
        List<String> to = key.to().contains(null)
                ? primaryKey(key.parent())
                : key.to().stream().map(String::valueOf).toList();
        return withoutParent(name(table), key.from(), name(key.parent()), to);
    }

    /** What follows FROM in a query of the rows, called {@code c}, whose columns refer to one. */
    static String referring(String child, List<String> from) {
        return child + " AS c WHERE " + refers(from);
    }

    /**
     * What follows FROM in a query of the rows, called {@code c}, without the row that their columns refer to. As in a foreign key the
     * affinity and the collation of the parent count, which the sign makes sure of:
     * https://www.sqlite.org/datatype3.html#comparison_expressions. A join gets an index where the parent has none yet.
     */
    static String withoutParent(String child, List<String> from, String parent, List<String> to) {
        String matches = IntStream.range(0, from.size())
                .mapToObj(i -> "p." + SchemaCopy.quoted(to.get(i)) + " = +c." + SchemaCopy.quoted(from.get(i)))
                .collect(Collectors.joining(" AND "));
        return child + " AS c LEFT JOIN " + parent + " AS p ON " + matches + " WHERE p." + SchemaCopy.quoted(to.get(0))
                + " IS NULL AND " + refers(from);
    }

    static String refers(List<String> from) {
        return from.stream()
                .map(column -> "c." + SchemaCopy.quoted(column) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
    }

    private String name(String of) {
        return SchemaCopy.quoted(schema) + "." + SchemaCopy.quoted(of);
    }

    static String literals(List<String> columns) {
        return columns.stream()
                .map(column -> "quote(c." + SchemaCopy.quoted(column) + ")")
                .collect(Collectors.joining(" || ', ' || "));
    }

    private List<String> names(String query, String first, String second) throws SQLException {
        return CatalogQuery.of(query, first, second).texts(connection);
    }
}
