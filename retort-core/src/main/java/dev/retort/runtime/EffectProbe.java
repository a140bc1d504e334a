package dev.retort.runtime;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.Dialect;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AddEnumValue;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterDomain;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.AttachPartition;
import dev.retort.operation.BulkInsert;
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
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.Constraint;
import dev.retort.schema.ObjectReference;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds out from the catalog whether an operation took effect. */
final class EffectProbe implements OperationVisitor<Effect> {

    private final Catalog catalog;
    private final Dialect dialect;
    private final Connection connection;

    private EffectProbe(Connection connection, Dialect dialect) {
        this.catalog = new Catalog(connection, dialect);
        this.dialect = dialect;
        this.connection = connection;
    }

    /** Whether an operation that is a single statement took effect. The connection is not in auto-commit mode. */
    static Effect probe(Connection connection, Dialect dialect, Operation operation) {
        return operation.accept(new EffectProbe(connection, dialect));
    }

    // tables

    @Override
    public Effect createTable(CreateTable operation) {
        return found(operation.table().name())
                .map(table -> table.created(operation.table()))
                .orElse(Effect.ABSENT);
    }

    @Override
    public Effect dropTable(DropTable operation) {
        boolean reported = catalog.table(operation.name()).isPresent();
        return Effect.of(reported, !reported && !catalog.answersTo(operation.name()));
    }

    @Override
    public Effect renameTable(RenameTable operation) {
        return Effect.of(
                catalog.table(operation.from()).isPresent(),
                catalog.table(operation.from().sibling(operation.to())).isPresent());
    }

    @Override
    public Effect commentOnTable(CommentOnTable operation) {
        return in(operation.table(), table -> table.commented(operation.comment()));
    }

    // columns

    @Override
    public Effect addColumn(AddColumn operation) {
        return in(operation.table(), table -> table.added(operation.column()));
    }

    @Override
    public Effect dropColumn(DropColumn operation) {
        return in(
                operation.table(),
                table -> Effect.of(table.column(operation.name()).isEmpty()));
    }

    @Override
    public Effect alterColumn(AlterColumn operation) {
        return in(operation.table(), table -> table.altered(operation));
    }

    @Override
    public Effect renameColumn(RenameColumn operation) {
        return in(
                operation.table(),
                table -> Effect.of(
                        table.column(operation.from()).isPresent(),
                        table.column(operation.to()).isPresent()));
    }

    // constraints and indexes

    @Override
    public Effect addConstraint(AddConstraint operation) {
        Constraint constraint = operation.constraint();
        return constraint.name() == null && !(constraint instanceof PrimaryKey)
                ? Effect.UNKNOWN
                : in(operation.table(), table -> table.made(constraint));
    }

    @Override
    public Effect dropConstraint(DropConstraint operation) {
        return operation.isUnnamed() ? Effect.UNKNOWN : in(operation.table(), table -> table.dropped(operation));
    }

    @Override
    public Effect createIndex(CreateIndex operation) {
        return in(
                operation.table(),
                table -> operation.concurrently() && table.hasInvalid(operation.index())
                        ? Effect.ABSENT
                        : table.made(operation.index()));
    }

    @Override
    public Effect dropIndex(DropIndex operation) {
        return in(operation.table(), table -> table.dropped(operation));
    }

    // sequences

    @Override
    public Effect createSequence(CreateSequence operation) {
        Sequence desired = normalize(operation.sequence());
        List<Sequence> namesakes = namesakes(desired.name());
        return Effect.of(namesakes.isEmpty(), namesakes.contains(desired));
    }

    @Override
    public Effect alterSequence(AlterSequence operation) {
        QualifiedName name = normalize(Sequence.of(operation.name(), 1, 1)).name();
        return namesakes(name).stream()
                .filter(sequence -> sequence.name().equals(name))
                .map(sequence ->
                        Effect.of(normalize(operation.appliedTo(sequence)).equals(sequence)))
                .findFirst()
                .orElse(Effect.UNKNOWN);
    }

    @Override
    public Effect dropSequence(DropSequence operation) {
        QualifiedName name = normalize(Sequence.of(operation.name(), 1, 1)).name();
        List<Sequence> namesakes = namesakes(name);
        return Effect.of(
                namesakes.stream().anyMatch(sequence -> sequence.name().equals(name)),
                namesakes.isEmpty() && !catalog.answersTo(operation.name()));
    }

    private Sequence normalize(Sequence sequence) {
        SchemaSnapshot alone = SchemaSnapshot.of(sequence);
        return dialect.comparison().normalize(alone).objects(Sequence.class).get(0);
    }

    private List<Sequence> namesakes(QualifiedName name) {
        ComparisonRules rules = dialect.comparison();
        return catalog.sequencesBeside(name).stream()
                .filter(sequence -> rules.nameKey(sequence.name().name()).equals(rules.nameKey(name.name())))
                .toList();
    }

    // objects beside tables

    /** An older object of that name cannot be told from the one that the statement creates, but a schema is its name. */
    @Override
    public Effect createObject(CreateObject operation) {
        boolean there = catalog.has(operation.object().reference());
        return there && operation.object().kind() != SchemaObject.Kind.SCHEMA ? Effect.UNKNOWN : Effect.of(there);
    }

    @Override
    public Effect dropObject(DropObject operation) {
        return Effect.of(catalog.has(operation.object()), !catalog.finds(operation.object()));
    }

    @Override
    public Effect renameObject(RenameObject operation) {
        ObjectReference from = operation.object();
        return Effect.of(catalog.has(from), catalog.has(from.named(from.name().sibling(operation.to()))));
    }

    @Override
    public Effect renameConstraint(RenameConstraint operation) {
        return in(operation.table(), table -> table.renamed(operation.from(), operation.to()));
    }

    @Override
    public Effect renameIndex(RenameIndex operation) {
        return in(operation.table(), table -> table.renamed(operation.from(), operation.to()));
    }

    @Override
    public Effect attachPartition(AttachPartition operation) {
        return Effect.UNKNOWN;
    }

    @Override
    public Effect detachPartition(DetachPartition operation) {
        return Effect.UNKNOWN;
    }

    @Override
    public Effect addEnumValue(AddEnumValue operation) {
        return Effect.UNKNOWN;
    }

    @Override
    public Effect removeEnumValue(RemoveEnumValue operation) {
        return Effect.UNKNOWN;
    }

    @Override
    public Effect renameEnumValue(RenameEnumValue operation) {
        return Effect.UNKNOWN;
    }

    @Override
    public Effect alterDomain(AlterDomain operation) {
        return Effect.UNKNOWN;
    }

    // operations without a trace in the catalog

    @Override
    public Effect replaceObject(ReplaceObject operation) {
        return Effect.UNKNOWN;
    }

    @Override
    public Effect refreshView(RefreshView operation) {
        return Effect.UNKNOWN;
    }

    @Override
    public Effect remark(Remark operation) {
        return Effect.UNKNOWN;
    }

    @Override
    public Effect grant(Grant operation) {
        return Effect.UNKNOWN;
    }

    @Override
    public Effect revoke(Revoke operation) {
        return Effect.UNKNOWN;
    }

    @Override
    public Effect validateConstraint(ValidateConstraint operation) {
        return Effect.UNKNOWN;
    }

    @Override
    public Effect conditionalOperations(ConditionalOperations operation) {
        return Effect.UNKNOWN;
    }

    @Override
    public Effect executeSql(ExecuteSql operation) {
        return Effect.UNKNOWN;
    }

    @Override
    public Effect bulkInsert(BulkInsert operation) {
        return Effect.UNKNOWN;
    }

    @Override
    public Effect insertRows(InsertRows operation) {
        return Effect.UNKNOWN;
    }

    @Override
    public Effect runJava(RunJava operation) {
        return Effect.UNKNOWN;
    }

    @Override
    public Effect outsideTransaction(OutsideTransaction operation) {
        return Effect.UNKNOWN;
    }

    /** That of its changes, if they agree; those of one statement do. */
    @Override
    public Effect tableBatch(TableBatch operation) {
        List<Effect> effects = operation.operations().stream()
                .map(change -> change.accept(this))
                .distinct()
                .toList();
        return effects.size() == 1 ? effects.get(0) : Effect.UNKNOWN;
    }

    @Override
    public Effect irreversible(Irreversible operation) {
        return Effect.UNKNOWN;
    }

    @Override
    public Effect custom(CustomOperation operation) {
        return Effect.UNKNOWN;
    }

    /** The answer of a table; that nobody knows if the table does not exist. */
    private Effect in(QualifiedName name, Function<FoundTable, Effect> question) {
        return found(name).map(question).orElse(Effect.UNKNOWN);
    }

    private Optional<FoundTable> found(QualifiedName name) {
        return catalog.table(name).map(table -> new FoundTable(dialect, connection, table));
    }
}
