package dev.retort.migration;

import dev.retort.error.FileReason;
import dev.retort.error.IrreversibleOperationException;
import dev.retort.error.ScriptException;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.CommentOnTable;
import dev.retort.operation.ConditionalOperations;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CustomOperation;
import dev.retort.operation.DataStep;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Existence;
import dev.retort.operation.Irreversible;
import dev.retort.operation.Operation;
import dev.retort.operation.OutsideTransaction;
import dev.retort.operation.Remark;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameConstraint;
import dev.retort.operation.RenameIndex;
import dev.retort.operation.RenameTable;
import dev.retort.operation.RowFile;
import dev.retort.operation.RunJava;
import dev.retort.operation.SqlExpression;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Records the operations of a revision. Table names may have a schema: {@code sales.orders}. Not thread-safe. */
public final class Operations extends ObjectOperations {

    private final RecordingContext context;
    private final RecordingListener listener;
    private boolean inBlock;
    private final List<Operation> recorded = new ArrayList<>();

    public Operations(RecordingContext context) {
        this(context, (operation, here) -> {});
    }

    /** A recorder that reports each operation to a listener. */
    public Operations(RecordingContext context, RecordingListener listener) {
        this.context = context;
        this.listener = listener;
    }

    /** The dialect that is recorded for, such as {@code postgresql}. */
    public String dialect() {
        return context.dialect().value();
    }

    /** Whether offline SQL is written, a script for a client of the database. */
    public boolean offline() {
        return context.offline();
    }

    /** The name given with {@code --env}; empty for none. */
    public String environment() {
        return context.environment();
    }

    /** The arguments given with {@code -x key=value}. */
    public Map<String, String> arguments() {
        return context.arguments();
    }

    /** The recorded operations, in order. */
    public List<Operation> recorded() {
        return List.copyOf(recorded);
    }

    /** Records an operation, whose constraints and indexes get the names of the naming convention. */
    @Override
    public Operations apply(Operation operation) {
        return recordAsItIs(context.naming().named(operation));
    }

    /** Records an operation whose names are final. */
    private Operations recordAsItIs(Operation operation) {
        return record(operation, new Throwable("recorded here"));
    }

    private Operations record(Operation operation, Throwable here) {
        if (inBlock) {
            throw outside(operation.describe());
        }
        Operation resolved = new OptionsByDatabase(context.dialect(), context.dialects()).resolved(operation);
        recorded.add(resolved);
        listener.recorded(resolved, here);
        return this;
    }

    // tables

    public Operations createTable(String name, TableElement... elements) {
        return createTable(Table.of(QualifiedName.parse(name), Arrays.asList(elements)));
    }

    public Operations createTable(Table table) {
        return apply(new CreateTable(table));
    }

    /** Drops a table. Without its elements the operation cannot be reversed. */
    public Operations dropTable(String name, TableElement... was) {
        QualifiedName table = QualifiedName.parse(name);
        return apply(new DropTable(table, was.length == 0 ? null : Table.of(table, Arrays.asList(was))));
    }

    /** Drops a table with its definition, which makes the operation reversible. */
    public Operations dropTable(Table was) {
        return apply(new DropTable(was.name(), was));
    }

    public Operations renameTable(String from, String to) {
        return apply(new RenameTable(QualifiedName.parse(from), to));
    }

    /** Sets the comment of a table; null removes it. */
    public Operations commentOnTable(String table, @Nullable String comment) {
        return apply(new CommentOnTable(QualifiedName.parse(table), comment, false, null));
    }

    /** Sets the comment of a table together with the previous one, which makes the operation reversible; null is no comment. */
    public Operations commentOnTable(String table, @Nullable String comment, @Nullable String was) {
        return apply(new CommentOnTable(QualifiedName.parse(table), comment, true, was));
    }

    /**
     * Changes a table in several ways, at once where the database makes the table anew: {@code op.batch("users", users ->
     * users.addColumn(…).dropConstraint("uq"))}.
     */
    public Operations batch(String table, Consumer<TableAlteration> changes) {
        TableAlteration alteration = new TableAlteration(table, new Operations(context));
        within(() -> changes.accept(alteration));
        return recordAsItIs(alteration.batch());
    }

    // columns

    public Operations addColumn(String table, Column column) {
        return apply(new AddColumn(QualifiedName.parse(table), column));
    }

    /** Drops a column. Without the definition of the column the operation cannot be reversed. */
    public Operations dropColumn(String table, String name) {
        return apply(new DropColumn(QualifiedName.parse(table), name, null));
    }

    /** Drops a column with its definition, which makes the operation reversible. */
    public Operations dropColumn(String table, Column was) {
        return apply(new DropColumn(QualifiedName.parse(table), was.name(), was));
    }

    /** Alters a column: {@code op.alterColumn("users", "email", c -> c.type(varchar(320)).notNull())}. */
    public Operations alterColumn(String table, String column, Consumer<ColumnAlteration> change) {
        ColumnAlteration alteration = new ColumnAlteration();
        change.accept(alteration);
        return apply(
                new AlterColumn(QualifiedName.parse(table), column, alteration.changes(), alteration.existing(column)));
    }

    public Operations renameColumn(String table, String from, String to) {
        return apply(new RenameColumn(QualifiedName.parse(table), from, to));
    }

    // constraints

    public Operations addConstraint(String table, Constraint constraint) {
        return apply(new AddConstraint(QualifiedName.parse(table), constraint));
    }

    /** Drops a constraint by name. Without the definition of the constraint the operation cannot be reversed. */
    public Operations dropConstraint(String table, String name) {
        return recordAsItIs(new DropConstraint(
                QualifiedName.parse(table), name, null, context.naming().convention()));
    }

    /**
     * Drops a constraint with its definition, which makes the operation reversible, and by the name with which it was added. One without a
     * name is found by its definition, where the database has constraints without names.
     */
    public Operations dropConstraint(String table, Constraint was) {
        QualifiedName name = QualifiedName.parse(table);
        Constraint named = context.naming().named(name, was);
        return recordAsItIs(
                new DropConstraint(name, named.name(), named, context.naming().convention()));
    }

    public Operations renameConstraint(String table, String from, String to) {
        return apply(new RenameConstraint(QualifiedName.parse(table), from, to));
    }

    /** Checks the existing rows against a constraint that was added with {@code validated(false)}. */
    public Operations validateConstraint(String table, String name) {
        return apply(new ValidateConstraint(QualifiedName.parse(table), name));
    }

    // indexes

    public Operations renameIndex(String table, String from, String to) {
        return apply(new RenameIndex(QualifiedName.parse(table), from, to));
    }

    /** Creates an index; without a name it gets that of the naming convention, by default {@code ix_users_email}. */
    public Operations createIndex(@Nullable String name, String table, String... columns) {
        String given = name != null ? name : context.naming().indexName(QualifiedName.parse(table), columns);
        return createIndex(table, Index.of(given, columns));
    }

    public Operations createIndex(String table, Index index) {
        return apply(new CreateIndex(QualifiedName.parse(table), index));
    }

    /**
     * Creates an index while rows can be changed: {@code op.createIndex("users", index("ix_email", "email").concurrently())}. Where the
     * database locks the table otherwise, this is done outside the transaction: what was recorded before is committed first.
     */
    public Operations createIndex(String table, Index.Concurrent index) {
        return apply(new CreateIndex(QualifiedName.parse(table), index.index(), true));
    }

    /** Drops an index while rows can be changed, with its definition, which makes the operation reversible. */
    public Operations dropIndex(String table, Index.Concurrent was) {
        return apply(new DropIndex(QualifiedName.parse(table), was.index().name(), was.index(), true));
    }

    /** Drops an index while rows can be changed. Without its columns the operation cannot be reversed. */
    public Operations dropIndexConcurrently(String name, String table) {
        return apply(new DropIndex(QualifiedName.parse(table), name, null, true));
    }

    /** Drops an index. Without its columns the operation cannot be reversed. */
    public Operations dropIndex(String name, String table) {
        return apply(new DropIndex(QualifiedName.parse(table), name, null));
    }

    /** Drops an index with its definition, which makes the operation reversible. */
    public Operations dropIndex(String table, Index was) {
        return apply(new DropIndex(QualifiedName.parse(table), was.name(), was));
    }

    // sequences

    public Operations createSequence(String name) {
        return createSequence(name, 1, 1);
    }

    public Operations createSequence(String name, long start, long increment) {
        return createSequence(Sequence.of(QualifiedName.parse(name), start, increment));
    }

    /** Creates a sequence, with all options: {@code op.createSequence(sequence("ids").incrementBy(50).cache(20))}. */
    public Operations createSequence(Sequence sequence) {
        return apply(new CreateSequence(sequence));
    }

    /** Alters a sequence, which continues from its current value: {@code op.alterSequence("users_seq", s -> s.incrementBy(50))}. */
    public Operations alterSequence(String name, Consumer<SequenceAlteration> change) {
        SequenceAlteration alteration = new SequenceAlteration();
        change.accept(alteration);
        return apply(alteration.of(QualifiedName.parse(name)));
    }

    /** Drops a sequence. The operation cannot be reversed. */
    public Operations dropSequence(String name) {
        return apply(new DropSequence(QualifiedName.parse(name), null));
    }

    /** Drops a sequence with its definition, which makes the operation reversible. */
    public Operations dropSequence(String name, long start, long increment) {
        return dropSequence(Sequence.of(QualifiedName.parse(name), start, increment));
    }

    /** Drops a sequence with its definition, which makes the operation reversible. */
    public Operations dropSequence(Sequence was) {
        return apply(new DropSequence(was.name(), was));
    }

    // data and the rest

    /**
     * Executes a statement. Without arguments it is sent as it is; with arguments each {@code ?} is a parameter and {@code ??} a question
     * mark.
     */
    public Operations execute(String sql, @Nullable Object... arguments) {
        return apply(new ExecuteSql(sql, Arrays.asList(arguments)));
    }

    /**
     * Inserts rows. All rows have the same columns; their order is that of the first row if it is a {@link LinkedHashMap} or a
     * {@link SortedMap}, else alphabetical.
     */
    public Operations bulkInsert(String table, List<? extends Map<String, ? extends @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return this;
        }
        List<String> columns = columnsInSteadyOrder(rows.get(0));
        List<List<@Nullable Object>> values = new ArrayList<>(rows.size());
        for (Map<String, ? extends @Nullable Object> row : rows) {
            if (!row.keySet().equals(rows.get(0).keySet())) {
                throw new IllegalArgumentException(
                        "Rows for " + table + " differ in their columns: " + columns + " and " + row.keySet() + ".");
            }
            List<@Nullable Object> line = new ArrayList<>(columns.size());
            for (String column : columns) {
                line.add(row.get(column));
            }
            values.add(line);
        }
        return apply(new BulkInsert(QualifiedName.parse(table), columns, values));
    }

    /** The order of most other maps differs from one process to the next, and a statement must not. */
    private static List<String> columnsInSteadyOrder(Map<String, ?> row) {
        boolean steady = row instanceof LinkedHashMap || row instanceof SortedMap;
        return steady
                ? List.copyOf(row.keySet())
                : row.keySet().stream().sorted().toList();
    }

    /** Inserts rows, each with a value for each column. */
    public Operations bulkInsert(
            String table, List<String> columns, List<? extends List<? extends @Nullable Object>> rows) {
        List<List<@Nullable Object>> values = new ArrayList<>(rows.size());
        for (List<? extends @Nullable Object> row : rows) {
            values.add(new ArrayList<>(row));
        }
        return apply(new BulkInsert(QualifiedName.parse(table), columns, values));
    }

    /**
     * Inserts the rows of a file, such as {@code csv("countries.csv")} of {@code retort-rows}. The file is read here to its end, so that
     * nothing has run if it is broken, and again when its rows are inserted. A file without rows is left out.
     *
     * @throws ScriptException naming the file and its line, if it is missing, broken, or outside the folder of the revision
     */
    public Operations bulkInsert(String table, RowFile file) {
        QualifiedName name = QualifiedName.parse(table);
        new RowFileCheck(context.files(), name, file).read().ifPresent(this::apply);
        return this;
    }

    /**
     * The text of a file that belongs to the revision, such as the query of a view: {@code view("paid", op.readText("_views/paid.sql"))}.
     *
     * @param path the path from the folder of the revision, with slashes
     * @throws ScriptException naming the file, if it is missing, empty, not UTF-8, or outside the folder of the revision
     */
    public String readText(String path) {
        RevisionFiles files = context.files();
        try {
            return files.text(path);
        } catch (IOException e) {
            throw new ScriptException(
                    "Revision '" + files.revision() + "' cannot read '" + path + "': " + FileReason.of(e) + ".",
                    null,
                    "Nothing was run. Correct the path, or restore the file.",
                    e);
        }
    }

    /** An expression in place of a value of {@link #bulkInsert}, passed to the database as it is: {@code op.sql("current_timestamp")}. */
    public SqlExpression sql(String expression) {
        return new SqlExpression(expression);
    }

    /** Runs a data step in Java, on the connection of the migration and in its transaction. */
    public Operations run(DataStep step) {
        return apply(new RunJava(step));
    }

    /** Records operations that cannot run inside a transaction. What was recorded before them is committed first. */
    public Operations outsideTransaction(Consumer<Operations> block) {
        return recordAsItIs(new OutsideTransaction(recordedBy(block, context, listener)));
    }

    /** Records operations whose names are final: the naming convention changes none of them. */
    public Operations exactNames(Consumer<Operations> block) {
        recorded.addAll(recordedBy(block, context.withExactNames(), listener));
        return this;
    }

    /**
     * Records operations that create something, each of which runs only if that is missing when its turn comes; the indexes of a table each
     * for itself. They have no reverse, since nobody knows what they have done.
     *
     * @throws IllegalArgumentException naming an operation that creates nothing
     */
    public Operations ifMissing(Consumer<Operations> block) {
        return recordAsItIs(new ConditionalOperations(Existence.MISSING, recordedBy(block, context, listener)));
    }

    /**
     * Records operations that change or drop something, each of which runs only if that is there when its turn comes. They have no reverse,
     * since nobody knows what they have done.
     *
     * @throws IllegalArgumentException naming an operation that changes or drops nothing
     */
    public Operations ifPresent(Consumer<Operations> block) {
        return recordAsItIs(new ConditionalOperations(Existence.PRESENT, recordedBy(block, context, listener)));
    }

    /** Records a user-defined operation. */
    public Operations invoke(CustomOperation operation) {
        return apply(operation);
    }

    /** Says something to people who watch the run; in offline SQL it is a comment. It changes nothing. */
    public Operations remark(String text) {
        return apply(new Remark(text));
    }

    /** Declares in a downgrade that the revision cannot be undone. The downgrade is then refused before its first step. */
    public Operations irreversible(String why) {
        return apply(new Irreversible(why));
    }

    /**
     * Records the reverse of the operations that a block records, last operation first.
     *
     * @throws IrreversibleOperationException when an operation of the block cannot be reversed
     */
    public Operations reverse(Consumer<Operations> block) {
        IdentityHashMap<Operation, Throwable> places = new IdentityHashMap<>();
        List<Operation> forward = new ArrayList<>(recordedBy(block, context, places::put));
        Collections.reverse(forward);
        for (Operation operation : forward) {
            Optional<Operation> back = operation.reverse();
            if (back.isEmpty()) {
                throw new IrreversibleOperationException(
                        "'" + operation.describe() + "'", "what is needed to undo it is not known", null);
            }
            record(back.get(), Objects.requireNonNull(places.get(operation)));
        }
        return this;
    }

    private List<Operation> recordedBy(
            Consumer<Operations> block, RecordingContext innerContext, RecordingListener innerListener) {
        Operations inner = new Operations(innerContext, innerListener);
        within(() -> block.accept(inner));
        return inner.recorded();
    }

    private void within(Runnable block) {
        if (inBlock) {
            throw outside("a block");
        }
        inBlock = true;
        try {
            block.run();
        } finally {
            inBlock = false;
        }
    }

    private static IllegalStateException outside(String what) {
        return new IllegalStateException("'" + what
                + "' is recorded outside of the block that it stands in; call the method of the block's own argument");
    }
}
