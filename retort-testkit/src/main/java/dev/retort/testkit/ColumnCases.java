package dev.retort.testkit;

import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.bool;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.enumeration;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.smallint;
import static dev.retort.schema.Columns.timestamp;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.schema.Constraints.primaryKey;
import static dev.retort.testkit.LibrarySchema.AUTHOR_ID;
import static dev.retort.testkit.LibrarySchema.BOOK;
import static dev.retort.testkit.LibrarySchema.NOTE;
import static dev.retort.testkit.LibrarySchema.created;
import static dev.retort.testkit.LibrarySchema.emptyLibrary;
import static dev.retort.testkit.LibrarySchema.library;
import static dev.retort.testkit.LibrarySchema.replacing;
import static dev.retort.testkit.LibrarySchema.table;
import static dev.retort.testkit.LibrarySchema.with;
import static dev.retort.testkit.LibrarySchema.without;

import dev.retort.operation.AddColumn;
import dev.retort.operation.DropColumn;
import dev.retort.operation.RenameColumn;
import dev.retort.schema.Column;
import dev.retort.schema.Identity;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.Table;
import java.util.stream.Stream;

/** Columns that are created with their table, and columns that are added, renamed and dropped. */
final class ColumnCases {

    private final DialectNames names;

    private ColumnCases(DialectNames names) {
        this.names = names;
    }

    static Stream<OperationCase> all(DialectNames names) {
        ColumnCases cases = new ColumnCases(names);
        return Stream.of(added(), cases.addedFacts(), dropped(), cases.facts(), identities())
                .flatMap(some -> some);
    }

    private static OperationCase add(String what, Column column) {
        return library("add column" + what, new AddColumn(BOOK, column), with(column));
    }

    private static Stream<OperationCase> added() {
        Column required = column("added", varchar(9)).notNull().defaultsTo("it's");
        return Stream.of(
                add("", column("added", bool())),
                add(", commented", column("added", varchar(13)).comment("why")),
                add(", NOT NULL with a default", required),
                add(", NOT NULL DEFAULT false", column("sold", bool()).notNull().defaultsTo(false)),
                emptyLibrary(
                                "add column, NOT NULL without default, to an empty table",
                                new AddColumn(BOOK, required.withDefault(null)),
                                with(required.withDefault(null)))
                        .needing(Capability.ADD_REQUIRED_COLUMN),
                add(", DEFAULT CURRENT_TIMESTAMP", column("added", timestamp()).defaultsToSql("CURRENT_TIMESTAMP"))
                        .needing(Capability.ADD_COLUMN_WITH_EXPRESSION),
                add(
                                ", the current time as default",
                                column("added", timestamp()).defaultsToNow())
                        .needing(Capability.ADD_COLUMN_WITH_EXPRESSION),
                add(", an enum", column("added", enumeration("a", "it's"))),
                add(", a name that needs quotes", column("Is Added", integer())));
    }

    private Stream<OperationCase> addedFacts() {
        return Stream.of(
                add(", generated, VIRTUAL", column("added", integer()).virtualAs("pages + 1"))
                        .needing(Capability.VIRTUAL_COLUMNS),
                add(", generated, STORED", column("added", integer()).storedAs("pages + 1"))
                        .needing(Capability.ADD_STORED_COLUMN),
                add(", with a collation", column("added", varchar(9)).collate(names.collation()))
                        .needing(Capability.COLLATIONS),
                add(", identity", column("added", integer()).notNull().asIdentity())
                        .needing(Capability.ADD_IDENTITY),
                add(
                                ", identity, GENERATED ALWAYS",
                                column("added", smallint()).notNull().asIdentity(Identity.of(true, 1, 1)))
                        .needing(Capability.ADD_IDENTITY, Capability.IDENTITY_ALWAYS),
                add(
                                ", identity, START, INCREMENT",
                                column("added", bigint()).notNull().asIdentity(100, 10))
                        .needing(Capability.ADD_IDENTITY, Capability.IDENTITY_INCREMENT),
                add(
                                ", identity, GENERATED ALWAYS, descending",
                                column("added", smallint()).notNull().asIdentityAlways(-1, -1))
                        .needing(Capability.ADD_IDENTITY, Capability.IDENTITY_ALWAYS, Capability.IDENTITY_INCREMENT));
    }

    private static Stream<OperationCase> dropped() {
        return Stream.of(
                library("drop column", new DropColumn(BOOK, "author_id", AUTHOR_ID), without(AUTHOR_ID)),
                library("drop column, not known", new DropColumn(BOOK, "note", null), without(NOTE))
                        .irreversible(),
                library(
                        "rename column",
                        new RenameColumn(BOOK, "note", "remark"),
                        replacing(NOTE, NOTE.named("remark"))),
                library(
                        "rename column, a name that needs quotes",
                        new RenameColumn(BOOK, "note", "A Remark"),
                        replacing(NOTE, NOTE.named("A Remark"))));
    }

    private Stream<OperationCase> facts() {
        Column text = column("a", varchar(20));
        Column time = column("a", timestamp(3));
        return Stream.of(
                created(
                        "column, generated, STORED",
                        table(column("n", integer()), column("a", integer()).storedAs("n * 2"))),
                created(
                                "column, generated, VIRTUAL",
                                table(
                                        column("n", integer()),
                                        column("a", integer()).virtualAs("n * 2")))
                        .needing(Capability.VIRTUAL_COLUMNS),
                created("column, ON UPDATE", table(column("n", integer()), time.onUpdateSql("CURRENT_TIMESTAMP")))
                        .needing(Capability.ON_UPDATE),
                created(
                                "column, ON UPDATE and DEFAULT",
                                table(time.defaultsToSql("CURRENT_TIMESTAMP").onUpdateSql("CURRENT_TIMESTAMP")))
                        .needing(Capability.ON_UPDATE),
                created("column, with a collation", table(text.collate(names.collation())))
                        .needing(Capability.COLLATIONS),
                created("column, with a character set", table(text.characterSet(names.characterSet())))
                        .needing(Capability.CHARACTER_SETS),
                created("column, invisible", table(column("n", integer()), text.asInvisible()))
                        .needing(Capability.INVISIBLE_COLUMNS));
    }

    private static Stream<OperationCase> identities() {
        Column number = column("id", bigint()).notNull();
        SequenceOptions bounded =
                SequenceOptions.of(10, 5).between(5L, 1000L).cache(7L).cycle(true);
        return Stream.of(
                created("column, identity", key(number.asIdentity())),
                created("column, identity, GENERATED ALWAYS", key(number.asIdentityAlways(1, 1)))
                        .needing(Capability.IDENTITY_ALWAYS),
                created("column, identity, START", key(number.asIdentity(5, 1))).needing(Capability.IDENTITY_START),
                created("column, identity, INCREMENT", key(number.asIdentity(5, 2)))
                        .needing(Capability.IDENTITY_INCREMENT),
                created(
                                "column, identity, MINVALUE, MAXVALUE, CACHE, CYCLE",
                                key(number.asIdentity(new Identity(false, bounded))))
                        .needing(Capability.IDENTITY_BOUNDS),
                created(
                                "column, identity, in a key of several columns",
                                table(
                                        number.asIdentity(),
                                        column("a", integer()).notNull(),
                                        primaryKey("id", "a")))
                        .needing(Capability.IDENTITY_IN_LONGER_KEY),
                created("column, identity, in no key", table(number.asIdentity()))
                        .needing(Capability.IDENTITY_WITHOUT_KEY));
    }

    private static Table key(Column number) {
        return table(number, primaryKey("id"));
    }
}
