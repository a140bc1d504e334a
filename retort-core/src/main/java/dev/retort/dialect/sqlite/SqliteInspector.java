package dev.retort.dialect.sqlite;

import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.InspectionScope;
import dev.retort.dialect.Inspector;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the ordinary tables of SQLite: neither views nor virtual tables and their shadow tables. The type of a generated column includes
 * its expression. An {@code INTEGER PRIMARY KEY} is an identity column, with or without {@code AUTOINCREMENT}: the database generates the
 * values of both.
 */
final class SqliteInspector implements Inspector {

    private static final String DEFAULT_SCHEMA = "main";

    private final IdentifierRules names;
    private final SqliteTypes types;

    SqliteInspector(IdentifierRules names, SqliteTypes types) {
        this.names = names;
        this.types = types;
    }

    @Override
    public SchemaSnapshot inspect(Connection connection, InspectionScope scope) throws SQLException {
        List<Table> tables = new ArrayList<>();
        if (scope.schemas().isEmpty()) {
            tables.addAll(new SqliteCatalog(DEFAULT_SCHEMA, null, names, types).tables(connection));
        }
        for (String schema : scope.schemas()) {
            tables.addAll(new SqliteCatalog(schema, schema, names, types).tables(connection));
        }
        QualifiedName only = scope.table();
        if (only != null) {
            tables.removeIf(table -> !table.name().name().equalsIgnoreCase(only.name()));
        }
        return SchemaSnapshot.of(tables);
    }
}
