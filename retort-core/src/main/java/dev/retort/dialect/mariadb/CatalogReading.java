package dev.retort.dialect.mariadb;

import dev.retort.dialect.InspectionScope;
import dev.retort.dialect.SqlTypes;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds tables from the rows of the catalog. */
public class CatalogReading {

    private final SqlTypes types;
    private final InspectionScope scope;
    private final @Nullable String database;
    private final boolean foldsTableNames;
    private final Map<String, String> collations = new HashMap<>();
    private final Map<QualifiedName, TableDraft> tables = new LinkedHashMap<>();
    private final List<QualifiedName> sequenceTables = new ArrayList<>();
    private final List<Sequence> sequences = new ArrayList<>();

    /**
     * An empty reading.
     *
     * @param database the connection's database; null for none
     * @param foldsTableNames whether the case of table names does not count
     */
    protected CatalogReading(
            SqlTypes types, InspectionScope scope, @Nullable String database, boolean foldsTableNames) {
        this.types = types;
        this.scope = scope;
        this.database = database;
        this.foldsTableNames = foldsTableNames;
    }

    /** The default collation of a schema's tables. */
    void collation(String schema, String collation) {
        collations.put(schema, collation);
    }

    /** A table of which only this is known. A cousin makes one of its own kind. */
    protected TableDraft draft(QualifiedName name, String comment, @Nullable String collation) {
        return new TableDraft(types, database, name, comment, collation);
    }

    /** The connection's database; null for none. */
    protected final @Nullable String database() {
        return database;
    }

    SchemaSnapshot snapshot() {
        return SchemaSnapshot.of(tables.values().stream().map(TableDraft::table).toList())
                .and(sequences)
                .and(tables.values().stream().flatMap(TableDraft::unmodelled).toList());
    }

    /** The first table. */
    Optional<Table> tableToRestate() {
        return tables.values().stream().findFirst().map(TableDraft::tableToRestate);
    }

    Optional<Column> columnToRestate(QualifiedName table, String column) {
        return Optional.ofNullable(tables.get(table)).flatMap(found -> found.columnToRestate(column));
    }

    /** The tables of which information_schema may not have reported everything. */
    List<QualifiedName> tablesToAsk() {
        return tables.entrySet().stream()
                .filter(table -> table.getValue().isIncomplete())
                .map(Map.Entry::getKey)
                .toList();
    }

    void shown(QualifiedName table, ShownTable text) {
        Optional.ofNullable(tables.get(table)).ifPresent(found -> found.completeWith(text));
    }

    List<QualifiedName> sequenceTables() {
        return sequenceTables;
    }

    void sequence(QualifiedName name, ResultSet row) throws SQLException {
        SequenceOptions options = SequenceOptions.of(row.getLong("start_value"), row.getLong("increment"))
                .between(row.getLong("minimum_value"), row.getLong("maximum_value"))
                .cache(row.getLong("cache_size"))
                .cycle(row.getBoolean("cycle_option"));
        sequences.add(Sequence.of(name, 1, 1).options(MariadbSequences.reported(options)));
    }

    /** The table of a name as it is read; empty if it is not asked for. */
    public final Optional<TableDraft> table(QualifiedName name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** The table of a row that has {@code table_schema} and {@code table_name}; empty if it is not asked for. */
    public final Optional<TableDraft> tableOf(ResultSet row) throws SQLException {
        return table(name(row));
    }

    /** Reads a row of the catalog of tables. */
    public final void table(ResultSet row) throws SQLException {
        QualifiedName name = name(row);
        if (row.getString("table_type").equals("SEQUENCE")) {
            sequenceTables.add(name);
        } else if (asked(name)) {
            TableDraft table = draft(name, row.getString("table_comment"), row.getString("table_collation"));
            table.besides(row, collations.get(row.getString("table_schema")));
            tables.put(name, table);
        }
    }

    /** The server ignores case when it looks up a table. */
    private boolean asked(QualifiedName name) {
        return scope.table() == null || scope.table().equals(name);
    }

    void check(ResultSet row) throws SQLException {
        TableDraft table = tables.get(name(row));
        if (table == null) {
            return;
        }
        String name = row.getString("constraint_name");
        String condition = row.getString("check_clause");
        if (row.getString("level").equals("Column")) {
            table.columnCheck(name, condition);
        } else {
            table.check(CheckConstraint.of(name, condition));
        }
    }

    /** Reads a row of the catalog of columns. */
    public final void column(ResultSet row, ReportedColumn column) throws SQLException {
        TableDraft table = tables.get(name(row));
        if (table != null) {
            table.column(column);
        }
    }

    /** Reads a row of the catalog of foreign keys. */
    public final void referentialRules(ResultSet row) throws SQLException {
        TableDraft table = tables.get(name(row));
        if (table != null) {
            table.referentialRules(
                    row.getString("constraint_name"),
                    action(row.getString("delete_rule")),
                    action(row.getString("update_rule")));
        }
    }

    private static ReferentialAction action(String rule) {
        for (ReferentialAction action : ReferentialAction.values()) {
            if (action.sql().equals(rule)) {
                return action;
            }
        }
        return ReferentialAction.NO_ACTION;
    }

    /** Reads a row of the catalog of columns in keys. */
    public final void foreignKeyColumn(ResultSet row) throws SQLException {
        TableDraft table = tables.get(name(row));
        if (table != null) {
            QualifiedName referred =
                    name(row.getString("referenced_table_schema"), row.getString("referenced_table_name"));
            table.foreignKeyColumn(
                    row.getString("constraint_name"),
                    referred,
                    row.getString("column_name"),
                    row.getString("referenced_column_name"));
        }
    }

    void indexPart(ResultSet row) throws SQLException {
        TableDraft table = tables.get(name(row));
        if (table != null) {
            table.indexPart(row);
        }
    }

    private QualifiedName name(ResultSet row) throws SQLException {
        return name(row.getString("table_schema"), row.getString("table_name"));
    }

    private QualifiedName name(String schema, String name) {
        QualifiedName found = scope.schemas().isEmpty() && schema.equals(database)
                ? QualifiedName.of(name)
                : new QualifiedName(schema, name);
        QualifiedName asked = scope.table();
        // If case does not count, the requested table keeps the name by which it was requested.
        if (asked != null && foldsTableNames && asked.name().equalsIgnoreCase(name)) {
            return found.sibling(asked.name());
        }
        return found;
    }
}
