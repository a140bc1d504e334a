package dev.retort.testkit;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.nativeType;
import static dev.retort.schema.Constraints.uniqueIndex;
import static dev.retort.testkit.LibrarySchema.AUTHORS;
import static dev.retort.testkit.LibrarySchema.BOOKS;
import static dev.retort.testkit.LibrarySchema.filled;
import static dev.retort.testkit.LibrarySchema.table;

import dev.retort.operation.AddEnumValue;
import dev.retort.operation.AlterDomain;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateObject;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DomainChange;
import dev.retort.operation.DropObject;
import dev.retort.operation.Grant;
import dev.retort.operation.Operation;
import dev.retort.operation.Privileges;
import dev.retort.operation.RefreshView;
import dev.retort.operation.RemoveEnumValue;
import dev.retort.operation.RenameEnumValue;
import dev.retort.operation.RenameObject;
import dev.retort.operation.ReplaceObject;
import dev.retort.operation.Revoke;
import dev.retort.schema.AuxiliaryObject;
import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
import dev.retort.schema.Extension;
import dev.retort.schema.NamedEnum;
import dev.retort.schema.ObjectReference;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaObject.Kind;
import dev.retort.schema.SchemaObjects;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Views, types, schemas and privileges: created, replaced, renamed, dropped. */
final class ObjectCases {

    private static final View LONG = SchemaObjects.view("long_books", "SELECT id, title FROM book WHERE pages > 100");
    private static final View LONGER = SchemaObjects.view("long_books", "SELECT id, title FROM book WHERE pages > 200");
    private static final View TOTAL = SchemaObjects.view("Total Pages", "SELECT SUM(pages) AS total FROM book")
            .asMaterialized();
    private static final NamedEnum MOOD = new NamedEnum(QualifiedName.of("mood"), List.of("sad", "it's ok"));
    private static final Table MOODS = table(column("now", nativeType("mood")));
    private static final Table BETTER_MOODS = table(column("now", new EnumType(MOOD.name(), List.of("it's ok"))));
    private static final Domain AGE = new Domain(QualifiedName.of("age"), integer(), "CHECK (VALUE >= 0)");

    private static final Sequence NUMBERS = Sequence.of(QualifiedName.of("numbers"), 1, 1);

    private ObjectCases() {}

    static Stream<OperationCase> all(DialectNames names) {
        return Stream.of(views(), materializedViews(), types(), others(names)).flatMap(cases -> cases);
    }

    private static Stream<OperationCase> views() {
        return Stream.of(
                library("create view", new CreateObject(LONG)).answering("SELECT COUNT(*) FROM long_books", 1),
                library(
                        "create view, ending with a semicolon",
                        new CreateObject(SchemaObjects.view("a b", "SELECT title FROM book;\n"))),
                library("replace view", new ReplaceObject(LONGER, LONG), new CreateObject(LONG))
                        .answering("SELECT COUNT(*) FROM long_books", 0),
                library("replace view, not known", new ReplaceObject(LONGER, null), new CreateObject(LONG))
                        .irreversible(),
                library("drop view", new DropObject(LONG.reference(), LONG), new CreateObject(LONG)),
                library("drop view, not known", new DropObject(LONG.reference(), null), new CreateObject(LONG))
                        .irreversible(),
                library("rename view", new RenameObject(LONG.reference(), "tomes"), new CreateObject(LONG))
                        .answering("SELECT COUNT(*) FROM tomes", 1)
                        .needing(Capability.RENAMED_VIEWS));
    }

    private static Stream<OperationCase> materializedViews() {
        View other = SchemaObjects.view("Total Pages", "SELECT MAX(pages) AS total FROM book")
                .asMaterialized();
        return Stream.of(
                        library("create materialized view", new CreateObject(TOTAL)),
                        library(
                                "refresh materialized view",
                                new RefreshView(TOTAL.name(), false),
                                new CreateObject(TOTAL)),
                        library(
                                        "refresh materialized view, concurrently",
                                        new RefreshView(TOTAL.name(), true),
                                        new CreateObject(TOTAL),
                                        uniqueTotals())
                                .needing(Capability.READ_WHILE_REFRESHED),
                        library(
                                        "rename materialized view",
                                        new RenameObject(TOTAL.reference(), "Pages"),
                                        new CreateObject(TOTAL))
                                .needing(Capability.RENAMED_MATERIALIZED_VIEWS),
                        library(
                                        "drop materialized view, not known",
                                        new DropObject(TOTAL.reference(), null),
                                        new CreateObject(TOTAL))
                                .irreversible(),
                        library("replace materialized view", new ReplaceObject(other, TOTAL), new CreateObject(TOTAL)),
                        library(
                                "drop materialized view",
                                new DropObject(TOTAL.reference(), TOTAL),
                                new CreateObject(TOTAL)))
                .map(test -> test.needing(Capability.MATERIALIZED_VIEWS));
    }

    /** A view is read while it is refreshed only if it has a unique index. */
    private static Operation uniqueTotals() {
        return new CreateIndex(TOTAL.name(), uniqueIndex("uq_total", "total"));
    }

    private static Stream<OperationCase> types() {
        CreateObject mood = new CreateObject(MOOD);
        Stream<OperationCase> enums = Stream.of(
                        library("create enum type", mood),
                        library("drop enum type", new DropObject(MOOD.reference(), MOOD), mood),
                        library("drop enum type, not known", new DropObject(MOOD.reference(), null), mood)
                                .irreversible(),
                        library("rename enum type", new RenameObject(MOOD.reference(), "feeling"), mood),
                        library("enum type, add value", new AddEnumValue(MOOD.name(), "happy", null, false), mood)
                                .irreversible(),
                        library("enum type, add value before", new AddEnumValue(MOOD.name(), "bad", "sad", true), mood)
                                .irreversible(),
                        library("enum type, add value after", new AddEnumValue(MOOD.name(), "so", "sad", false), mood)
                                .irreversible(),
                        LibrarySchema.library(
                                        "enum type, remove value",
                                        new RemoveEnumValue(MOOD.name(), "sad", null),
                                        SchemaSnapshot.of(AUTHORS, BOOKS, BETTER_MOODS))
                                .withSetUp(mood, new CreateTable(MOODS))
                                .irreversible(),
                        LibrarySchema.library(
                                        "enum type, remove value, replaced",
                                        new RemoveEnumValue(MOOD.name(), "sad", "it's ok"),
                                        SchemaSnapshot.of(AUTHORS, BOOKS, BETTER_MOODS))
                                .withSetUp(mood, new CreateTable(MOODS))
                                .irreversible(),
                        library("enum type, rename value", new RenameEnumValue(MOOD.name(), "it's ok", "fine"), mood))
                .map(test -> test.needing(Capability.ENUM_TYPES));
        Stream<OperationCase> domains = Stream.of(
                        library("create domain", new CreateObject(AGE)),
                        library("create domain, a type alone", new CreateObject(new Domain(AGE.name(), integer(), ""))),
                        library("drop domain", new DropObject(AGE.reference(), AGE), new CreateObject(AGE)),
                        library("drop domain, not known", new DropObject(AGE.reference(), null), new CreateObject(AGE))
                                .irreversible(),
                        library("rename domain", new RenameObject(AGE.reference(), "years"), new CreateObject(AGE)))
                .map(test -> test.needing(Capability.DOMAINS));
        return Stream.of(enums, domains, alteredDomains()).flatMap(some -> some);
    }

    private static Stream<OperationCase> alteredDomains() {
        return Stream.of(
                        alteredDomain("default", new DomainChange.Default("7", "3", true)),
                        alteredDomain("no default", new DomainChange.Default(null, "3", true)),
                        alteredDomain("default, not known", new DomainChange.Default("7", null, false))
                                .irreversible(),
                        alteredDomain("add check", new DomainChange.AddedCheck("Young Enough", "VALUE < 150")),
                        droppedCheck("drop check", "age_dropped", "VALUE >= 0"),
                        droppedCheck("drop check, not known", "age_unknown", null)
                                .irreversible(),
                        alteredDomain("not null", new DomainChange.Nullability(false))
                                .needing(Capability.DOMAIN_NULLABILITY))
                .map(test -> test.needing(Capability.DOMAINS));
    }

    /**
     * A change of a domain with a check, whose name no other case has. The default changes after it, because PostgreSQL creates nothing
     * behind a savepoint that follows a dropped check.
     */
    private static OperationCase droppedCheck(String what, String check, @Nullable String condition) {
        return alteredDomain(
                what,
                "DEFAULT 3 CONSTRAINT " + check + " CHECK (VALUE >= 0)",
                List.of(new DomainChange.DroppedCheck(check, condition), new DomainChange.Default("7", "3", true)));
    }

    private static OperationCase alteredDomain(String what, DomainChange change) {
        return alteredDomain(what, "DEFAULT 3", List.of(change));
    }

    private static OperationCase alteredDomain(String what, String clauses, List<DomainChange> changes) {
        return library(
                "alter domain, " + what,
                new AlterDomain(AGE.name(), changes),
                new CreateObject(new Domain(AGE.name(), integer(), clauses)));
    }

    private static Stream<OperationCase> others(DialectNames names) {
        AuxiliaryObject schema = new Schema(QualifiedName.of("retort_more"));
        ObjectReference ofNumbers = ObjectReference.of(Kind.SEQUENCE, NUMBERS.name());
        Stream<OperationCase> named = Stream.of(
                library("create schema", new CreateObject(schema)).needing(Capability.MADE_SCHEMAS),
                library("drop schema", new DropObject(schema.reference(), schema), new CreateObject(schema))
                        .needing(Capability.MADE_SCHEMAS),
                library(
                                "rename schema",
                                new RenameObject(schema.reference(), "retort_renamed"),
                                new CreateObject(schema))
                        .needing(Capability.RENAMED_SCHEMAS),
                OperationCase.of(
                                "rename sequence",
                                List.of(new CreateSequence(NUMBERS)),
                                new RenameObject(ofNumbers, "Other Numbers"),
                                SchemaSnapshot.of(NUMBERS.named(QualifiedName.of("Other Numbers"))))
                        .needing(Capability.RENAMED_SEQUENCES));
        return Stream.of(named, extensions(), privileges(names)).flatMap(some -> some);
    }

    private static Stream<OperationCase> extensions() {
        AuxiliaryObject extension = new Extension(QualifiedName.of("fuzzystrmatch"), null);
        AuxiliaryObject inVersion = new Extension(QualifiedName.of("fuzzystrmatch"), "1.1");
        return Stream.of(
                        library("create extension", new CreateObject(extension)),
                        library("create extension, in a version", new CreateObject(inVersion)),
                        library("update extension", new ReplaceObject(extension, null), new CreateObject(extension))
                                .irreversible(),
                        library(
                                        "update extension, to a version",
                                        new ReplaceObject(inVersion, null),
                                        new CreateObject(inVersion))
                                .irreversible(),
                        library(
                                "drop extension",
                                new DropObject(extension.reference(), extension),
                                new CreateObject(extension)),
                        library(
                                "drop extension, of a version",
                                new DropObject(inVersion.reference(), inVersion),
                                new CreateObject(inVersion)))
                .map(test -> test.needing(Capability.EXTENSIONS));
    }

    private static Stream<OperationCase> privileges(DialectNames names) {
        Privileges read = Privileges.of("SELECT", "INSERT").on("book");
        Privileges ofColumns =
                Privileges.of("SELECT (title, pages)", "UPDATE (note)").on("book");
        Privileges inSchema = Privileges.of("ALL").onSchema(OperationCase.OTHER_SCHEMA);
        Privileges ofNumbers = Privileges.of("ALL").onSequence("numbers");
        List<String> somebody = List.of(names.grantee());
        return Stream.of(
                library("grant", new Grant(read, somebody)).needing(Capability.PRIVILEGES),
                library("grant, on columns", new Grant(ofColumns, somebody)).needing(Capability.COLUMN_PRIVILEGES),
                numbered("grant, on a sequence", new Grant(ofNumbers, somebody)),
                library("grant, on a schema", new Grant(inSchema, somebody))
                        .inOtherSchema()
                        .needing(Capability.SCHEMA_PRIVILEGES),
                library("grant, with grant option", new Grant(read.withGrantOption(), somebody))
                        .needing(Capability.GRANT_OPTION),
                library("revoke", new Revoke(read, somebody), new Grant(read, somebody))
                        .needing(Capability.PRIVILEGES),
                library("revoke, on columns", new Revoke(ofColumns, somebody), new Grant(ofColumns, somebody))
                        .needing(Capability.COLUMN_PRIVILEGES),
                numbered("revoke, on a sequence", new Revoke(ofNumbers, somebody), new Grant(ofNumbers, somebody)),
                library("revoke, on a schema", new Revoke(inSchema, somebody), new Grant(inSchema, somebody))
                        .inOtherSchema()
                        .needing(Capability.SCHEMA_PRIVILEGES));
    }

    /** A case on a sequence, which stays as it is. */
    private static OperationCase numbered(String name, Operation operation, Operation... before) {
        return OperationCase.of(name, List.of(new CreateSequence(NUMBERS)), operation, SchemaSnapshot.of(NUMBERS))
                .withSetUp(before)
                .needing(Capability.SEQUENCES, Capability.OBJECT_PRIVILEGES);
    }

    /** A case on the library, whose tables and rows stay as they are. */
    private static OperationCase library(String name, Operation operation, Operation... before) {
        return OperationCase.of(name, filled(), operation, SchemaSnapshot.of(AUTHORS, BOOKS))
                .withSetUp(before);
    }
}
