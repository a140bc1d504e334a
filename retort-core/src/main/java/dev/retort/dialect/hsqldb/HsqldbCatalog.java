package dev.retort.dialect.hsqldb;

import dev.retort.dialect.CatalogNames;
import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.CatalogQuery.RowReader;
import dev.retort.dialect.DefaultText;
import dev.retort.dialect.SqlTypes;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Identity;
import dev.retort.schema.NativeType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.TypeKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables of some schemas of HSQLDB, with one query for each view of the catalog:
 * https://hsqldb.org/doc/2.0/guide/databaseobjects-chapt.html#dbc_information_schema
 */
final class HsqldbCatalog {

    /** The collation of a VARCHAR_IGNORECASE, which has no word of its own in the catalog. */
    private static final String IGNORING_CASE = "SQL_TEXT_UCC";

    private final CatalogNames names;
    private final SqlTypes types;
    private final Connection connection;

    private final Map<QualifiedName, List<TableElement>> elements = new LinkedHashMap<>();
    private final Map<QualifiedName, String> tableComments = new HashMap<>();
    private final Map<List<Object>, String> columnComments = new HashMap<>();
    private final Map<QualifiedName, String> conditions = new HashMap<>();

    HsqldbCatalog(CatalogNames names, SqlTypes types, Connection connection) {
        this.names = names;
        this.types = types;
        this.connection = connection;
    }

    List<Table> tables() throws SQLException {
        read(
                "TABLE_SCHEMA, TABLE_NAME FROM INFORMATION_SCHEMA.TABLES",
                "TABLE_TYPE = 'BASE TABLE' AND TABLE_SCHEMA",
                "TABLE_NAME",
                row -> elements.put(names.of(row, "TABLE_SCHEMA", "TABLE_NAME"), new ArrayList<>()));
        read(
                "OBJECT_SCHEMA, OBJECT_NAME, COLUMN_NAME, COMMENT FROM INFORMATION_SCHEMA.SYSTEM_COMMENTS",
                "OBJECT_TYPE IN ('TABLE', 'COLUMN') AND OBJECT_SCHEMA",
                "OBJECT_NAME",
                this::addComment);
        read(
                "TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, COLUMN_DEFAULT, IS_NULLABLE, DATA_TYPE, DTD_IDENTIFIER, COLLATION_NAME,"
                        + " CHARACTER_MAXIMUM_LENGTH, DOMAIN_SCHEMA, DOMAIN_NAME, UDT_SCHEMA, UDT_NAME, IDENTITY_GENERATION,"
                        + " IDENTITY_START, IDENTITY_INCREMENT, IDENTITY_MINIMUM, IDENTITY_MAXIMUM, IDENTITY_CYCLE,"
                        + " GENERATION_EXPRESSION FROM INFORMATION_SCHEMA.COLUMNS",
                "TABLE_SCHEMA",
                "ORDINAL_POSITION",
                this::addColumn);
        HsqldbKeys keys = new HsqldbKeys(names, connection);
        keys.constraints().forEach(this::add);
        addChecks();
        keys.indexes().forEach(this::add);
        return elements.entrySet().stream()
                .map(entry -> withRequiredKey(Table.of(entry.getKey(), entry.getValue()))
                        .comment(tableComments.get(entry.getKey())))
                .toList();
    }

    /** The catalog says of the columns of a primary key that they are nullable unless they were declared otherwise. */
    private static Table withRequiredKey(Table table) {
        return table.columns(table.columns().stream()
                .map(column -> table.isInPrimaryKey(column) ? column.notNull() : column)
                .toList());
    }

    private void add(QualifiedName table, List<? extends TableElement> more) {
        List<TableElement> found = elements.get(table);
        if (found != null) {
            found.addAll(more);
        }
    }

    private void read(String columns, String condition, String order, RowReader reader) throws SQLException {
        String sql = "SELECT " + columns + " WHERE " + condition + " IN " + names.marks() + " ORDER BY " + order;
        new CatalogQuery(sql, names.stored()).forEach(connection, reader);
    }

    /** A comment can be emptied and not removed. */
    private void addComment(ResultSet row) throws SQLException {
        QualifiedName table = names.of(row, "OBJECT_SCHEMA", "OBJECT_NAME");
        String column = CatalogQuery.text(row, "COLUMN_NAME");
        String comment = CatalogQuery.text(row, "COMMENT");
        if (comment == null || comment.isEmpty()) {
            return;
        }
        if (column == null) {
            tableComments.put(table, comment);
        } else {
            columnComments.put(List.of(table, names.rules().fromCatalog(column)), comment);
        }
    }

    private void addColumn(ResultSet row) throws SQLException {
        QualifiedName table = names.of(row, "TABLE_SCHEMA", "TABLE_NAME");
        List<TableElement> found = elements.get(table);
        if (found != null) {
            found.add(column(table, row));
        }
    }

    private Column column(QualifiedName table, ResultSet row) throws SQLException {
        String name = names.of(row, "COLUMN_NAME");
        SqlType type = type(row);
        Column column = Column.of(name, type)
                .nullable(row.getString("IS_NULLABLE").equals("YES"))
                .comment(columnComments.get(List.of(table, name)));
        String generating = CatalogQuery.text(row, "GENERATION_EXPRESSION");
        if (generating != null) {
            return column.storedAs(HsqldbText.unqualified(generating));
        }
        String written = CatalogQuery.text(row, "COLUMN_DEFAULT");
        return column.withDefault(DefaultText.read(written, HsqldbProvider.SYNTAX))
                .asIdentity(identity(row, type));
    }

    private SqlType type(ResultSet row) throws SQLException {
        for (String kind : List.of("DOMAIN", "UDT")) {
            String own = CatalogQuery.text(row, kind + "_NAME");
            if (own != null) {
                QualifiedName name = names.of(row.getString(kind + "_SCHEMA"), own);
                return types.canonical(new NativeType(names.rules().write(name)));
            }
        }
        if (IGNORING_CASE.equals(row.getString("COLLATION_NAME"))
                && row.getString("DATA_TYPE").equals("CHARACTER VARYING")) {
            return new NativeType("VARCHAR_IGNORECASE(" + row.getString("CHARACTER_MAXIMUM_LENGTH") + ")");
        }
        return types.parse(row.getString("DTD_IDENTIFIER"));
    }

    private static @Nullable Identity identity(ResultSet row, SqlType type) throws SQLException {
        String generation = CatalogQuery.text(row, "IDENTITY_GENERATION");
        return generation == null ? null : new Identity(generation.equals("ALWAYS"), counting(row, type));
    }

    /** The options of a sequence or an identity column, without defaults. */
    private static SequenceOptions counting(ResultSet row, SqlType type) throws SQLException {
        SequenceOptions options = SequenceOptions.of(row.getLong("IDENTITY_START"), row.getLong("IDENTITY_INCREMENT"))
                .between(row.getLong("IDENTITY_MINIMUM"), row.getLong("IDENTITY_MAXIMUM"))
                .cycle(row.getString("IDENTITY_CYCLE").equals("YES"));
        return HsqldbSequences.reported(options, type);
    }

    /** A condition that a column is not null is how the catalog reports NOT NULL. */
    private void addChecks() throws SQLException {
        read(
                "CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CHECK_CLAUSE FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS",
                "CONSTRAINT_SCHEMA",
                "CONSTRAINT_NAME",
                row -> conditions.put(
                        names.of(row, "CONSTRAINT_SCHEMA", "CONSTRAINT_NAME"),
                        HsqldbText.unqualified(row.getString("CHECK_CLAUSE"))));
        read(
                "CONSTRAINT_SCHEMA, CONSTRAINT_NAME, TABLE_SCHEMA, TABLE_NAME FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS",
                "CONSTRAINT_TYPE = 'CHECK' AND TABLE_SCHEMA",
                "CONSTRAINT_NAME",
                row -> {
                    QualifiedName check = names.of(row, "CONSTRAINT_SCHEMA", "CONSTRAINT_NAME");
                    String condition = conditions.getOrDefault(check, "");
                    if (!HsqldbText.isNotNull(condition)) {
                        add(
                                names.of(row, "TABLE_SCHEMA", "TABLE_NAME"),
                                List.of(CheckConstraint.of(check.name(), condition)));
                    }
                });
    }

    List<Sequence> sequences() throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        read(
                "SEQUENCE_SCHEMA, SEQUENCE_NAME, DATA_TYPE, NUMERIC_PRECISION, START_WITH AS IDENTITY_START,"
                        + " INCREMENT AS IDENTITY_INCREMENT, MINIMUM_VALUE AS IDENTITY_MINIMUM,"
                        + " MAXIMUM_VALUE AS IDENTITY_MAXIMUM, CYCLE_OPTION AS IDENTITY_CYCLE FROM INFORMATION_SCHEMA.SEQUENCES",
                "SEQUENCE_SCHEMA",
                "SEQUENCE_NAME",
                row -> sequences.add(sequence(row)));
        return sequences;
    }

    private Sequence sequence(ResultSet row) throws SQLException {
        SqlType type = types.parse(row.getString("DATA_TYPE"));
        if (type instanceof StandardType number && number.kind() == TypeKind.DECIMAL) {
            type = StandardType.of(TypeKind.DECIMAL, row.getInt("NUMERIC_PRECISION"));
        }
        return Sequence.of(names.of(row, "SEQUENCE_SCHEMA", "SEQUENCE_NAME"), 1, 1)
                .typed(types.canonical(type))
                .options(counting(row, type));
    }
}
