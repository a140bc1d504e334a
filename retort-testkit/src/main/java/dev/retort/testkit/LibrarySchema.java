package dev.retort.testkit;

import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.schema.Constraints.check;
import static dev.retort.schema.Constraints.index;
import static dev.retort.schema.Constraints.primaryKey;
import static dev.retort.schema.Constraints.unique;

import dev.retort.operation.BulkInsert;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The schema that most cases change: two tables with all features that every database has. */
final class LibrarySchema {

    /** The table for cases that do not need the library. */
    static final QualifiedName T = QualifiedName.of("t");

    static final QualifiedName AUTHOR = QualifiedName.of("author");
    static final QualifiedName BOOK = QualifiedName.of("book");

    static final Column TITLE =
            column("title", varchar(50)).notNull().defaultsTo("it's").comment("the title");
    static final Column PAGES = column("pages", integer()).defaultsTo(1);
    static final Column CODE = column("code", varchar(20));
    static final Column AUTHOR_ID = column("author_id", bigint());
    static final Column NOTE = column("note", varchar(90));

    static final UniqueConstraint ONE_CODE = unique("uq_code", "code");
    static final CheckConstraint SOME_PAGES = check("ck_pages", "pages > 0");
    static final Index BY_TITLE = index("ix_title", "title", "pages");

    static final Table AUTHORS = Table.of(
            AUTHOR,
            List.of(
                    column("id", bigint()).notNull().asIdentity(),
                    column("name", varchar(50)),
                    column("born", integer()),
                    primaryKey("id")));

    static final Table BOOKS = Table.of(
            BOOK,
            List.of(
                    column("id", bigint()).notNull(),
                    TITLE,
                    PAGES,
                    CODE,
                    AUTHOR_ID,
                    NOTE,
                    ONE_CODE,
                    SOME_PAGES,
                    BY_TITLE));

    private LibrarySchema() {}

    /** The tables with rows that each change of a type can convert. */
    static List<Operation> filled() {
        List<Operation> filled = new ArrayList<>(tables(AUTHORS, BOOKS));
        filled.add(rows(AUTHOR, List.of("name", "born"), List.of("Ada", 1815), List.of("it's", 1900)));
        filled.add(rows(
                BOOK,
                List.of("id", "title", "pages", "code", "author_id", "note"),
                List.of(1, "a", 100, "10", 1, "n"),
                List.of(2, "b", 200, "20", 2, "m")));
        return filled;
    }

    static BulkInsert rows(QualifiedName table, List<String> columns, List<?>... rows) {
        List<List<@Nullable Object>> values = new ArrayList<>();
        for (List<?> row : rows) {
            values.add(new ArrayList<>(row));
        }
        return new BulkInsert(table, columns, values);
    }

    /** A case on the library, whose rows must survive. */
    static OperationCase library(String name, Operation operation, SchemaSnapshot after) {
        return OperationCase.of(name, filled(), operation, after);
    }

    /** A case on the library without rows. */
    static OperationCase emptyLibrary(String name, Operation operation, UnaryOperator<Table> books) {
        return OperationCase.of(
                name, tables(AUTHORS, BOOKS), operation, SchemaSnapshot.of(AUTHORS, books.apply(BOOKS)));
    }

    /** A case on the library that changes its books. */
    static OperationCase library(String name, Operation operation, UnaryOperator<Table> books) {
        return library(name, operation, SchemaSnapshot.of(AUTHORS, books.apply(BOOKS)));
    }

    /** A case on an empty schema. */
    static OperationCase empty(String name, Operation operation, SchemaObject... after) {
        return OperationCase.of(name, List.of(), operation, SchemaSnapshot.of(after));
    }

    /** A table that is created in an empty schema. */
    static OperationCase created(String name, Table table) {
        return empty(name, new CreateTable(table), table);
    }

    static Table table(TableElement... elements) {
        return Table.of(T, List.of(elements));
    }

    static List<Operation> tables(Table... tables) {
        return List.of(tables).stream().<Operation>map(CreateTable::new).toList();
    }

    static UnaryOperator<Table> with(TableElement element) {
        return table -> changed(table, elements -> elements.add(element));
    }

    static UnaryOperator<Table> without(TableElement element) {
        return table -> changed(table, elements -> elements.remove(element));
    }

    static UnaryOperator<Table> replacing(TableElement element, TableElement other) {
        return table -> changed(table, elements -> elements.set(elements.indexOf(element), other));
    }

    private static Table changed(Table table, Consumer<List<TableElement>> change) {
        List<TableElement> elements = new ArrayList<>(table.elements());
        change.accept(elements);
        return Table.of(table.name(), elements).comment(table.comment()).options(table.options());
    }
}
