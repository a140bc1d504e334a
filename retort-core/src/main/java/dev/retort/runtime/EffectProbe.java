package dev.retort.runtime;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.InspectionScope;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CommentOnTable;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Irreversible;
import dev.retort.operation.Operation;
import dev.retort.operation.OperationVisitor;
import dev.retort.operation.OutsideTransaction;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.operation.RunJava;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Asks the catalog whether the effect of an operation is there. */
final class EffectProbe implements OperationVisitor<EffectProbe.Effect> {

    /** What the catalog says of an effect. */
    enum Effect {
        PRESENT,
        ABSENT,
        /** The catalog cannot tell. */
        UNKNOWN;

        static Effect of(boolean present) {
            return present ? PRESENT : ABSENT;
        }
    }

    private final Dialect dialect;
    private final SchemaSnapshot schema;

    private EffectProbe(Dialect dialect, SchemaSnapshot schema) {
        this.dialect = dialect;
        this.schema = schema;
    }

    /** Whether an operation has taken effect. */
    static Effect probe(Connection connection, Dialect dialect, Operation operation) throws SQLException {
        List<String> schemas =
                operation.subject().map(QualifiedName::schema).map(List::of).orElse(List.of());
        SchemaSnapshot schema = dialect.inspector().inspect(connection, new InspectionScope(schemas, null));
        return operation.accept(new EffectProbe(dialect, schema));
    }

    @Override
    public Effect createTable(CreateTable operation) {
        return Effect.of(schema.table(operation.table().name()).isPresent());
    }

    @Override
    public Effect dropTable(DropTable operation) {
        return Effect.of(schema.table(operation.name()).isEmpty());
    }

    @Override
    public Effect renameTable(RenameTable operation) {
        boolean old = schema.table(operation.from()).isPresent();
        boolean renamed = schema.table(operation.from().sibling(operation.to())).isPresent();
        return old == renamed ? Effect.UNKNOWN : Effect.of(renamed);
    }

    @Override
    public Effect commentOnTable(CommentOnTable operation) {
        return schema.table(operation.table())
                .map(table -> Effect.of(Objects.equals(table.comment(), operation.comment())))
                .orElse(Effect.UNKNOWN);
    }

    @Override
    public Effect addColumn(AddColumn operation) {
        return Effect.of(column(operation.table(), operation.column().name()).isPresent());
    }

    @Override
    public Effect dropColumn(DropColumn operation) {
        return Effect.of(column(operation.table(), operation.name()).isEmpty());
    }

    @Override
    public Effect alterColumn(AlterColumn operation) {
        Optional<Column> found = column(operation.table(), operation.column());
        if (found.isEmpty()) {
            return Effect.UNKNOWN;
        }
        Column actual = found.get();
        Column wanted = operation.appliedTo(actual);
        ComparisonRules rules = dialect.comparison();
        return Effect.of(operation.changes().stream().allMatch(change -> {
            if (change instanceof ColumnChange.Type) {
                return rules.sameType(wanted, actual);
            }
            if (change instanceof ColumnChange.Default) {
                return rules.sameDefault(wanted, actual);
            }
            return wanted.equals(actual.typed(wanted.type()).withDefault(wanted.defaultValue()));
        }));
    }

    @Override
    public Effect renameColumn(RenameColumn operation) {
        boolean old = column(operation.table(), operation.from()).isPresent();
        boolean renamed = column(operation.table(), operation.to()).isPresent();
        return old == renamed ? Effect.UNKNOWN : Effect.of(renamed);
    }

    @Override
    public Effect addConstraint(AddConstraint operation) {
        return constraint(operation.table(), operation.constraint());
    }

    @Override
    public Effect dropConstraint(DropConstraint operation) {
        String name = operation.name();
        if (name == null) {
            return schema.table(operation.table())
                    .map(table -> Effect.of(table.primaryKey() == null))
                    .orElse(Effect.UNKNOWN);
        }
        return schema.table(operation.table())
                .map(table -> Effect.of(named(table, name).isEmpty()))
                .orElse(Effect.UNKNOWN);
    }

    private Effect constraint(QualifiedName tableName, Constraint constraint) {
        Optional<Table> table = schema.table(tableName);
        if (table.isEmpty()) {
            return Effect.UNKNOWN;
        }
        if (constraint instanceof PrimaryKey) {
            return Effect.of(table.get().primaryKey() != null);
        }
        String name = constraint.name();
        return name == null
                ? Effect.UNKNOWN
                : Effect.of(named(table.get(), name).isPresent());
    }

    private static Optional<Constraint> named(Table table, String name) {
        return table.constraints().stream()
                .filter(constraint -> name.equals(constraint.name()))
                .findFirst();
    }

    @Override
    public Effect createIndex(CreateIndex operation) {
        return index(operation.table(), operation.index().name(), true);
    }

    @Override
    public Effect dropIndex(DropIndex operation) {
        return index(operation.table(), operation.name(), false);
    }

    private Effect index(QualifiedName tableName, String name, boolean wanted) {
        return schema.table(tableName)
                .map(table -> Effect.of(wanted
                        == table.indexes().stream()
                                .anyMatch(index -> index.name().equals(name))))
                .orElse(Effect.UNKNOWN);
    }

    @Override
    public Effect createSequence(CreateSequence operation) {
        return Effect.of(sequenceExists(operation.sequence().name()));
    }

    @Override
    public Effect dropSequence(DropSequence operation) {
        return Effect.of(!sequenceExists(operation.name()));
    }

    private boolean sequenceExists(QualifiedName name) {
        return schema.sequences().stream().anyMatch(sequence -> sequence.name().equals(name));
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
    public Effect runJava(RunJava operation) {
        return Effect.UNKNOWN;
    }

    @Override
    public Effect outsideTransaction(OutsideTransaction operation) {
        return Effect.UNKNOWN;
    }

    @Override
    public Effect irreversible(Irreversible operation) {
        return Effect.UNKNOWN;
    }

    private Optional<Column> column(QualifiedName table, String name) {
        return schema.table(table).flatMap(found -> found.column(name));
    }
}
