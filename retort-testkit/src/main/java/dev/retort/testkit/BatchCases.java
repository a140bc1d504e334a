package dev.retort.testkit;

import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Constraints.check;
import static dev.retort.schema.Constraints.index;
import static dev.retort.schema.Constraints.primaryKey;
import static dev.retort.schema.Constraints.unique;
import static dev.retort.testkit.LibrarySchema.AUTHOR_ID;
import static dev.retort.testkit.LibrarySchema.BOOK;
import static dev.retort.testkit.LibrarySchema.BY_TITLE;
import static dev.retort.testkit.LibrarySchema.ONE_CODE;
import static dev.retort.testkit.LibrarySchema.library;
import static dev.retort.testkit.LibrarySchema.replacing;
import static dev.retort.testkit.LibrarySchema.with;
import static dev.retort.testkit.LibrarySchema.without;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.operation.TableBatch;
import dev.retort.operation.TableBatch.ColumnMove;
import dev.retort.operation.TableBatch.OptionChange;
import dev.retort.operation.TableBatch.Recreate;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Index;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Several changes of a table at once. */
final class BatchCases {

    private static final Column RATING = column("rating", integer()).notNull().defaultsTo(3);
    private static final Column STARS = column("stars", integer());
    private static final ColumnMove BEFORE_CODE = new ColumnMove("rating", true, "code");
    private static final ColumnMove AFTER_CODE = new ColumnMove("rating", false, "code");
    private static final Column NUMBER = column("number", bigint()).notNull().asIdentity();
    private static final Constraint RATED = check("ck_rating", "rating < 6");
    private static final Constraint ONE_NOTE = unique("uq_note", "note");
    private static final Index BY_RATING = index("ix_rating", "rating");

    private static final String ROWS_BY_KEY = "without rowid";
    private static final Table KEYED =
            LibrarySchema.table(column("a", integer()).notNull(), column("b", integer()), primaryKey("a"));

    private BatchCases() {}

    static Stream<OperationCase> all() {
        return Stream.of(
                batch("nothing", Recreate.AUTO, UnaryOperator.identity()),
                batch("nothing, but anew", Recreate.ALWAYS, UnaryOperator.identity()),
                batch("a new column with a check and an index", Recreate.AUTO, BatchCases::rated, addRating()),
                batch("a new column with a check and an index, anew", Recreate.ALWAYS, BatchCases::rated, addRating()),
                batch(
                        "a new column with a check and an index, in place",
                        Recreate.NEVER,
                        BatchCases::rated,
                        addRating()),
                batch("a column, a constraint and an index changed", Recreate.AUTO, BatchCases::changed, change()),
                batch(
                        "a column, a constraint and an index changed, anew",
                        Recreate.ALWAYS,
                        BatchCases::changed,
                        change()),
                moved("a new column before another", with(RATING), List.of(new AddColumn(BOOK, RATING)), BEFORE_CODE),
                moved("a new column after another", with(RATING), List.of(new AddColumn(BOOK, RATING)), AFTER_CODE),
                moved(
                        "new columns one after the other",
                        books -> with(STARS).apply(with(RATING).apply(books)),
                        List.of(new AddColumn(BOOK, RATING), new AddColumn(BOOK, STARS)),
                        AFTER_CODE,
                        new ColumnMove("stars", false, "rating")),
                moved(
                                "a column after another",
                                UnaryOperator.identity(),
                                List.of(),
                                new ColumnMove("note", false, "id"))
                        .irreversible(),
                moved(
                                "a column before the first",
                                UnaryOperator.identity(),
                                List.of(),
                                new ColumnMove("code", true, "id"))
                        .irreversible(),
                OperationCase.of(
                                "batch, an option",
                                LibrarySchema.tables(KEYED),
                                new TableBatch(
                                        KEYED.name(),
                                        List.of(),
                                        Recreate.AUTO,
                                        List.of(),
                                        List.of(new OptionChange(ROWS_BY_KEY, "", true)),
                                        null),
                                SchemaSnapshot.of(KEYED.option(ROWS_BY_KEY, "")))
                        .needing(Capability.CHANGED_TABLE_OPTIONS),
                numbered("a new identity column with its primary key", primaryKey("number"))
                        .needing(Capability.ADD_KEYED_IDENTITY),
                numbered("a new identity column with a unique constraint", unique("uq_number", "number", "id"))
                        .needing(Capability.ADD_KEYED_IDENTITY));
    }

    private static OperationCase moved(
            String what, UnaryOperator<Table> books, List<Operation> changes, ColumnMove... moves) {
        return library("batch, " + what, new TableBatch(BOOK, changes, Recreate.AUTO, List.of(moves), null), books)
                .needing(Capability.MOVED_COLUMNS);
    }

    private static OperationCase numbered(String what, Constraint key) {
        return batch(
                        what,
                        Recreate.AUTO,
                        books -> with(key).apply(with(NUMBER).apply(books)),
                        new AddColumn(BOOK, NUMBER),
                        new AddConstraint(BOOK, key))
                .answering("SELECT count(DISTINCT number) FROM book", 2);
    }

    private static OperationCase batch(
            String what, Recreate recreate, UnaryOperator<Table> books, Operation... changes) {
        return library("batch, " + what, new TableBatch(BOOK, List.of(changes), recreate, List.of(), null), books);
    }

    private static Operation[] addRating() {
        return new Operation[] {
            new AddColumn(BOOK, RATING), new AddConstraint(BOOK, RATED), new CreateIndex(BOOK, BY_RATING)
        };
    }

    private static Table rated(Table books) {
        return with(BY_RATING).apply(with(RATED).apply(with(RATING).apply(books)));
    }

    private static Operation shorten() {
        return new AlterColumn(BOOK, "author_id", List.of(new ColumnChange.Type(integer())), AUTHOR_ID);
    }

    private static Operation[] change() {
        return new Operation[] {
            new DropIndex(BOOK, BY_TITLE.name(), BY_TITLE),
            shorten(),
            new DropConstraint(BOOK, ONE_CODE.name(), ONE_CODE),
            new AddConstraint(BOOK, ONE_NOTE)
        };
    }

    private static Table changed(Table books) {
        return Stream.<UnaryOperator<Table>>of(
                        without(BY_TITLE),
                        replacing(AUTHOR_ID, column("author_id", integer())),
                        without(ONE_CODE),
                        with(ONE_NOTE))
                .reduce(books, (table, change) -> change.apply(table), (one, other) -> other);
    }
}
