package dev.retort.render;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AddEnumValue;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterDomain;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.AttachPartition;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CommentOnTable;
import dev.retort.operation.ConditionalOperations;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateObject;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CustomOperation;
import dev.retort.operation.DetachPartition;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropObject;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Existence;
import dev.retort.operation.Grant;
import dev.retort.operation.InsertRows;
import dev.retort.operation.Irreversible;
import dev.retort.operation.Operation;
import dev.retort.operation.OperationVisitor;
import dev.retort.operation.OutsideTransaction;
import dev.retort.operation.RefreshView;
import dev.retort.operation.Remark;
import dev.retort.operation.RemoveEnumValue;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameConstraint;
import dev.retort.operation.RenameEnumValue;
import dev.retort.operation.RenameIndex;
import dev.retort.operation.RenameObject;
import dev.retort.operation.RenameTable;
import dev.retort.operation.ReplaceObject;
import dev.retort.operation.Revoke;
import dev.retort.operation.RunJava;
import dev.retort.operation.TableBatch;
import dev.retort.operation.TableBatch.ColumnMove;
import dev.retort.operation.TableBatch.OptionChange;
import dev.retort.operation.TableBatch.Recreate;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Operations as Java statements that record them, one statement an operation. */
final class JavaStatements implements OperationVisitor<String> {

    private static final String STEP = "    ";

    private final Imports imports;
    private final ValueExpressions values;
    private final ElementExpressions elements;
    private final String receiver;
    private final String indent;
    private final boolean reversible;
    private final boolean ofTable;
    private final ObjectStatements objects;

    /**
     * Statements on a recorder.
     *
     * @param receiver the recorder's variable
     * @param indent the white space before each statement
     * @param reversible whether somebody may reverse them; else columns, indexes, tables and sequences are dropped by name alone
     */
    JavaStatements(Imports imports, String receiver, String indent, boolean reversible) {
        this(imports, receiver, indent, reversible, false);
    }

    private JavaStatements(Imports imports, String receiver, String indent, boolean reversible, boolean ofTable) {
        this.ofTable = ofTable;
        this.imports = imports;
        this.values = new ValueExpressions(imports);
        this.elements = new ElementExpressions(imports, values);
        this.receiver = receiver;
        this.indent = indent;
        this.reversible = reversible;
        this.objects = new ObjectStatements(this, imports, values, elements);
    }

    /** The statement with its indentation. */
    String statement(Operation operation) {
        return indent + operation.accept(this);
    }

    /** The statement for names that the naming convention would change. */
    String exactly(Operation operation) {
        return indent + block("exactNames", "exact", List.of(operation));
    }

    @Override
    public String createTable(CreateTable operation) {
        Table table = operation.table();
        return isItsElements(table)
                ? layout(Expression.call(receiver + ".createTable", elements.nameAndElements(table))
                        .spreadOut())
                : call("createTable", elements.table(table));
    }

    /** Whether nothing is said of the table as a whole. */
    private static boolean isItsElements(Table table) {
        return !table.elements().isEmpty() && table.equals(Table.of(table.name(), table.elements()));
    }

    @Override
    public String dropTable(DropTable operation) {
        Table was = ifReversible(operation.was());
        if (was == null) {
            return call("dropTable", name(operation.name()));
        }
        return isItsElements(was)
                ? layout(Expression.call(receiver + ".dropTable", elements.nameAndElements(was))
                        .spreadOut())
                : call("dropTable", elements.table(was));
    }

    @Override
    public String renameTable(RenameTable operation) {
        return call("renameTable", name(operation.from()), values.text(operation.to()));
    }

    @Override
    public String commentOnTable(CommentOnTable operation) {
        String method = ofTable ? "comment" : "commentOnTable";
        Expression comment = values.text(operation.comment());
        return operation.wasKnown()
                ? callOf(method, operation.table(), comment, values.text(operation.was()))
                : callOf(method, operation.table(), comment);
    }

    @Override
    public String addColumn(AddColumn operation) {
        return callOf("addColumn", operation.table(), elements.column(operation.column()));
    }

    @Override
    public String dropColumn(DropColumn operation) {
        Column was = ifReversible(operation.was());
        return callOf(
                "dropColumn", operation.table(), was == null ? values.text(operation.name()) : elements.column(was));
    }

    @Override
    public String alterColumn(AlterColumn operation) {
        Expression lambda = Expression.text("c -> c");
        Column existing = operation.existing();
        if (existing != null) {
            lambda = lambda.then("from", existing(existing));
        }
        for (ColumnChange change : operation.changes()) {
            lambda = change(lambda, change);
        }
        return callOf("alterColumn", operation.table(), values.text(operation.column()), lambda);
    }

    private Expression existing(Column column) {
        return column.equals(Column.of(column.name(), column.type()))
                ? elements.type(column.type())
                : elements.column(column);
    }

    private Expression change(Expression lambda, ColumnChange change) {
        if (change instanceof ColumnChange.Type type) {
            Expression typed = lambda.then("type", elements.type(type.to()));
            return type.using() == null ? typed : typed.then("using", values.text(type.using()));
        }
        if (change instanceof ColumnChange.Collation collation) {
            return elements.withCollation(lambda, collation.characterSet(), collation.to());
        }
        if (change instanceof ColumnChange.OnUpdate update) {
            return update.to() == null
                    ? lambda.then("noOnUpdate")
                    : lambda.then("onUpdateSql", values.text(update.to()));
        }
        if (change instanceof ColumnChange.Nullability nullability) {
            return lambda.then(nullability.nullable() ? "nullable" : "notNull");
        }
        if (change instanceof ColumnChange.Default to) {
            DefaultValue value = to.to();
            return value == null ? lambda.then("noDefault") : elements.withDefault(lambda, value);
        }
        if (change instanceof ColumnChange.Identity identity) {
            return lambda.then(
                    "identity", identity.to() == null ? values.text(null) : elements.identity(identity.to()));
        }
        String comment = ((ColumnChange.Comment) change).to();
        return comment == null ? lambda.then("noComment") : lambda.then("comment", values.text(comment));
    }

    @Override
    public String renameColumn(RenameColumn operation) {
        return callOf("renameColumn", operation.table(), values.text(operation.from()), values.text(operation.to()));
    }

    @Override
    public String addConstraint(AddConstraint operation) {
        return callOf("addConstraint", operation.table(), elements.constraint(operation.constraint()));
    }

    @Override
    public String dropConstraint(DropConstraint operation) {
        return callOf(
                "dropConstraint",
                operation.table(),
                operation.was() == null ? values.text(operation.name()) : elements.constraint(operation.was()));
    }

    @Override
    public String renameConstraint(RenameConstraint operation) {
        return callOf(
                "renameConstraint", operation.table(), values.text(operation.from()), values.text(operation.to()));
    }

    @Override
    public String validateConstraint(ValidateConstraint operation) {
        return callOf("validateConstraint", operation.table(), values.text(operation.name()));
    }

    @Override
    public String renameIndex(RenameIndex operation) {
        return callOf("renameIndex", operation.table(), values.text(operation.from()), values.text(operation.to()));
    }

    @Override
    public String createIndex(CreateIndex operation) {
        Index index = operation.index();
        if (operation.concurrently()) {
            return callOf(
                    "createIndex", operation.table(), elements.index(index).then("concurrently"));
        }
        if (!ElementExpressions.isPlain(index)) {
            return callOf("createIndex", operation.table(), elements.index(index));
        }
        Stream<Expression> columns = index.parts().stream().map(part -> values.text(part.text()));
        Stream<Expression> table = ofTable ? Stream.of() : Stream.of(name(operation.table()));
        return call(
                "createIndex",
                Stream.of(Stream.of(values.text(index.name())), table, columns)
                        .flatMap(arguments -> arguments)
                        .toArray(Expression[]::new));
    }

    @Override
    public String dropIndex(DropIndex operation) {
        Index was = ifReversible(operation.was());
        if (operation.concurrently()) {
            return was == null
                    ? call("dropIndexConcurrently", values.text(operation.name()), name(operation.table()))
                    : callOf("dropIndex", operation.table(), elements.index(was).then("concurrently"));
        }
        return was == null
                ? dropIndex(values.text(operation.name()), operation.table())
                : callOf("dropIndex", operation.table(), elements.index(was));
    }

    private String dropIndex(Expression name, QualifiedName table) {
        return ofTable ? call("dropIndex", name) : call("dropIndex", name, name(table));
    }

    @Override
    public String createSequence(CreateSequence operation) {
        return objects.createSequence(operation);
    }

    @Override
    public String alterSequence(AlterSequence operation) {
        return objects.alterSequence(operation);
    }

    @Override
    public String dropSequence(DropSequence operation) {
        return objects.dropSequence(operation, ifReversible(operation.was()));
    }

    // objects beside tables

    @Override
    public String createObject(CreateObject operation) {
        return objects.create(operation);
    }

    @Override
    public String replaceObject(ReplaceObject operation) {
        return objects.replace(operation);
    }

    @Override
    public String dropObject(DropObject operation) {
        return objects.drop(operation, ifReversible(operation.was()));
    }

    @Override
    public String renameObject(RenameObject operation) {
        return objects.rename(operation);
    }

    @Override
    public String refreshView(RefreshView operation) {
        return objects.refreshView(operation);
    }

    @Override
    public String addEnumValue(AddEnumValue operation) {
        return objects.addEnumValue(operation);
    }

    @Override
    public String removeEnumValue(RemoveEnumValue operation) {
        return objects.removeEnumValue(operation);
    }

    @Override
    public String renameEnumValue(RenameEnumValue operation) {
        return objects.renameEnumValue(operation);
    }

    @Override
    public String alterDomain(AlterDomain operation) {
        return objects.alterDomain(operation);
    }

    @Override
    public String remark(Remark operation) {
        return call("remark", values.text(operation.text()));
    }

    @Override
    public String grant(Grant operation) {
        return objects.privileges("grant", operation.privileges(), operation.grantees());
    }

    @Override
    public String revoke(Revoke operation) {
        return objects.privileges("revoke", operation.privileges(), operation.grantees());
    }

    @Override
    public String attachPartition(AttachPartition operation) {
        return objects.attachPartition(operation);
    }

    @Override
    public String detachPartition(DetachPartition operation) {
        return objects.detachPartition(operation);
    }

    @Override
    public String executeSql(ExecuteSql operation) {
        List<Expression> arguments = new ArrayList<>();
        arguments.add(sql(operation.sql()));
        List<@Nullable Object> given = operation.arguments();
        if (given.size() == 1 && given.get(0) == null) {
            arguments.add(Expression.text("(Object) null"));
        } else {
            given.forEach(value -> arguments.add(values.value(value)));
        }
        return call("execute", arguments.toArray(Expression[]::new));
    }

    Expression sql(String sql) {
        return JavaText.suitsTextBlock(sql)
                ? Expression.text(JavaText.textBlock(sql, indent + STEP + STEP))
                : values.text(sql);
    }

    @Override
    public String bulkInsert(BulkInsert operation) {
        Expression columns = values.listOf(values.texts(operation.columns()));
        Stream<Expression> each = operation.rows().stream().map(values::listWithNulls);
        Expression rows = values.listOf(each.toList()).spreadOut();
        return call("bulkInsert", name(operation.table()), columns, rows);
    }

    @Override
    public String insertRows(InsertRows operation) {
        Expression file = Expression.text(operation.file().source());
        return call("bulkInsert", name(operation.table()), file);
    }

    @Override
    public String runJava(RunJava operation) {
        throw new IllegalArgumentException("A data step is Java already; there is no source to write for it.");
    }

    @Override
    public String outsideTransaction(OutsideTransaction operation) {
        return inBlock("outsideTransaction", "outside", operation.operations());
    }

    @Override
    public String conditionalOperations(ConditionalOperations operation) {
        return operation.condition() == Existence.MISSING
                ? inBlock("ifMissing", "missing", operation.operations())
                : inBlock("ifPresent", "present", operation.operations());
    }

    private String inBlock(String method, String variable, List<Operation> operations) {
        return block(method, receiver.equals("op") ? variable : receiver + "Again", operations);
    }

    private String block(String method, String inner, List<Operation> operations) {
        JavaStatements block = new JavaStatements(imports, inner, indent + STEP, reversible);
        StringBuilder text = new StringBuilder(receiver)
                .append('.')
                .append(method)
                .append('(')
                .append(inner)
                .append(" -> {\n");
        operations.forEach(one -> text.append(block.statement(one)).append('\n'));
        return text.append(indent).append("});").toString();
    }

    @Override
    public String tableBatch(TableBatch operation) {
        JavaStatements changes = new JavaStatements(imports, "table", indent + STEP, reversible, true);
        StringBuilder text = new StringBuilder(receiver)
                .append(".batch(")
                .append(name(operation.table()).layout(indent, 1))
                .append(", table -> {\n");
        if (operation.recreate() != Recreate.AUTO) {
            String method = operation.recreate() == Recreate.ALWAYS ? "recreateAlways" : "recreateNever";
            text.append(changes.indent).append(changes.call(method)).append('\n');
        }
        if (operation.existing() != null) {
            String from = changes.call("from", elements.table(operation.existing()));
            text.append(changes.indent).append(from).append('\n');
        }
        operation
                .operations()
                .forEach(one -> text.append(changes.statement(one)).append('\n'));
        for (ColumnMove move : operation.moves()) {
            String method = move.before() ? "moveColumnBefore" : "moveColumnAfter";
            String moved = changes.call(method, values.text(move.column()), values.text(move.other()));
            text.append(changes.indent).append(moved).append('\n');
        }
        for (OptionChange change : operation.options()) {
            Expression option = values.text(change.option());
            String changed = change.added()
                    ? changes.call("option", option, values.text(change.value()))
                    : changes.call("withoutOption", option);
            text.append(changes.indent).append(changed).append('\n');
        }
        return text.append(indent).append("});").toString();
    }

    @Override
    public String irreversible(Irreversible operation) {
        return call("irreversible", values.text(operation.why()));
    }

    @Override
    public String custom(CustomOperation operation) {
        return call("invoke", Expression.text(operation.source()));
    }

    private <T> @Nullable T ifReversible(@Nullable T was) {
        return reversible ? was : null;
    }

    Expression name(QualifiedName name) {
        return values.text(name.toString());
    }

    /** A call for a table, whose name goes first unless the receiver is of that table. */
    private String callOf(String method, QualifiedName table, Expression... arguments) {
        Stream<Expression> name = ofTable ? Stream.of() : Stream.of(name(table));
        return call(method, Stream.concat(name, Stream.of(arguments)).toArray(Expression[]::new));
    }

    String call(String method, Expression... arguments) {
        return layout(Expression.call(receiver + "." + method, arguments));
    }

    private String layout(Expression expression) {
        return expression.layout(indent, 1) + ";";
    }
}
