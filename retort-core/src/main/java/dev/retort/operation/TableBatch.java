package dev.retort.operation;

import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes a table in several ways, at once where the database rebuilds it.
 *
 * @param table the table
 * @param operations the changes of the table, in order
 * @param recreate whether the table is made anew
 * @param moves the columns that move once all else is done, in order
 * @param options the options that the table gets or loses, in order
 * @param existing the table before, for a script that is written without a database; null if it is not known
 */
public record TableBatch(
        QualifiedName table,
        List<Operation> operations,
        Recreate recreate,
        List<ColumnMove> moves,
        List<OptionChange> options,
        @Nullable Table existing)
        implements CompositeOperation {

    /** Whether a database that can make a table anew does so. Other databases alter it in place. */
    public enum Recreate {
        /** If a change needs it. */
        AUTO,
        /** In any case. */
        ALWAYS,
        /** In no case: what needs it is refused. */
        NEVER
    }

    /**
     * A column that moves next to another one.
     *
     * @param column the column that moves
     * @param before whether it goes before the other one; else after it
     * @param other the column that stays
     */
    public record ColumnMove(String column, boolean before, String other) {}

    /**
     * An option that the table gets, or loses.
     *
     * @param option its name, in lower case
     * @param value its value; empty for an option without value
     * @param added whether the table gets it; else it has it and loses it
     */
    public record OptionChange(String option, String value, boolean added) {

        public OptionChange {
            option = option.toLowerCase(Locale.ROOT);
        }

        private OptionChange reversed() {
            return new OptionChange(option, value, !added);
        }
    }

    /** With the options that the table has. */
    public TableBatch(
            QualifiedName table,
            List<Operation> operations,
            Recreate recreate,
            List<ColumnMove> moves,
            @Nullable Table existing) {
        this(table, operations, recreate, moves, List.of(), existing);
    }

    /**
     * @throws IllegalArgumentException when an operation is none of this table, or is not one that a batch can have
     */
    public TableBatch {
        operations = List.copyOf(operations);
        moves = List.copyOf(moves);
        options = List.copyOf(options);
        if (existing != null && !existing.name().equals(table)) {
            throw new IllegalArgumentException(
                    "A batch of " + table + " states another table, " + existing.name() + ".");
        }
        for (Operation operation : operations) {
            if (!isOfTable(operation) || !operation.subject().equals(Optional.of(table))) {
                throw new IllegalArgumentException("A batch of " + table + " cannot " + operation.describe() + ".");
            }
        }
    }

    /** The same with the columns where they are, and the options as they are. */
    public TableBatch withoutTheRest() {
        return new TableBatch(table, operations, recreate, List.of(), existing);
    }

    /** The same where the table before is known. */
    public TableBatch stating(Table known) {
        return new TableBatch(table, operations, recreate, moves, options, known);
    }

    /** Whether it moves columns or changes options, once all operations are done. */
    public boolean hasRest() {
        return !moves.isEmpty() || !options.isEmpty();
    }

    /** The columns that move and the options, once all operations are done. */
    public TableBatch rest() {
        return new TableBatch(table, List.of(), recreate, moves, options, null);
    }

    private static boolean isOfTable(Operation operation) {
        return operation instanceof AddColumn
                || operation instanceof DropColumn
                || operation instanceof AlterColumn
                || operation instanceof RenameColumn
                || operation instanceof AddConstraint
                || operation instanceof DropConstraint
                || operation instanceof CreateIndex
                || operation instanceof DropIndex
                || operation instanceof CommentOnTable;
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.tableBatch(this);
    }

    /** The table after the batch; empty if it is not stated, or if a column is renamed, whose name may be in expressions. */
    public Optional<Table> after() {
        return existing == null
                ? Optional.empty()
                : ChangedTable.after(existing, operations, moves).map(after -> after.options(changed(after.options())));
    }

    private Options changed(Options before) {
        Options after = before;
        for (OptionChange change : options) {
            after = change.added() ? after.with(change.option(), change.value()) : after.without(change.option());
        }
        return after;
    }

    /** If all it does is to move columns. */
    @Override
    public boolean isRepeatable() {
        return operations.isEmpty() && options.isEmpty();
    }

    /** It states the table as this one leaves it. Where a column was before it moved is known only of one that is new. */
    @Override
    public Optional<Operation> reverse() {
        return moves.stream().allMatch(this::isNew)
                ? CompositeOperation.reversed(operations)
                        .map(back -> new TableBatch(
                                table, back, reversed(recreate), List.of(), reversedOptions(), after().orElse(null)))
                : Optional.empty();
    }

    private List<OptionChange> reversedOptions() {
        List<OptionChange> reversed = new ArrayList<>();
        options.forEach(change -> reversed.add(0, change.reversed()));
        return reversed;
    }

    private boolean isNew(ColumnMove move) {
        return operations.stream()
                        .anyMatch(operation -> operation instanceof AddColumn add
                                && add.column().name().equals(move.column()))
                && operations.stream()
                        .noneMatch(operation -> operation instanceof RenameColumn rename
                                && rename.to().equals(move.column()));
    }

    /** What can be done in place need not be undone so. */
    private static Recreate reversed(Recreate recreate) {
        return recreate == Recreate.NEVER ? Recreate.AUTO : recreate;
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(table);
    }

    @Override
    public String describe() {
        int changes = operations.size() + moves.size() + options.size();
        return "change " + table + " in a batch of " + changes + (changes == 1 ? " change" : " changes");
    }
}
