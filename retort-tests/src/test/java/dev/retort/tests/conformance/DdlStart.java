package dev.retort.tests.conformance;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.CommentOnTable;
import dev.retort.operation.ConditionalOperations;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Existence;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.NativeType;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.TypeKind;
import dev.retort.schema.UniqueConstraint;
import dev.retort.tests.server.DatabaseUnderTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The tables that a recorded operation needs, as its arguments name them.
 *
 * @param tables the tables, in the order in which they can be made
 */
record DdlStart(List<Table> tables) {

    /** A column that no operation is about, unless it needs one that it does not name. */
    private static final String KEPT = "kept";

    private static final String REFERRED = "referred";
    private static final Set<String> OF_TEXT = Set.of("b", "x", "email", "name");
    private static final Pattern LITERAL = Pattern.compile("'[^']*'");
    private static final Pattern COLUMN_IN_SQL = Pattern.compile("\\b[a-z]\\w*\\b(?! *\\()");
    private static final SqlType INTEGER = StandardType.of(TypeKind.INTEGER);
    private static final SqlType TEXT = StandardType.of(TypeKind.VARCHAR, 20);

    /** What an operation needs; for one that looks first whether something is there, once with it and once without. */
    static List<DdlStart> of(RecordedDdl recorded, DdlOperations own) {
        DdlStart needed = needed(recorded, own);
        if (recorded.says("if_exists")) {
            return List.of(needed, recorded.operation().equals("drop_table") ? new DdlStart(List.of()) : bare(needed));
        }
        if (recorded.says("if_not_exists")) {
            return List.of(needed, existing(recorded, own, needed));
        }
        return List.of(needed);
    }

    private static DdlStart bare(DdlStart needed) {
        return new DdlStart(
                needed.tables.stream().map(table -> table.indexes(List.of())).toList());
    }

    private static DdlStart existing(RecordedDdl recorded, DdlOperations own, DdlStart needed) {
        if (recorded.operation().equals("create_table")) {
            return of(own.table(recorded.args()), List.of());
        }
        return new DdlStart(needed.tables.stream()
                .map(table -> table.indexes(
                        List.of(Index.of(recorded.args().get("name").asString(), KEPT))))
                .toList());
    }

    private static DdlStart needed(RecordedDdl recorded, DdlOperations own) {
        JsonNode args = recorded.args();
        return switch (recorded.operation()) {
            case "create_table" -> new DdlStart(referred(own, args.get("elements")));
            case "create_foreign_key" -> ofForeignKey(own, args);
            case "drop_constraint" -> ofConstraint(own, args);
            case "bulk_insert", "execute" -> ofRows(own, args);
            default -> {
                Table table = of(own.table(args), columns(recorded, own)).tables.get(0);
                if (recorded.operation().equals("drop_index")) {
                    table = table.indexes(List.of(Index.of(args.get("name").asString(), KEPT)));
                }
                yield new DdlStart(List.of(table.comment(
                        recorded.operation().equals("drop_table_comment")
                                ? DdlElements.text(args, "existing_comment")
                                : null)));
            }
        };
    }

    private static DdlStart of(QualifiedName name, List<? extends TableElement> elements) {
        List<TableElement> all = new ArrayList<>();
        all.add(Column.of(KEPT, INTEGER));
        all.addAll(elements);
        return new DdlStart(List.of(Table.of(name, all)));
    }

    private static List<Column> columns(RecordedDdl recorded, DdlOperations own) {
        JsonNode args = recorded.args();
        return switch (recorded.operation()) {
            case "drop_column" -> List.of(plain(args.get("column").asString()));
            case "alter_column" -> List.of(altered(own, args));
            case "create_primary_key" ->
                DdlElements.columns(args).stream()
                        .map(name -> plain(name).notNull())
                        .toList();
            case "create_unique" ->
                DdlElements.columns(args).stream().map(DdlStart::plain).toList();
            case "create_check" -> columnsIn(args.get("expression").asString());
            case "create_index" -> indexed(own, args);
            default -> List.of();
        };
    }

    /** The column that an operation alters. */
    static Column altered(DdlOperations own, JsonNode args) {
        boolean nullable = args.has("existing_nullable")
                ? args.get("existing_nullable").asBoolean()
                : !args.has("nullable") || !args.get("nullable").asBoolean();
        return Column.of(args.get("column").asString(), own.elements().types().of(args.get("existing_type")))
                .nullable(nullable)
                .withDefault(DdlElements.defaultValue(args, "existing_default"))
                .comment(DdlElements.text(args, "existing_comment"));
    }

    private static List<Column> indexed(DdlOperations own, JsonNode args) {
        Index index = own.elements().index(args);
        Map<String, Column> columns = new LinkedHashMap<>();
        for (Index.Part part : index.parts()) {
            for (Column column : part.expression() ? columnsIn(part.text()) : List.of(plain(part.text()))) {
                columns.put(column.name(), column);
            }
        }
        index.included().forEach(name -> columns.put(name, plain(name)));
        if ("gin".equals(index.method()) && own.elements().types().kind() == DatabaseUnderTest.POSTGRESQL) {
            columns.replaceAll((name, column) -> column.typed(new NativeType("tsvector")));
        }
        return List.copyOf(columns.values());
    }

    private static List<Column> columnsIn(String sql) {
        return COLUMN_IN_SQL
                .matcher(LITERAL.matcher(sql).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .distinct()
                .map(DdlStart::plain)
                .toList();
    }

    private static Column plain(String name) {
        return Column.of(name, OF_TEXT.contains(name) ? TEXT : INTEGER);
    }

    /** The tables that foreign keys of a table to make refer to. */
    private static List<Table> referred(DdlOperations own, JsonNode elements) {
        List<Table> tables = new ArrayList<>();
        for (ForeignKey key :
                own.elements().table(QualifiedName.of("any"), elements).foreignKeys()) {
            tables.add(referred(key));
        }
        return tables;
    }

    private static Table referred(ForeignKey key) {
        List<TableElement> elements = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            elements.add(plain(key.columns().get(i))
                    .named(key.referredColumns().get(i))
                    .notNull());
        }
        elements.add(PrimaryKey.of(null, key.referredColumns()));
        return Table.of(key.referredTable(), elements);
    }

    private static DdlStart ofForeignKey(DdlOperations own, JsonNode args) {
        ForeignKey key = own.elements().foreignKey(args);
        QualifiedName name = own.table(args);
        List<Column> columns = key.columns().stream().map(DdlStart::plain).toList();
        Table referring = of(name, columns).tables.get(0);
        Table referred = referred(key);
        if (!name.equals(key.referredTable())) {
            return new DdlStart(List.of(referred, referring));
        }
        List<TableElement> both = new ArrayList<>(referring.elements());
        referred.columns().stream()
                .filter(column -> referring.column(column.name()).isEmpty())
                .forEach(both::add);
        both.add(UniqueConstraint.of(REFERRED, key.referredColumns()));
        return new DdlStart(List.of(Table.of(name, both)));
    }

    private static DdlStart ofConstraint(DdlOperations own, JsonNode args) {
        List<TableElement> elements = new ArrayList<>();
        QualifiedName name = own.table(args);
        Constraint constraint = constraintToDrop(name, args);
        elements.add(constraint instanceof PrimaryKey ? Column.of(KEPT, INTEGER).notNull() : Column.of(KEPT, INTEGER));
        elements.add(Column.of("other", INTEGER));
        elements.add(constraint);
        Table table = Table.of(name, elements);
        return constraint instanceof ForeignKey key
                ? new DdlStart(List.of(referred(key), table))
                : new DdlStart(List.of(table));
    }

    /** The constraint of a table that an operation drops. */
    static Constraint constraintToDrop(QualifiedName table, JsonNode args) {
        String name = args.get("name").asString();
        return switch (args.get("type").asString()) {
            case "primary" -> PrimaryKey.of(name, List.of(KEPT));
            case "unique" -> UniqueConstraint.of(name, List.of(KEPT));
            case "check" -> CheckConstraint.of(name, KEPT + " > 0");
            case "foreignkey" -> ForeignKey.of(name, List.of(KEPT), table.sibling(REFERRED), List.of("id"));
            default -> throw new IllegalArgumentException("An unknown constraint: " + args);
        };
    }

    private static DdlStart ofRows(DdlOperations own, JsonNode args) {
        if (args.has("sql")) {
            return new DdlStart(List.of(
                    Table.of(QualifiedName.of("users"), List.of(Column.of("id", INTEGER), Column.of("name", TEXT)))));
        }
        List<Column> columns = new ArrayList<>();
        args.get("columns").forEach(column -> columns.add(own.elements().column(column)));
        return new DdlStart(List.of(Table.of(own.table(args), columns)));
    }

    /** The tables after operations, as they would have to be made at once; empty for operations that this class does not follow. */
    Optional<List<Table>> after(List<Operation> operations) {
        List<Table> all = new ArrayList<>(tables);
        for (Operation operation : operations) {
            if (operation instanceof ConditionalOperations conditional
                    && conditional.condition() == Existence.PRESENT) {
                return after(conditional.operations());
            }
            Optional<Table> changed = all.isEmpty() ? Optional.empty() : changed(all.remove(all.size() - 1), operation);
            if (changed.isEmpty()) {
                return Optional.empty();
            }
            all.add(changed.get());
        }
        return Optional.of(all);
    }

    private static Optional<Table> changed(Table table, Operation operation) {
        Table changed = null;
        if (operation instanceof AddColumn add) {
            List<Column> columns = new ArrayList<>(table.columns());
            columns.add(add.column());
            changed = table.columns(columns);
        } else if (operation instanceof AlterColumn alter) {
            changed = withColumn(table, alter.column(), alter::appliedTo);
        } else if (operation instanceof RenameColumn rename) {
            changed = withColumn(table, rename.from(), column -> column.named(rename.to()));
        } else if (operation instanceof AddConstraint add) {
            List<Constraint> constraints = new ArrayList<>(table.constraints());
            constraints.add(add.constraint());
            changed = table.constraints(constraints);
        } else if (operation instanceof DropConstraint drop) {
            changed = table.constraints(table.constraints().stream()
                    .filter(constraint -> !constraint.equals(drop.was()))
                    .toList());
        } else if (operation instanceof CreateIndex create) {
            changed = table.indexes(List.of(create.index()));
        } else if (operation instanceof DropIndex) {
            changed = table.indexes(List.of());
        } else if (operation instanceof CommentOnTable say) {
            changed = table.comment(say.comment());
        }
        return Optional.ofNullable(changed);
    }

    private static Table withColumn(Table table, String name, UnaryOperator<Column> change) {
        return table.columns(table.columns().stream()
                .map(column -> column.name().equals(name) ? change.apply(column) : column)
                .toList());
    }
}
