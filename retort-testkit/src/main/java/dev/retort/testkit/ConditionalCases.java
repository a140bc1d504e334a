package dev.retort.testkit;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Constraints.check;
import static dev.retort.schema.Constraints.foreignKey;
import static dev.retort.schema.Constraints.namedPrimaryKey;
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
import static dev.retort.testkit.LibrarySchema.tables;
import static dev.retort.testkit.LibrarySchema.with;
import static dev.retort.testkit.LibrarySchema.without;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AddEnumValue;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterDomain;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.AttachPartition;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CommentOnTable;
import dev.retort.operation.ConditionalOperations;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateObject;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DetachPartition;
import dev.retort.operation.DomainChange;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropObject;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.Existence;
import dev.retort.operation.Operation;
import dev.retort.operation.RefreshView;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameConstraint;
import dev.retort.operation.RenameEnumValue;
import dev.retort.operation.RenameIndex;
import dev.retort.operation.RenameObject;
import dev.retort.operation.RenameTable;
import dev.retort.operation.SequenceChange;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.AuxiliaryObject;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Domain;
import dev.retort.schema.Extension;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.NamedEnum;
import dev.retort.schema.ObjectReference;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaObject;
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

    private static final NamedEnum MOODS = new NamedEnum(MOOD, List.of("sad", "ok"));
    private static final Schema MORE = new Schema(QualifiedName.of("retort_more"));
    private static final Schema THERE = new Schema(QualifiedName.of(OperationCase.OTHER_SCHEMA));
    private static final Extension FUZZY = new Extension(QualifiedName.of("fuzzystrmatch"), null);
    private static final Domain AGE = new Domain(QualifiedName.of("age"), integer(), "");
    private static final View TOTAL =
            SchemaObjects.view("total", "SELECT SUM(pages) AS total FROM book").asMaterialized();
    private static final CheckConstraint SHORT = check("ck_short", "pages < 9000");
    private static final ForeignKey WRITTEN_BY =
            foreignKey("fk_author", "author_id").references("author", "id");
    private static final Table REQUIRED = table(column("a", integer()).notNull());
    private static final Table KEYED = table(column("a", integer()).notNull(), namedPrimaryKey("pk_t", "a"));

    private ConditionalCases() {}

    static Stream<OperationCase> all() {
        return Stream.of(missing(), present(), missingObjects(), presentObjects(), renamed(), partitions())
                .flatMap(cases -> cases)
                .map(OperationCase::irreversible);
    }

    private static Stream<OperationCase> missingObjects() {
        return Stream.of(
                of("if missing, create schema, there", Existence.MISSING, new CreateObject(THERE), books -> books)
                        .inOtherSchema()
                        .needing(Capability.MADE_SCHEMAS),
                missing("create extension, there", FUZZY).needing(Capability.EXTENSIONS),
                missing("create enum type, there", MOODS).needing(Capability.ENUM_TYPES),
                missing("create domain, there", AGE).needing(Capability.DOMAINS),
                missing("create materialized view, there", TOTAL).needing(Capability.MATERIALIZED_VIEWS),
                of(
                                "if missing, create sequence, missing",
                                Existence.MISSING,
                                new CreateSequence(Sequence.of(NUMBERS, 1, 1)),
                                SchemaSnapshot.of(AUTHORS, BOOKS, Sequence.of(NUMBERS, 1, 1)))
                        .needing(Capability.SEQUENCES),
                of(
                                "if missing, add foreign key, missing",
                                Existence.MISSING,
                                new AddConstraint(BOOK, WRITTEN_BY),
                                with(WRITTEN_BY))
                        .needing(Capability.ADD_FOREIGN_KEY),
                of("if missing, add check, missing", Existence.MISSING, new AddConstraint(BOOK, SHORT), with(SHORT))
                        .needing(Capability.ADD_CHECK),
                of(
                                "if missing, add primary key, there",
                                Existence.MISSING,
                                new AddConstraint(AUTHOR, namedPrimaryKey("pk_author", "id")),
                                books -> books)
                        .needing(Capability.ADD_PRIMARY_KEY));
    }

    private static OperationCase missing(String what, AuxiliaryObject object) {
        return of("if missing, " + what, Existence.MISSING, new CreateObject(object), books -> books)
                .withSetUp(new CreateObject(object));
    }

    private static Stream<OperationCase> presentObjects() {
        SequenceChange bound = new SequenceChange.Max(900L);
        Sequence numbers = Sequence.of(NUMBERS, 1, 1);
        DomainChange another = new DomainChange.Default("7", null, false);
        return Stream.of(
                present("drop schema, there", MORE).needing(Capability.MADE_SCHEMAS),
                present("drop extension, there", FUZZY).needing(Capability.EXTENSIONS),
                present("drop enum type, there", MOODS).needing(Capability.ENUM_TYPES),
                present("drop domain, there", AGE).needing(Capability.DOMAINS),
                present("drop materialized view, there", TOTAL).needing(Capability.MATERIALIZED_VIEWS),
                of(
                                "if present, alter domain, missing",
                                Existence.PRESENT,
                                new AlterDomain(AGE.name(), List.of(another)),
                                books -> books)
                        .needing(Capability.DOMAINS),
                of(
                                "if present, refresh materialized view, missing",
                                Existence.PRESENT,
                                new RefreshView(TOTAL.name(), false),
                                books -> books)
                        .needing(Capability.MATERIALIZED_VIEWS),
                of(
                                "if present, alter sequence, there",
                                Existence.PRESENT,
                                new AlterSequence(NUMBERS, List.of(bound), numbers),
                                SchemaSnapshot.of(AUTHORS, BOOKS, bound.appliedTo(numbers)))
                        .withSetUp(new CreateSequence(numbers))
                        .needing(Capability.SEQUENCES),
                of(
                                "if present, alter sequence, missing",
                                Existence.PRESENT,
                                new AlterSequence(NUMBERS, List.of(bound), numbers),
                                books -> books)
                        .needing(Capability.SEQUENCES),
                of(
                                "if present, drop primary key, there",
                                Existence.PRESENT,
                                new DropConstraint(T, "pk_t", namedPrimaryKey("pk_t", "a")),
                                SchemaSnapshot.of(AUTHORS, BOOKS, REQUIRED))
                        .withSetUp(new CreateTable(KEYED)),
                of(
                        "if present, comment on table, there",
                        Existence.PRESENT,
                        new CommentOnTable(BOOK, "all of them", false, null),
                        books -> books.comment("all of them")),
                of(
                        "if present, comment on table, missing",
                        Existence.PRESENT,
                        new CommentOnTable(T, "all of them", false, null),
                        books -> books),
                of(
                                "if present, validate constraint, there",
                                Existence.PRESENT,
                                new ValidateConstraint(BOOK, "ck_short"),
                                with(SHORT))
                        .withSetUp(new AddConstraint(BOOK, SHORT.notValid()))
                        .needing(Capability.NOT_VALID),
                of(
                                "if present, validate constraint, missing",
                                Existence.PRESENT,
                                new ValidateConstraint(BOOK, "ck_other"),
                                with(SHORT))
                        .withSetUp(new AddConstraint(BOOK, SHORT.notValid()), new ValidateConstraint(BOOK, "ck_short"))
                        .needing(Capability.NOT_VALID));
    }

    private static OperationCase present(String what, AuxiliaryObject object) {
        return of("if present, " + what, Existence.PRESENT, new DropObject(object.reference(), null), books -> books)
                .withSetUp(new CreateObject(object));
    }

    private static Stream<OperationCase> renamed() {
        Index byName = BY_TITLE.named("ix_other");
        ObjectReference numbers = ObjectReference.of(SchemaObject.Kind.SEQUENCE, NUMBERS);
        return Stream.of(
                of(
                        "if present, rename table, there",
                        Existence.PRESENT,
                        new RenameTable(BOOK, "tome"),
                        SchemaSnapshot.of(AUTHORS, BOOKS.named(QualifiedName.of("tome")))),
                of(
                        "if present, rename index, there",
                        Existence.PRESENT,
                        new RenameIndex(BOOK, BY_TITLE.name(), byName.name()),
                        replacing(BY_TITLE, byName)),
                of(
                        "if present, rename index, missing",
                        Existence.PRESENT,
                        new RenameIndex(BOOK, "ix_nothing", byName.name()),
                        books -> books),
                of(
                                "if present, rename constraint, missing",
                                Existence.PRESENT,
                                new RenameConstraint(BOOK, "uq_nothing", "uq_other"),
                                books -> books)
                        .needing(Capability.RENAMED_CONSTRAINTS),
                of(
                                "if present, rename view, there",
                                Existence.PRESENT,
                                new RenameObject(TITLES.reference(), "names"),
                                books -> books)
                        .withSetUp(new CreateObject(TITLES))
                        .answering("SELECT COUNT(*) FROM names", 2)
                        .needing(Capability.RENAMED_VIEWS),
                of(
                                "if present, rename sequence, missing",
                                Existence.PRESENT,
                                new RenameObject(numbers, "other"),
                                books -> books)
                        .needing(Capability.RENAMED_SEQUENCES),
                of(
                                "if present, rename schema, missing",
                                Existence.PRESENT,
                                new RenameObject(MORE.reference(), "retort_renamed"),
                                books -> books)
                        .needing(Capability.RENAMED_SCHEMAS));
    }

    private static Stream<OperationCase> partitions() {
        Table whole = table(column("a", integer())).partitioning("RANGE (a)");
        Table part = Table.of(QualifiedName.of("part"), List.of(column("a", integer())));
        String bounds = "FOR VALUES FROM (1) TO (10)";
        AttachPartition attached = new AttachPartition(whole.name(), part.name(), bounds);
        DetachPartition detached = new DetachPartition(whole.name(), part.name(), bounds);
        return Stream.of(
                        partition("if missing, attach partition, missing", Existence.MISSING, attached, whole),
                        partition("if missing, attach partition, there", Existence.MISSING, attached, whole)
                                .withSetUp(attached),
                        partition("if present, detach partition, there", Existence.PRESENT, detached, whole, part)
                                .withSetUp(attached),
                        partition("if present, detach partition, missing", Existence.PRESENT, detached, whole, part))
                .map(test -> test.needing(Capability.ATTACHED_PARTITIONS));
    }

    private static OperationCase partition(String name, Existence condition, Operation operation, Table... after) {
        return OperationCase.of(
                name,
                tables(
                        table(column("a", integer())).partitioning("RANGE (a)"),
                        Table.of(QualifiedName.of("part"), List.of(column("a", integer())))),
                new ConditionalOperations(condition, List.of(operation)),
                SchemaSnapshot.of(after));
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
                .withSetUp(new CreateObject(MOODS))
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
