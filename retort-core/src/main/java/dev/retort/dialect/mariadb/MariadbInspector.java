package dev.retort.dialect.mariadb;

import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.InspectionScope;
import dev.retort.dialect.Inspector;
import dev.retort.dialect.NeededObjects;
import dev.retort.operation.AlterColumn;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads information_schema, one query for each kind of object. */
public class MariadbInspector implements Inspector {

    private static final String COLLATION =
            "SELECT schema_name, default_collation_name FROM information_schema.schemata WHERE schema_name = ?";

    private final MariadbTypes types;
    private final IdentifierRules names;

    protected MariadbInspector(MariadbTypes types, IdentifierRules names) {
        this.types = types;
        this.names = names;
    }

    @Override
    public SchemaSnapshot inspect(Connection connection, InspectionScope scope) throws SQLException {
        return read(connection, scope).snapshot();
    }

    /** The queries of the catalog, in the order in which their results build on each other. A cousin asks its own. */
    protected List<InformationSchemaQuery> queries() {
        return MariadbCatalog.QUERIES;
    }

    /** What has read nothing yet. A cousin builds tables of its own kind. */
    protected CatalogReading reading(InspectionScope scope, MariadbSession session) {
        return new CatalogReading(types, scope, session.database(), session.foldsTableNames());
    }

    /**
     * The SHOW CREATE TABLE of a table, whatever the settings of the session. A cousin without SET STATEMENT says in another way what it
     * needs.
     *
     * @param table its name as in a statement
     */
    protected ShownTable shown(Connection connection, String table) throws SQLException {
        return ShownTable.read(connection, table);
    }

    /** Adds what only a statement that restates a column needs. A cousin adds what only its SHOW CREATE TABLE says about columns. */
    protected void completeColumns(Connection connection, CatalogReading reading, Set<QualifiedName> tables)
            throws SQLException {}

    /** Schemas are databases. */
    @Override
    public Optional<String> defaultSchema(Connection connection) throws SQLException {
        return Optional.ofNullable(connection.getCatalog());
    }

    /** Schemas are databases, and there are no user-defined types. */
    @Override
    public NeededObjects missing(Connection connection, NeededObjects needed) throws SQLException {
        Set<String> missing = new HashSet<>(needed.schemas());
        CatalogQuery.of("SELECT schema_name FROM information_schema.schemata")
                .forEach(connection, row -> missing.remove(row.getString(1)));
        return new NeededObjects(missing, Set.of());
    }

    /** Includes the checks of single columns: a statement that restates a column must repeat them. */
    @Override
    public Optional<Table> table(Connection connection, QualifiedName name) throws SQLException {
        CatalogReading reading = read(connection, InspectionScope.ofTable(name));
        completeColumns(connection, reading, Set.of(name));
        return reading.tableToRestate();
    }

    @Override
    public List<AlterColumn> restated(Connection connection, List<AlterColumn> changes) throws SQLException {
        Map<List<String>, CatalogReading> readings = new HashMap<>();
        List<AlterColumn> restated = new ArrayList<>();
        for (AlterColumn change : changes) {
            List<String> schemas = InspectionScope.ofTable(change.table()).schemas();
            CatalogReading reading = readings.get(schemas);
            if (reading == null) {
                reading = read(connection, new InspectionScope(schemas, null));
                completeColumns(connection, reading, tablesIn(schemas, changes));
                readings.put(schemas, reading);
            }
            restated.add(restated(change, reading));
        }
        return restated;
    }

    private static Set<QualifiedName> tablesIn(List<String> schemas, List<AlterColumn> changes) {
        return changes.stream()
                .map(AlterColumn::table)
                .filter(table -> InspectionScope.ofTable(table).schemas().equals(schemas))
                .collect(Collectors.toSet());
    }

    private AlterColumn restated(AlterColumn change, CatalogReading reading) {
        Column existing = change.existing();
        if (existing == null) {
            return change;
        }
        Column whole = reading.columnToRestate(change.table(), change.column()).orElse(existing);
        return new AlterColumn(change.table(), change.column(), change.changes(), existing.options(whole.options()));
    }

    private CatalogReading read(Connection connection, InspectionScope scope) throws SQLException {
        MariadbSession session = MariadbSession.of(connection);
        List<String> schemas = scope.schemas();
        if (schemas.isEmpty()) {
            schemas = session.database() == null ? List.of() : List.of(session.database());
        }
        CatalogReading reading = reading(scope, session);
        if (schemas.isEmpty()) {
            return reading;
        }
        for (String schema : distinct(schemas, session.foldsTableNames())) {
            CatalogQuery.of(COLLATION, schema)
                    .forEach(connection, row -> reading.collation(row.getString(1), row.getString(2)));
        }
        for (InformationSchemaQuery query : queries()) {
            for (String schema : distinct(schemas, session.foldsTableNames())) {
                ask(connection, query, schema, scope.table(), reading);
            }
        }
        for (QualifiedName table : reading.tablesToAsk()) {
            reading.shown(table, shown(connection, names.write(table)));
        }
        readSequences(connection, reading);
        return reading;
    }

    private static Set<String> distinct(List<String> schemas, boolean folded) {
        return schemas.stream()
                .map(schema -> folded ? schema.toLowerCase(Locale.ROOT) : schema)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void ask(
            Connection connection,
            InformationSchemaQuery query,
            String schema,
            @Nullable QualifiedName table,
            CatalogReading reading)
            throws SQLException {
        CatalogQuery question = table == null
                ? CatalogQuery.of(query.sql(false), schema)
                : CatalogQuery.of(query.sql(true), schema, table.name());
        question.forEach(connection, row -> query.rows().read(row, reading));
    }

    /** The state of a sequence is in the sequence itself, which is read like a table. */
    private void readSequences(Connection connection, CatalogReading reading) throws SQLException {
        List<QualifiedName> sequences = reading.sequenceTables();
        if (sequences.isEmpty()) {
            return;
        }
        String one = "SELECT ? AS position, start_value, increment, minimum_value, maximum_value, cache_size,"
                + " cycle_option FROM ";
        List<String> selects =
                sequences.stream().map(name -> one + names.write(name)).toList();
        try (PreparedStatement statement = connection.prepareStatement(String.join(" UNION ALL ", selects))) {
            for (int i = 0; i < sequences.size(); i++) {
                statement.setInt(i + 1, i);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reading.sequence(sequences.get(row.getInt("position")), row);
                }
            }
        }
    }
}
