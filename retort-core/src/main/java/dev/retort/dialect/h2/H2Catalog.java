package dev.retort.dialect.h2;

import dev.retort.dialect.CatalogNames;
import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.CatalogQuery.RowReader;
import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.DefaultText;
import dev.retort.dialect.SqlTypes;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.NativeType;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import dev.retort.sql.SqlSyntax;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the tables of some schemas of H2, with one query for each view of the catalog: H2 joins these views row by row. */
final class H2Catalog {

    private final DatabaseVersion version;
    private final CatalogNames names;
    private final SqlTypes types;
    private final Connection connection;

    private final Map<QualifiedName, List<TableElement>> elements = new LinkedHashMap<>();
    private final Map<QualifiedName, String> comments = new HashMap<>();
    private final Map<QualifiedName, QualifiedName> constrainedTables = new HashMap<>();
    private final Map<QualifiedName, List<String>> keyColumns = new HashMap<>();
    private final Map<QualifiedName, List<Integer>> referredPositions = new HashMap<>();
    private final Map<QualifiedName, Reference> references = new HashMap<>();
    private final Map<QualifiedName, String> conditions = new HashMap<>();

    H2Catalog(DatabaseVersion version, CatalogNames names, SqlTypes types, Connection connection) {
        this.version = version;
        this.names = names;
        this.types = types;
        this.connection = connection;
    }

    /** The reference of a foreign key. */
    private record Reference(QualifiedName uniqueConstraint, ReferentialAction onDelete, ReferentialAction onUpdate) {}

    /** H2 keeps the rows of a materialized view in a table of its own. */
    private static final String NO_ROWS_OF_A_VIEW =
            "(TABLE_SCHEMA, TABLE_NAME) NOT IN (SELECT TABLE_SCHEMA, TABLE_NAME || '$1' FROM INFORMATION_SCHEMA.TABLES WHERE "
                    + H2Lookup.IS_MATERIALIZED + ")";

    List<Table> tables() throws SQLException {
        read(
                "TABLE_SCHEMA, TABLE_NAME, REMARKS FROM INFORMATION_SCHEMA.TABLES",
                "TABLE_TYPE = 'BASE TABLE' AND " + NO_ROWS_OF_A_VIEW + " AND TABLE_SCHEMA",
                "TABLE_NAME",
                this::addTable);
        CatalogTypes columnTypes = CatalogTypes.of("TABLE", names, types, connection);
        read(
                "TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, COLUMN_DEFAULT, COLUMN_ON_UPDATE, IS_NULLABLE, DOMAIN_SCHEMA, DOMAIN_NAME,"
                        + " IDENTITY_GENERATION, IDENTITY_START, IDENTITY_INCREMENT, IDENTITY_MINIMUM, IDENTITY_MAXIMUM,"
                        + " IDENTITY_CACHE, IDENTITY_CYCLE, GENERATION_EXPRESSION, REMARKS, "
                        + ReportedType.COLUMNS + " FROM INFORMATION_SCHEMA.COLUMNS",
                "TABLE_SCHEMA",
                "ORDINAL_POSITION",
                row -> addColumn(row, columnTypes));
        addConstraints();
        addIndexes();
        return elements.entrySet().stream()
                .map(entry -> Table.of(entry.getKey(), entry.getValue()).comment(comments.get(entry.getKey())))
                .toList();
    }

    List<Sequence> sequences() throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        String sql =
                "SELECT SEQUENCE_SCHEMA, SEQUENCE_NAME, DATA_TYPE, DECLARED_NUMERIC_PRECISION, START_VALUE AS IDENTITY_START,"
                        + " INCREMENT AS IDENTITY_INCREMENT, MINIMUM_VALUE AS IDENTITY_MINIMUM, MAXIMUM_VALUE AS IDENTITY_MAXIMUM,"
                        + " CACHE AS IDENTITY_CACHE, CYCLE_OPTION AS IDENTITY_CYCLE FROM INFORMATION_SCHEMA.SEQUENCES"
                        + " WHERE SEQUENCE_SCHEMA IN " + names.marks();
        new CatalogQuery(sql, names.stored()).forEach(connection, row -> sequences.add(sequence(row)));
        return sequences;
    }

    private Sequence sequence(ResultSet row) throws SQLException {
        String digits = CatalogQuery.text(row, "DECLARED_NUMERIC_PRECISION");
        SqlType type = types.parse(row.getString("DATA_TYPE") + (digits == null ? "" : "(" + digits + ")"));
        return Sequence.of(names.of(row, "SEQUENCE_SCHEMA", "SEQUENCE_NAME"), 1, 1)
                .typed(type)
                .options(counting(row, type));
    }

    /** The options of a sequence or an identity column, without defaults. */
    private static SequenceOptions counting(ResultSet row, SqlType type) throws SQLException {
        SequenceOptions options = SequenceOptions.of(row.getLong("IDENTITY_START"), row.getLong("IDENTITY_INCREMENT"))
                .between(row.getLong("IDENTITY_MINIMUM"), row.getLong("IDENTITY_MAXIMUM"))
                .cache(row.getLong("IDENTITY_CACHE"))
                .cycle(row.getString("IDENTITY_CYCLE").equals("YES"));
        return H2Sequences.reported(options, type);
    }

    private void read(String columns, String condition, String order, RowReader reader) throws SQLException {
        String sql = "SELECT " + columns + " WHERE " + condition + " IN " + names.marks() + " ORDER BY " + order;
        new CatalogQuery(sql, names.stored()).forEach(connection, reader);
    }

    private void addTable(ResultSet row) throws SQLException {
        QualifiedName table = names.of(row, "TABLE_SCHEMA", "TABLE_NAME");
        elements.put(table, new ArrayList<>());
        String comment = CatalogQuery.text(row, "REMARKS");
        if (comment != null) {
            comments.put(table, comment);
        }
    }

    private void addColumn(ResultSet row, CatalogTypes columnTypes) throws SQLException {
        QualifiedName table = names.of(row, "TABLE_SCHEMA", "TABLE_NAME");
        List<TableElement> found = elements.get(table);
        if (found != null) {
            found.add(column(row, columnType(table, row, columnTypes)));
        }
    }

    private Column column(ResultSet row, SqlType type) throws SQLException {
        String name = names.of(row, "COLUMN_NAME");
        boolean nullable = row.getString("IS_NULLABLE").equals("YES");
        String comment = CatalogQuery.text(row, "REMARKS");
        Column column = Column.of(name, type).nullable(nullable).comment(comment);
        String generating = CatalogQuery.text(row, "GENERATION_EXPRESSION");
        if (generating != null) {
            return column.storedAs(H2Text.readable(generating));
        }
        String written = CatalogQuery.text(row, "COLUMN_DEFAULT");
        String update = CatalogQuery.text(row, "COLUMN_ON_UPDATE");
        return column.onUpdateSql(update == null ? null : H2Text.readable(update))
                .withDefault(written == null ? null : DefaultText.read(H2Text.readable(written), SqlSyntax.COMMON))
                .asIdentity(identity(row, type));
    }

    private static @Nullable Identity identity(ResultSet row, SqlType type) throws SQLException {
        String generation = CatalogQuery.text(row, "IDENTITY_GENERATION");
        return generation == null ? null : new Identity(generation.equals("ALWAYS"), counting(row, type));
    }

    private SqlType columnType(QualifiedName table, ResultSet row, CatalogTypes columnTypes) throws SQLException {
        ReportedType reported = ReportedType.of(row);
        String domain = CatalogQuery.text(row, "DOMAIN_NAME");
        if (domain == null) {
            return columnTypes.type(table, reported);
        }
        QualifiedName name = names.of(row.getString("DOMAIN_SCHEMA"), domain);
        return reported.isEnum()
                ? new EnumType(name, columnTypes.values(table, reported))
                : new NativeType(names.rules().write(name));
    }

    private void addConstraints() throws SQLException {
        String keys = "SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME,"
                + " POSITION_IN_UNIQUE_CONSTRAINT FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE ORDER BY ORDINAL_POSITION";
        CatalogQuery.of(keys).forEach(connection, this::addKeyColumn);
        read(
                "CONSTRAINT_SCHEMA, CONSTRAINT_NAME, UNIQUE_CONSTRAINT_SCHEMA, UNIQUE_CONSTRAINT_NAME, DELETE_RULE, UPDATE_RULE"
                        + " FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS",
                "CONSTRAINT_SCHEMA",
                "CONSTRAINT_NAME",
                this::addReference);
        read(
                "CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CHECK_CLAUSE FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS",
                "CONSTRAINT_SCHEMA",
                "CONSTRAINT_NAME",
                row -> conditions.put(
                        names.of(row, "CONSTRAINT_SCHEMA", "CONSTRAINT_NAME"),
                        H2Text.readable(row.getString("CHECK_CLAUSE"))));
        read(
                "CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CONSTRAINT_TYPE, TABLE_SCHEMA, TABLE_NAME"
                        + " FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS",
                "TABLE_SCHEMA",
                "CONSTRAINT_NAME",
                this::addConstraint);
    }

    private void addKeyColumn(ResultSet row) throws SQLException {
        QualifiedName constraint = names.of(row, "CONSTRAINT_SCHEMA", "CONSTRAINT_NAME");
        constrainedTables.put(constraint, names.of(row, "TABLE_SCHEMA", "TABLE_NAME"));
        keyColumns.computeIfAbsent(constraint, missing -> new ArrayList<>()).add(names.of(row, "COLUMN_NAME"));
        referredPositions
                .computeIfAbsent(constraint, missing -> new ArrayList<>())
                .add(row.getInt("POSITION_IN_UNIQUE_CONSTRAINT"));
    }

    private void addReference(ResultSet row) throws SQLException {
        references.put(
                names.of(row, "CONSTRAINT_SCHEMA", "CONSTRAINT_NAME"),
                new Reference(
                        names.of(row, "UNIQUE_CONSTRAINT_SCHEMA", "UNIQUE_CONSTRAINT_NAME"),
                        action(row.getString("DELETE_RULE")),
                        action(row.getString("UPDATE_RULE"))));
    }

    private ReferentialAction action(String reported) {
        ReferentialAction found = Arrays.stream(ReferentialAction.values())
                .filter(action -> action.sql().equals(reported.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(ReferentialAction.NO_ACTION);
        return H2Comparison.reported(found, version);
    }

    private void addConstraint(ResultSet row) throws SQLException {
        List<TableElement> found = elements.get(names.of(row, "TABLE_SCHEMA", "TABLE_NAME"));
        if (found == null) {
            return;
        }
        QualifiedName constraint = names.of(row, "CONSTRAINT_SCHEMA", "CONSTRAINT_NAME");
        List<String> columns = keyColumns.getOrDefault(constraint, List.of());
        String name = constraint.name();
        switch (row.getString("CONSTRAINT_TYPE")) {
            case "PRIMARY KEY" -> found.add(PrimaryKey.of(name, columns));
            case "UNIQUE" -> found.add(UniqueConstraint.of(name, columns));
            case "CHECK" -> found.add(CheckConstraint.of(name, conditions.getOrDefault(constraint, "")));
            case "FOREIGN KEY" -> {
                Reference reference = references.get(constraint);
                if (reference != null) {
                    found.add(foreignKey(constraint, columns, reference));
                }
            }
            default -> {}
        }
    }

    private ForeignKey foreignKey(QualifiedName constraint, List<String> columns, Reference reference) {
        List<String> unique = keyColumns.getOrDefault(reference.uniqueConstraint(), List.of());
        List<Integer> positions = referredPositions.getOrDefault(constraint, List.of());
        List<String> referred = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int position = positions.get(i) - 1;
            referred.add(position >= 0 && position < unique.size() ? unique.get(position) : columns.get(i));
        }
        return ForeignKey.of(
                        constraint.name(),
                        columns,
                        constrainedTables.getOrDefault(reference.uniqueConstraint(), reference.uniqueConstraint()),
                        referred)
                .onDelete(reference.onDelete())
                .onUpdate(reference.onUpdate());
    }

    private void addIndexes() throws SQLException {
        Map<QualifiedName, List<Index.Part>> parts = new HashMap<>();
        read(
                "INDEX_SCHEMA, INDEX_NAME, COLUMN_NAME, ORDERING_SPECIFICATION FROM INFORMATION_SCHEMA.INDEX_COLUMNS",
                "TABLE_SCHEMA",
                "ORDINAL_POSITION",
                row -> parts.computeIfAbsent(names.of(row, "INDEX_SCHEMA", "INDEX_NAME"), missing -> new ArrayList<>())
                        .add(Index.Part.column(names.of(row, "COLUMN_NAME"))
                                .descending("DESC".equals(row.getString("ORDERING_SPECIFICATION")))));
        read(
                "TABLE_SCHEMA, TABLE_NAME, INDEX_SCHEMA, INDEX_NAME, INDEX_TYPE_NAME FROM INFORMATION_SCHEMA.INDEXES",
                "IS_GENERATED = FALSE AND TABLE_SCHEMA",
                "INDEX_NAME",
                row -> addIndex(row, parts));
    }

    private void addIndex(ResultSet row, Map<QualifiedName, List<Index.Part>> parts) throws SQLException {
        List<TableElement> found = elements.get(names.of(row, "TABLE_SCHEMA", "TABLE_NAME"));
        if (found == null) {
            return;
        }
        QualifiedName index = names.of(row, "INDEX_SCHEMA", "INDEX_NAME");
        String kind = row.getString("INDEX_TYPE_NAME");
        String method = kind.replace("UNIQUE", "").replace("INDEX", "").strip().toLowerCase(Locale.ROOT);
        found.add(Index.of(index.name(), parts.getOrDefault(index, List.of()))
                .unique(kind.startsWith("UNIQUE"))
                .using(method.isEmpty() ? null : method));
    }
}
