package dev.retort.tests.conformance;

import static java.util.Map.entry;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CommentOnTable;
import dev.retort.operation.ConditionalOperations;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateObject;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropTable;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Existence;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.NamedEnum;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.tests.server.DatabaseUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A recorded operation as operations of ours.
 *
 * @param elements translates columns and constraints
 * @param schemas the name that a recorded schema has in the database
 * @param known whether the operations say what a column was before, as far as Alembic is told of it
 */
record DdlOperations(DdlElements elements, UnaryOperator<String> schemas, boolean known) {

    private static final Map<String, BiFunction<DdlOperations, JsonNode, List<Operation>>> TRANSLATIONS = Map.ofEntries(
            entry("create_table", DdlOperations::createTable),
            entry("drop_table", (own, args) -> List.of(new DropTable(own.table(args), null))),
            entry("rename_table", (own, args) -> List.of(new RenameTable(own.table(args), to(args, "to")))),
            entry("add_column", (own, args) -> List.of(new AddColumn(own.table(args), own.added(args)))),
            entry("drop_column", (own, args) -> List.of(new DropColumn(own.table(args), column(args), null))),
            entry("alter_column", DdlOperations::alterColumn),
            entry("create_primary_key", (own, args) -> List.of(new AddConstraint(own.table(args), primaryKey(args)))),
            entry(
                    "create_unique",
                    (own, args) -> List.of(new AddConstraint(own.table(args), own.elements.unique(args)))),
            entry("create_check", (own, args) -> List.of(new AddConstraint(own.table(args), own.elements.check(args)))),
            entry(
                    "create_foreign_key",
                    (own, args) -> List.of(new AddConstraint(own.table(args), own.elements.foreignKey(args)))),
            entry(
                    "drop_constraint",
                    (own, args) -> List.of(new DropConstraint(
                            own.table(args), to(args, "name"), DdlStart.constraintToDrop(own.table(args), args)))),
            entry(
                    "create_index",
                    (own, args) -> List.of(
                            new CreateIndex(own.table(args), own.elements.index(args), own.isConcurrent(args)))),
            entry(
                    "drop_index",
                    (own, args) ->
                            List.of(new DropIndex(own.table(args), to(args, "name"), null, own.isConcurrent(args)))),
            entry("create_table_comment", (own, args) -> List.of(own.comment(args, to(args, "comment")))),
            entry("drop_table_comment", (own, args) -> List.of(own.comment(args, null))),
            entry("bulk_insert", DdlOperations::bulkInsert),
            entry("execute", (own, args) -> List.of(new ExecuteSql(to(args, "sql"), List.of()))));

    List<Operation> of(RecordedDdl recorded) {
        JsonNode args = recorded.args();
        List<Operation> plain = Objects.requireNonNull(TRANSLATIONS.get(recorded.operation()), recorded.operation())
                .apply(this, args);
        if (recorded.says("if_exists")) {
            return List.of(new ConditionalOperations(Existence.PRESENT, plain));
        }
        return recorded.says("if_not_exists") ? List.of(new ConditionalOperations(Existence.MISSING, plain)) : plain;
    }

    QualifiedName table(JsonNode args) {
        String schema = DdlElements.text(args, "schema");
        return new QualifiedName(schema == null ? null : schemas.apply(schema), to(args, "table"));
    }

    /** To Alembic, this and {@code using} are options of PostgreSQL that other databases ignore. */
    private boolean isConcurrent(JsonNode args) {
        return isOfPostgresql(args, "concurrently");
    }

    private boolean isOfPostgresql(JsonNode args, String option) {
        return args.has(option) && elements.types().kind() == DatabaseUnderTest.POSTGRESQL;
    }

    private static String to(JsonNode args, String field) {
        return args.get(field).asString();
    }

    private static String column(JsonNode args) {
        return to(args, "column");
    }

    private static PrimaryKey primaryKey(JsonNode args) {
        return PrimaryKey.of(to(args, "name"), DdlElements.columns(args));
    }

    private Column added(JsonNode args) {
        return elements.column(args.get("column"));
    }

    private List<Operation> createTable(JsonNode args) {
        Table table = elements.table(table(args), args.get("elements")).comment(DdlElements.text(args, "comment"));
        List<Operation> operations = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column.type() instanceof EnumType type && type.name() != null) {
                operations.add(new CreateObject(new NamedEnum(type.name(), type.values())));
            }
        }
        operations.add(new CreateTable(table));
        return operations;
    }

    private List<Operation> alterColumn(JsonNode args) {
        List<ColumnChange> changes = new ArrayList<>();
        if (args.has("type")) {
            String using = isOfPostgresql(args, "using") ? to(args, "using") : null;
            changes.add(new ColumnChange.Type(elements.types().of(args.get("type")), using));
        }
        if (args.has("nullable")) {
            changes.add(new ColumnChange.Nullability(args.get("nullable").asBoolean()));
        }
        if (args.has("default")) {
            changes.add(new ColumnChange.Default(DdlElements.defaultValue(args, "default")));
        }
        if (args.has("comment")) {
            changes.add(new ColumnChange.Comment(DdlElements.text(args, "comment")));
        }
        List<Operation> operations = new ArrayList<>();
        if (!changes.isEmpty()) {
            operations.add(new AlterColumn(table(args), column(args), changes, known ? existing(args) : null));
        }
        if (args.has("new_name")) {
            operations.add(new RenameColumn(table(args), column(args), to(args, "new_name")));
        }
        return operations;
    }

    /** The column before, as Alembic is told of it. */
    private Column existing(JsonNode args) {
        DdlTypes types = new DdlTypes(elements.types().kind(), true);
        return DdlStart.altered(new DdlOperations(new DdlElements(types), schemas, known), args);
    }

    private CommentOnTable comment(JsonNode args, @Nullable String comment) {
        return new CommentOnTable(table(args), comment, true, DdlElements.text(args, "existing_comment"));
    }

    private List<Operation> bulkInsert(JsonNode args) {
        List<String> columns = new ArrayList<>();
        args.get("columns").forEach(column -> columns.add(to(column, "name")));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (JsonNode recorded : args.get("rows")) {
            List<@Nullable Object> row = new ArrayList<>();
            columns.forEach(column -> row.add(value(recorded.get(column))));
            rows.add(row);
        }
        return List.of(new BulkInsert(table(args), columns, rows));
    }

    private static Object value(JsonNode value) {
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        return value.isNumber() ? (Object) value.asInt() : value.asString();
    }
}
