package dev.retort.jpa;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.SqlTypes;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import dev.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

/** Reads one table of Hibernate's metadata. */
final class TableReader {

    private final Metadata metadata;
    private final PhysicalNames names;
    private final NamedTypes namedTypes;
    private final SqlTypes types;
    private final SqlSyntax syntax;
    private final boolean storesGenerated;

    TableReader(Metadata metadata, PhysicalNames names, NamedTypes namedTypes, Dialect dialect) {
        this.metadata = metadata;
        this.names = names;
        this.namedTypes = namedTypes;
        this.types = dialect.types();
        this.syntax = dialect.syntax();
        this.storesGenerated = dialect.comparison().storesGeneratedColumns();
    }

    QualifiedName name(org.hibernate.mapping.Table table) {
        return names.qualified(table.getCatalogIdentifier(), table.getSchemaIdentifier(), table.getNameIdentifier());
    }

    Table table(org.hibernate.mapping.Table table) {
        return Table.of(
                        name(table),
                        table.getColumns().stream().map(this::column).toList())
                .primaryKey(primaryKey(table))
                .foreignKeys(foreignKeys(table))
                .uniqueConstraints(uniqueConstraints(table))
                .checks(checks(table))
                .indexes(table.getIndexes().values().stream().map(this::index).toList())
                .comment(emptyAsNull(table.getComment()));
    }

    private Column column(org.hibernate.mapping.Column column) {
        @Nullable String expression = emptyAsNull(column.getGeneratedAs());
        if (expression != null) {
            return computed(column, expression);
        }
        ColumnDefinition definition = definition(column);
        String defaultValue = emptyAsNull(column.getDefaultValue());
        String comment = emptyAsNull(column.getComment());
        return Column.of(names.column(column), namedTypes.asDesired(types.parse(definition.type())))
                .nullable(column.isNullable() && !definition.notNull())
                .withDefault(ColumnDefaults.of(defaultValue == null ? definition.defaultValue() : defaultValue))
                .onUpdateSql(definition.onUpdate())
                .generated(definition.generated())
                .characterSet(definition.characterSet())
                .collate(definition.collation())
                .asIdentity(column.isIdentity() ? Identity.BY_DEFAULT : null)
                .comment(comment == null ? definition.comment() : comment);
    }

    /** The type that Hibernate chooses, or that of the mapping, which may be a whole definition. */
    private ColumnDefinition definition(org.hibernate.mapping.Column column) {
        return new ColumnDefinitionReader(
                        names.column(column),
                        column.getSqlType(metadata),
                        syntax,
                        storesGenerated,
                        names,
                        this::primaryKeyColumn)
                .read();
    }

    private Optional<String> primaryKeyColumn(QualifiedName table) {
        return metadata.collectTableMappings().stream()
                .filter(candidate ->
                        candidate.hasPrimaryKey() && name(candidate).equals(table))
                .map(referred -> columnNames(referred.getPrimaryKey().getColumns()))
                .filter(columns -> columns.size() == 1)
                .map(columns -> columns.get(0))
                .findFirst();
    }

    /** A generated column. MariaDB allows no NOT NULL in its definition. */
    private Column computed(org.hibernate.mapping.Column column, String expression) {
        String clause = metadata.getDatabase()
                .getDialect()
                .generatedAs(expression)
                .toLowerCase(Locale.ROOT)
                .strip();
        boolean stored = clause.endsWith("stored") || (storesGenerated && !clause.endsWith("virtual"));
        return Column.of(names.column(column), types.parse(column.getSqlType(metadata)))
                .generated(new Generated(expression, stored))
                .comment(emptyAsNull(column.getComment()));
    }

    /** Without a name: the database does not get the one in the metadata. */
    private @Nullable PrimaryKey primaryKey(org.hibernate.mapping.Table table) {
        return table.hasPrimaryKey()
                ? PrimaryKey.of(null, columnNames(table.getPrimaryKey().getColumns()))
                : null;
    }

    private List<ForeignKey> foreignKeys(org.hibernate.mapping.Table table) {
        Stream<ForeignKey> ofDefinitions =
                table.getColumns().stream().flatMap(column -> definition(column).foreignKeys().stream());
        Stream<ForeignKey> ofTable = table.getForeignKeys().values().stream()
                .filter(key -> key.isPhysicalConstraint() && key.isCreationEnabled())
                .map(this::foreignKey);
        return Stream.concat(ofDefinitions, ofTable)
                .sorted(Comparator.comparing(key -> String.valueOf(key.name())))
                .toList();
    }

    private ForeignKey foreignKey(org.hibernate.mapping.ForeignKey key) {
        org.hibernate.mapping.Table referred = key.getReferencedTable();
        // A foreign key to the whole primary key lists no columns of it.
        List<org.hibernate.mapping.Column> referredColumns =
                key.getReferencedColumns().isEmpty()
                        ? referred.getPrimaryKey().getColumns()
                        : key.getReferencedColumns();
        return ForeignKey.of(
                        constraintName(key.getName()),
                        columnNames(key.getColumns()),
                        name(referred),
                        columnNames(referredColumns))
                .onDelete(action(key.getOnDeleteAction()));
    }

    private static ReferentialAction action(@Nullable OnDeleteAction action) {
        return action == null ? ReferentialAction.NO_ACTION : ReferentialAction.valueOf(action.name());
    }

    /** The unique constraints; one that only repeats the primary key or another one is omitted. */
    private List<UniqueConstraint> uniqueConstraints(org.hibernate.mapping.Table table) {
        Set<List<String>> seen = new HashSet<>();
        if (table.hasPrimaryKey()) {
            seen.add(columnNames(table.getPrimaryKey().getColumns()));
        }
        List<UniqueConstraint> constraints = new ArrayList<>();
        for (UniqueKey key : table.getUniqueKeys().values()) {
            List<String> columns = columnNames(key.getColumns());
            if (seen.add(columns)) {
                constraints.add(UniqueConstraint.of(givenName(key), columns));
            }
        }
        for (org.hibernate.mapping.Column column : table.getColumns()) {
            List<String> columns = List.of(names.column(column));
            for (UniqueConstraint constraint : definition(column).uniqueConstraints()) {
                if (seen.add(columns)) {
                    constraints.add(constraint);
                }
            }
            if (column.isUnique() && seen.add(columns)) {
                constraints.add(UniqueConstraint.of(null, columns));
            }
        }
        return constraints;
    }

    /** The name that the mapping gives; names that Hibernate generates do not count, because its versions generate different ones. */
    private @Nullable String givenName(UniqueKey key) {
        return key.isNameExplicit() ? constraintName(key.getName()) : null;
    }

    private List<CheckConstraint> checks(org.hibernate.mapping.Table table) {
        Stream<CheckConstraint> ofDefinitions =
                table.getColumns().stream().flatMap(column -> definition(column).checks().stream());
        Stream<org.hibernate.mapping.CheckConstraint> ofColumns =
                table.getColumns().stream().flatMap(column -> column.getCheckConstraints().stream());
        Stream<CheckConstraint> ofMappings = Stream.concat(ofColumns, table.getChecks().stream())
                .map(check -> CheckConstraint.of(constraintName(check.getName()), check.getConstraint()));
        return Stream.concat(ofDefinitions, ofMappings).distinct().toList();
    }

    private Index index(org.hibernate.mapping.Index index) {
        Map<Selectable, String> orders = index.getSelectableOrderMap();
        List<Index.Part> parts = index.getSelectables().stream()
                .map(part -> part(part, orders.get(part)))
                .toList();
        String name = index.getQuotedName(metadata.getDatabase().getDialect());
        return Index.of(names.text(name), parts).unique(index.isUnique());
    }

    private Index.Part part(Selectable part, @Nullable String order) {
        boolean descending = order != null && order.toLowerCase(Locale.ROOT).startsWith("desc");
        return part instanceof org.hibernate.mapping.Column column
                ? Index.Part.column(names.column(column)).descending(descending)
                : Index.Part.expression(part.getText()).descending(descending);
    }

    private @Nullable String constraintName(@Nullable String name) {
        return name == null || name.isEmpty() ? null : names.text(name);
    }

    private List<String> columnNames(List<org.hibernate.mapping.Column> columns) {
        return columns.stream().map(names::column).toList();
    }

    private static @Nullable String emptyAsNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
