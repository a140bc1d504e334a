package dev.retort.migration;

import dev.retort.operation.DropConstraint;
import dev.retort.operation.Operation;
import dev.retort.operation.TableBatch;
import dev.retort.operation.TableBatch.ColumnMove;
import dev.retort.operation.TableBatch.OptionChange;
import dev.retort.operation.TableBatch.Recreate;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Index;
import dev.retort.schema.NamingConvention;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Several changes of a table, in order. Each method returns the alteration itself, and means what it means in {@link Operations}. */
public final class TableAlteration {

    private final String table;
    private final Operations operations;
    private final List<ColumnMove> moves = new ArrayList<>();
    private final List<OptionChange> options = new ArrayList<>();
    private Recreate recreate = Recreate.AUTO;
    private @Nullable Table existing;
    private @Nullable NamingConvention naming;

    TableAlteration(String table, Operations operations) {
        this.table = table;
        this.operations = operations;
    }

    /** Has the table made anew by a database that can do that, also if no change needs it. Others alter the table in place. */
    public TableAlteration recreateAlways() {
        recreate = Recreate.ALWAYS;
        return this;
    }

    /** Refuses, before the first step, what only a database that makes the table anew could do. */
    public TableAlteration recreateNever() {
        recreate = Recreate.NEVER;
        return this;
    }

    /**
     * The definition of the table before the changes, from which offline SQL makes the table anew, or restates columns. Everything that the
     * table has must be stated; a run asks the database instead.
     */
    public TableAlteration from(Table before) {
        existing = before;
        return this;
    }

    /**
     * By which names {@link #dropConstraint} finds the constraints that have none: templates for the keys {@code uq}, {@code ck}, {@code fk}
     * and {@code pk}, instead of those of the project. New constraints are not named by it.
     *
     * @throws IllegalArgumentException naming what is unknown or malformed in it
     */
    public TableAlteration namingConvention(Map<String, String> templates) {
        naming = NamingConvention.of(templates);
        return this;
    }

    /** Moves a column, which may be new, directly before another one. Not every database can do that. */
    public TableAlteration moveColumnBefore(String column, String other) {
        moves.add(new ColumnMove(column, true, other));
        return this;
    }

    /** Moves a column, which may be new, directly after another one. Not every database can do that. */
    public TableAlteration moveColumnAfter(String column, String other) {
        moves.add(new ColumnMove(column, false, other));
        return this;
    }

    /**
     * Gives the table an option that it does not have yet, by the name that the database gives it: {@code strict}. Only a database that makes
     * the table anew can do that.
     *
     * @param value its value; empty for an option without value
     */
    public TableAlteration option(String option, String value) {
        options.add(new OptionChange(option, value, true));
        return this;
    }

    /** Takes an option without value from the table, which must have it. Only a database that makes the table anew can do that. */
    public TableAlteration withoutOption(String option) {
        options.add(new OptionChange(option, "", false));
        return this;
    }

    public TableAlteration addColumn(Column column) {
        return with(inner -> inner.addColumn(table, column));
    }

    /** Drops a column. Without the definition of the column the batch cannot be reversed. */
    public TableAlteration dropColumn(String name) {
        return with(inner -> inner.dropColumn(table, name));
    }

    public TableAlteration dropColumn(Column was) {
        return with(inner -> inner.dropColumn(table, was));
    }

    public TableAlteration alterColumn(String column, Consumer<ColumnAlteration> change) {
        return with(inner -> inner.alterColumn(table, column, change));
    }

    public TableAlteration renameColumn(String from, String to) {
        return with(inner -> inner.renameColumn(table, from, to));
    }

    public TableAlteration addConstraint(Constraint constraint) {
        return with(inner -> inner.addConstraint(table, constraint));
    }

    /** Drops a constraint by name. Without the definition of the constraint the batch cannot be reversed. */
    public TableAlteration dropConstraint(String name) {
        return with(inner -> inner.dropConstraint(table, name));
    }

    public TableAlteration dropConstraint(Constraint was) {
        return with(inner -> inner.dropConstraint(table, was));
    }

    public TableAlteration createIndex(@Nullable String name, String... columns) {
        return with(inner -> inner.createIndex(name, table, columns));
    }

    public TableAlteration createIndex(Index index) {
        return with(inner -> inner.createIndex(table, index));
    }

    /** Drops an index. Without its definition the batch cannot be reversed. */
    public TableAlteration dropIndex(String name) {
        return with(inner -> inner.dropIndex(name, table));
    }

    public TableAlteration dropIndex(Index was) {
        return with(inner -> inner.dropIndex(table, was));
    }

    /** Sets the comment of the table; null removes it. */
    public TableAlteration comment(@Nullable String text) {
        return with(inner -> inner.commentOnTable(table, text));
    }

    /** Sets the comment of the table together with the previous one; null is no comment. */
    public TableAlteration comment(@Nullable String text, @Nullable String was) {
        return with(inner -> inner.commentOnTable(table, text, was));
    }

    private TableAlteration with(Consumer<Operations> change) {
        change.accept(operations);
        return this;
    }

    TableBatch batch() {
        List<Operation> changes =
                operations.recorded().stream().map(this::found).toList();
        return new TableBatch(QualifiedName.parse(table), changes, recreate, moves, options, existing);
    }

    private Operation found(Operation operation) {
        return operation instanceof DropConstraint drop && naming != null ? drop.naming(naming) : operation;
    }
}
