package dev.retort.testkit;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.testkit.LibrarySchema.AUTHOR;
import static dev.retort.testkit.LibrarySchema.AUTHORS;
import static dev.retort.testkit.LibrarySchema.BOOK;
import static dev.retort.testkit.LibrarySchema.BOOKS;
import static dev.retort.testkit.LibrarySchema.BY_TITLE;
import static dev.retort.testkit.LibrarySchema.CODE;
import static dev.retort.testkit.LibrarySchema.NOTE;
import static dev.retort.testkit.LibrarySchema.ONE_CODE;
import static dev.retort.testkit.LibrarySchema.T;
import static dev.retort.testkit.LibrarySchema.library;
import static dev.retort.testkit.LibrarySchema.replacing;
import static dev.retort.testkit.LibrarySchema.table;
import static dev.retort.testkit.LibrarySchema.with;
import static dev.retort.testkit.LibrarySchema.without;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AddEnumValue;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.ConditionalOperations;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateObject;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropObject;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.Existence;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameEnumValue;
import dev.retort.operation.RenameTable;
import dev.retort.schema.Column;
import dev.retort.schema.NamedEnum;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaObjects;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Operations that run only if something is missing, or if it is there. */
final class ConditionalCases {

    private static final Column RATING = column("rating", integer());
    private static final Table OTHER = table(column("a", integer()));
    private static final View TITLES = SchemaObjects.view("titles", "SELECT title FROM book");
    private static final QualifiedName MOOD = QualifiedName.of("mood");
    private static final QualifiedName NUMBERS = QualifiedName.of("numbers");

    private ConditionalCases() {}

    static Stream<OperationCase> all() {
        return Stream.concat(missing(), present()).map(OperationCase::irreversible);
    }

    private static Stream<OperationCase> missing() {
        return Stream.of(
                of(
                        "if missing, create table, missing",
                        Existence.MISSING,
                        new CreateTable(OTHER),
                        SchemaSnapshot.of(AUTHORS, BOOKS, OTHER)),
                of("if missing, create table, there", Existence.MISSING, new CreateTable(BOOKS), books -> books),
                of("if missing, add column, missing", Existence.MISSING, new AddColumn(BOOK, RATING), with(RATING)),
                of(
                        "if missing, add column, there",
                        Existence.MISSING,
                        new AddColumn(BOOK, NOTE.typed(integer())),
                        books -> books),
                of(
                        "if missing, create index, there",
                        Existence.MISSING,
                        new CreateIndex(BOOK, BY_TITLE),
                        books -> books),
                of(
                        "if missing, create index, missing",
                        Existence.MISSING,
                        new CreateIndex(BOOK, BY_TITLE.named("ix_other")),
                        with(BY_TITLE.named("ix_other"))),
                of(
                        "if missing, add constraint, there",
                        Existence.MISSING,
                        new AddConstraint(BOOK, ONE_CODE),
                        books -> books),
                of("if missing, create view, missing", Existence.MISSING, new CreateObject(TITLES), books -> books)
                        .answering("SELECT COUNT(*) FROM titles", 2),
                of("if missing, create view, there", Existence.MISSING, new CreateObject(TITLES), books -> books)
                        .withSetUp(new CreateObject(TITLES)),
                of(
                                "if missing, create sequence, there",
                                Existence.MISSING,
                                new CreateSequence(Sequence.of(NUMBERS, 1, 1)),
                                SchemaSnapshot.of(AUTHORS, BOOKS, Sequence.of(NUMBERS, 1, 1)))
                        .withSetUp(new CreateSequence(Sequence.of(NUMBERS, 1, 1)))
                        .needing(Capability.SEQUENCES),
                ofEnum("if missing, add enum value, missing", Existence.MISSING, addition("happy")),
                ofEnum("if missing, add enum value, there", Existence.MISSING, addition("sad")));
    }

    private static OperationCase ofEnum(String name, Existence condition, Operation operation) {
        return of(name, condition, operation, books -> books)
                .withSetUp(new CreateObject(new NamedEnum(MOOD, List.of("sad", "ok"))))
                .needing(Capability.ENUM_TYPES);
    }

    private static Operation addition(String value) {
        return new AddEnumValue(MOOD, value, null, false);
    }

    private static Stream<OperationCase> present() {
        Column withDefault = CODE.defaultsTo("none");
        AlterColumn altered =
                new AlterColumn(BOOK, CODE.name(), List.of(new ColumnChange.Default(withDefault.defaultValue())), CODE);
        return Stream.of(
                of(
                        "if present, drop table, there",
                        Existence.PRESENT,
                        new DropTable(BOOK, null),
                        SchemaSnapshot.of(AUTHORS)),
                of("if present, drop table, missing", Existence.PRESENT, new DropTable(T, null), books -> books),
                of("if present, rename table, missing", Existence.PRESENT, new RenameTable(T, "other"), books -> books),
                of(
                        "if present, drop column, there",
                        Existence.PRESENT,
                        new DropColumn(BOOK, NOTE.name(), null),
                        without(NOTE)),
                of(
                        "if present, drop column, missing",
                        Existence.PRESENT,
                        new DropColumn(BOOK, "rating", null),
                        books -> books),
                of(
                        "if present, drop column of a missing table",
                        Existence.PRESENT,
                        new DropColumn(T, "rating", null),
                        books -> books),
                of(
                        "if present, drop index, there",
                        Existence.PRESENT,
                        new DropIndex(BOOK, BY_TITLE.name(), BY_TITLE),
                        without(BY_TITLE)),
                of(
                        "if present, drop index, missing",
                        Existence.PRESENT,
                        new DropIndex(BOOK, "ix_other", null),
                        books -> books),
                of(
                        "if present, drop index of a missing table",
                        Existence.PRESENT,
                        new DropIndex(T, "ix_other", null),
                        books -> books),
                of(
                        "if present, drop constraint, there",
                        Existence.PRESENT,
                        new DropConstraint(BOOK, ONE_CODE.name(), ONE_CODE),
                        without(ONE_CODE)),
                of(
                        "if present, drop constraint, missing",
                        Existence.PRESENT,
                        new DropConstraint(BOOK, "uq_other", ONE_CODE.named("uq_other")),
                        books -> books),
                of(
                        "if present, drop constraint of a missing table",
                        Existence.PRESENT,
                        new DropConstraint(T, "uq_other", ONE_CODE.named("uq_other")),
                        books -> books),
                of(
                        "if present, rename column, there",
                        Existence.PRESENT,
                        new RenameColumn(BOOK, NOTE.name(), "remark"),
                        replacing(NOTE, NOTE.named("remark"))),
                of(
                        "if present, rename column, missing",
                        Existence.PRESENT,
                        new RenameColumn(BOOK, "rating", "mark"),
                        books -> books),
                ofEnum(
                        "if present, rename enum value, there",
                        Existence.PRESENT,
                        new RenameEnumValue(MOOD, "sad", "bad")),
                ofEnum(
                        "if present, rename enum value, missing",
                        Existence.PRESENT,
                        new RenameEnumValue(MOOD, "happy", "glad")),
                of("if present, alter column, there", Existence.PRESENT, altered, replacing(CODE, withDefault)),
                of(
                        "if present, alter column, missing",
                        Existence.PRESENT,
                        new AlterColumn(
                                AUTHOR, "rating", List.of(new ColumnChange.Default(null)), RATING.defaultsTo(1)),
                        books -> books),
                of(
                        "if present, drop view, missing",
                        Existence.PRESENT,
                        new DropObject(TITLES.reference(), null),
                        books -> books),
                of(
                                "if present, drop view, there",
                                Existence.PRESENT,
                                new DropObject(TITLES.reference(), null),
                                books -> books)
                        .withSetUp(new CreateObject(TITLES)),
                of(
                                "if present, drop sequence, missing",
                                Existence.PRESENT,
                                new DropSequence(NUMBERS, null),
                                books -> books)
                        .needing(Capability.SEQUENCES));
    }

    private static OperationCase of(String name, Existence condition, Operation operation, UnaryOperator<Table> books) {
        return library(name, new ConditionalOperations(condition, List.of(operation)), books);
    }

    private static OperationCase of(String name, Existence condition, Operation operation, SchemaSnapshot after) {
        return library(name, new ConditionalOperations(condition, List.of(operation)), after);
    }
}
