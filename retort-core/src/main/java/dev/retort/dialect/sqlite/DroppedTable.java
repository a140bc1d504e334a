package dev.retort.dialect.sqlite;

import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.Offline;
import dev.retort.dialect.StatementsAsked;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Drops a table. Where foreign keys are enforced, SQLite first deletes its rows, and with them changes the rows of other tables whose foreign
 * keys say so: https://www.sqlite.org/foreignkeys.html#fk_schemacommands. Such a row is an error here, as on other databases.
 *
 * @param drop the statement
 */
record DroppedTable(QualifiedName table, SqlStatement drop) implements StatementsAsked {

    private record Key(String child, String action, List<String> columns) {}

    @Override
    public List<SqlStatement> of(Connection connection) throws SQLException {
        if (SqliteForeignKeys.isOn(connection, SqliteForeignKeys.ENFORCED)) {
            for (Key key : keys(connection)) {
                requireNoRow(key, connection);
            }
        }
        return List.of(drop);
    }

    /** The foreign keys of other tables that refer to this one and would change rows. */
    private List<Key> keys(Connection connection) throws SQLException {
        QualifiedName name = StoredTable.inDatabase(table);
        Map<String, Key> keys = new LinkedHashMap<>();
        CatalogQuery.of(
                        "SELECT t.name, k.id, k.\"from\", k.on_delete FROM "
                                + SchemaCopy.quoted(String.valueOf(name.schema()))
                                + ".sqlite_schema AS t CROSS JOIN pragma_foreign_key_list(t.name, ?) AS k"
                                + " WHERE t.type = 'table' AND k.\"table\" = ? COLLATE NOCASE AND t.name <> ? COLLATE NOCASE"
                                + " AND k.on_delete IN ('CASCADE', 'SET NULL', 'SET DEFAULT') ORDER BY t.name, k.id, k.seq",
                        String.valueOf(name.schema()),
                        name.name(),
                        name.name())
                .forEach(connection, row -> {
                    String child = row.getString(1);
                    String action = row.getString(4);
                    keys.computeIfAbsent(child + " " + row.getInt(2), any -> new Key(child, action, new ArrayList<>()))
                            .columns()
                            .add(row.getString(3));
                });
        return List.copyOf(keys.values());
    }

    private void requireNoRow(Key key, Connection connection) throws SQLException {
        QualifiedName child = StoredTable.inDatabase(table).sibling(key.child());
        List<String> values = CatalogQuery.of("SELECT " + OrphanedRows.literals(key.columns()) + " FROM "
                        + SchemaCopy.quoted(String.valueOf(child.schema())) + "." + SchemaCopy.quoted(child.name())
                        + " AS c WHERE " + OrphanedRows.refers(key.columns()) + " LIMIT 1")
                .texts(connection);
        if (!values.isEmpty()) {
            throw new SQLException("A row of " + key.child() + " has " + String.join(", ", key.columns()) + " = "
                    + values.get(0) + ", and its foreign key to " + table
                    + (key.action().equals("CASCADE") ? " would delete it" : " would change it") + " (ON DELETE "
                    + key.action() + "). Drop the foreign key or the table " + key.child() + " before.");
        }
    }

    @Override
    public Offline offline() {
        return Offline.written(drop);
    }
}
