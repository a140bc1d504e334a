package dev.retort.operation;

import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.List;

/**
 * Creates changed copies of operations: each table, column, constraint and index that they create or that was there before they drop or alter
 * it passes through the method for its kind, which returns it unchanged unless it is overridden. The table that a batch states stays.
 */
public abstract class StatedElements {

    protected StatedElements() {}

    /** An operation with other elements. */
    public final Operation of(Operation operation) {
        if (operation instanceof CreateTable create) {
            return new CreateTable(table(create.table()));
        }
        if (operation instanceof DropTable drop && drop.was() != null) {
            return new DropTable(drop.name(), table(drop.was()));
        }
        if (operation instanceof AddColumn add) {
            return new AddColumn(add.table(), column(add.column()));
        }
        if (operation instanceof DropColumn drop && drop.was() != null) {
            return new DropColumn(drop.table(), drop.name(), column(drop.was()));
        }
        if (operation instanceof AlterColumn alter && alter.existing() != null) {
            return new AlterColumn(alter.table(), alter.column(), alter.changes(), column(alter.existing()));
        }
        if (operation instanceof AddConstraint add) {
            return new AddConstraint(add.table(), constraint(add.table(), add.constraint()));
        }
        if (operation instanceof DropConstraint drop && drop.was() != null) {
            Constraint was = constraint(drop.table(), drop.was());
            return new DropConstraint(drop.table(), was.name(), was, drop.naming());
        }
        if (operation instanceof CreateIndex create) {
            return new CreateIndex(create.table(), index(create.table(), create.index()), create.concurrently());
        }
        if (operation instanceof DropIndex drop && drop.was() != null) {
            Index was = index(drop.table(), drop.was());
            return new DropIndex(drop.table(), was.name(), was, drop.concurrently());
        }
        if (operation instanceof OutsideTransaction outside) {
            return new OutsideTransaction(of(outside.operations()));
        }
        if (operation instanceof ConditionalOperations conditional) {
            return new ConditionalOperations(conditional.condition(), of(conditional.operations()));
        }
        return operation instanceof TableBatch batch
                ? new TableBatch(
                        batch.table(),
                        of(batch.operations()),
                        batch.recreate(),
                        batch.moves(),
                        batch.options(),
                        batch.existing())
                : operation;
    }

    private List<Operation> of(List<Operation> operations) {
        return operations.stream().map(this::of).toList();
    }

    /** A table with other columns, constraints and indexes. */
    protected Table table(Table table) {
        return table.columns(table.columns().stream().map(this::column).toList())
                .constraints(table.constraints().stream()
                        .map(constraint -> constraint(table.name(), constraint))
                        .toList())
                .indexes(table.indexes().stream()
                        .map(index -> index(table.name(), index))
                        .toList());
    }

    protected Column column(Column column) {
        return column;
    }

    protected Constraint constraint(QualifiedName table, Constraint constraint) {
        return constraint;
    }

    protected Index index(QualifiedName table, Index index) {
        return index;
    }
}
