package dev.retort.migration;

import dev.retort.error.Advice;
import dev.retort.error.ScriptException;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.ConditionalOperations;
import dev.retort.operation.ConstraintWords;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.operation.OutsideTransaction;
import dev.retort.operation.TableBatch;
import dev.retort.schema.Constraint;
import dev.retort.schema.Index;
import dev.retort.schema.NameLimit;
import dev.retort.schema.NamingConvention;
import dev.retort.schema.NamingConvention.Kind;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * Gives the constraints and indexes of operations their final names.
 *
 * @param convention the naming convention
 * @param limit the limit of the database's names
 */
public record Naming(NamingConvention convention, NameLimit limit) {

    /** No naming convention and no limit. */
    public static final Naming NONE = new Naming(NamingConvention.NONE, NameLimit.NONE);

    /**
     * The operation with the final names. What is dropped by its name alone has its final name.
     *
     * @throws ScriptException without a position, when a constraint has no name and its template cannot make one
     */
    public Operation named(Operation operation) {
        if (convention.isEmpty()) {
            return operation;
        }
        if (operation instanceof CreateTable create) {
            return new CreateTable(named(create.table()));
        }
        if (operation instanceof DropTable drop) {
            return new DropTable(drop.name(), drop.was() == null ? null : named(drop.was()));
        }
        if (operation instanceof AddConstraint add) {
            return new AddConstraint(add.table(), named(add.table(), add.constraint()));
        }
        if (operation instanceof DropConstraint drop && drop.was() != null) {
            Constraint was = named(drop.table(), drop.was());
            return new DropConstraint(drop.table(), was.name(), was, drop.naming());
        }
        if (operation instanceof CreateIndex create) {
            return new CreateIndex(create.table(), named(create.table(), create.index()), create.concurrently());
        }
        if (operation instanceof DropIndex drop && drop.was() != null) {
            Index was = named(drop.table(), drop.was());
            return new DropIndex(drop.table(), was.name(), was, drop.concurrently());
        }
        if (operation instanceof OutsideTransaction outside) {
            return new OutsideTransaction(named(outside.operations()));
        }
        if (operation instanceof ConditionalOperations conditional) {
            return new ConditionalOperations(conditional.condition(), named(conditional.operations()));
        }
        return operation instanceof TableBatch batch
                ? new TableBatch(
                        batch.table(),
                        named(batch.operations()),
                        batch.recreate(),
                        batch.moves(),
                        batch.options(),
                        batch.existing())
                : operation;
    }

    private List<Operation> named(List<Operation> operations) {
        return operations.stream().map(this::named).toList();
    }

    private Table named(Table table) {
        return table.constraints(table.constraints().stream()
                        .map(constraint -> named(table.name(), constraint))
                        .toList())
                .indexes(table.indexes().stream()
                        .map(index -> named(table.name(), index))
                        .toList());
    }

    private Index named(QualifiedName table, Index index) {
        return index.named(convention.name(table, index, limit));
    }

    Constraint named(QualifiedName table, Constraint constraint) {
        Optional<String> name = convention.name(table, constraint, limit);
        Kind kind = Kind.of(constraint);
        if (name.isEmpty() && convention.has(kind)) {
            throw refused(table, ConstraintWords.inFull(constraint), kind);
        }
        return constraint.named(name.orElse(null));
    }

    /**
     * A name for an index without one.
     *
     * @throws ScriptException without a position, when the template cannot make it
     */
    String indexName(QualifiedName table, String... columns) {
        List<Index.Part> parts = Index.of("", columns).parts();
        return convention
                .indexName(table, parts, limit)
                .orElseThrow(() -> refused(table, "index (" + String.join(", ", columns) + ")", Kind.IX));
    }

    private ScriptException refused(QualifiedName table, String what, Kind kind) {
        return new ScriptException(
                "'" + what + "' of " + table + " has no name, and the template '"
                        + convention.template(kind).orElse("") + "' of the naming convention needs one.",
                null,
                Advice.of("Nothing was run. Give it a name."),
                null);
    }

    /** Whether recording an operation gives it other names, or is refused for lack of one. */
    public boolean changes(Operation operation) {
        try {
            return !named(operation).equals(operation);
        } catch (ScriptException lacksName) {
            return true;
        }
    }
}
