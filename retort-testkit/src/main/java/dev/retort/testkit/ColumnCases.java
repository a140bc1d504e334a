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
import static dev.retort.testkit.Library.AUTHOR_ID;
import static dev.retort.testkit.Library.BOOK;
import static dev.retort.testkit.Library.NOTE;
import static dev.retort.testkit.Library.library;
import static dev.retort.testkit.Library.made;
import static dev.retort.testkit.Library.replacing;
import static dev.retort.testkit.Library.table;
import static dev.retort.testkit.Library.with;
import static dev.retort.testkit.Library.without;

import dev.retort.operation.AddColumn;
import dev.retort.operation.DropColumn;
import dev.retort.operation.RenameColumn;
import dev.retort.schema.Column;
import dev.retort.schema.Identity;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.Table;
import java.util.stream.Stream;

/** Columns that are made with their table, and columns that are added, renamed and dropped. */
final class ColumnCases {

    private final Words words;

    private ColumnCases(Words words) {
        this.words = words;
    }

    static Stream<OperationCase> all(Words words) {
        ColumnCases cases = new ColumnCases(words);
        return Stream.of(added(), cases.addedFacts(), dropped(), cases.facts(), numbered())
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
                add(", required, with a default", required),
                add(
                        ", required, false by default",
                        column("sold", bool()).notNull().defaultsTo(false)),
                add(", required, without default", required.withDefault(null)).needing(Capability.ADD_REQUIRED_COLUMN),
                add(
                                ", the present time by default",
                                column("added", timestamp()).defaultsToSql("CURRENT_TIMESTAMP"))
                        .needing(Capability.ADD_COLUMN_WITH_EXPRESSION),
                add(", a list of words", column("added", enumeration("a", "it's"))),
                add(", a name that needs quotes", column("Is Added", integer())));
    }

    private Stream<OperationCase> addedFacts() {
        return Stream.of(
                add(", computed when it is read", column("added", integer()).virtualAs("pages + 1"))
                        .needing(Capability.VIRTUAL_COLUMNS),
                add(
                                ", computed when a row is written",
                                column("added", integer()).storedAs("pages + 1"))
                        .needing(Capability.ADD_STORED_COLUMN),
                add(", with a collation", column("added", varchar(9)).collate(words.collation()))
                        .needing(Capability.COLLATIONS),
                add(", numbered", column("added", integer()).notNull().asIdentity())
                        .needing(Capability.ADD_IDENTITY),
                add(", numbered, always", column("added", smallint()).notNull().asIdentity(Identity.of(true, 1, 1)))
                        .needing(Capability.ADD_IDENTITY, Capability.IDENTITY_ALWAYS),
                add(", numbered in steps", column("added", bigint()).notNull().asIdentity(100, 10))
                        .needing(Capability.ADD_IDENTITY, Capability.IDENTITY_INCREMENT),
                add(
                                ", numbered downwards",
                                column("added", smallint()).notNull().asIdentityAlways(-1, -1))
                        .needing(Capability.ADD_IDENTITY, Capability.IDENTITY_ALWAYS, Capability.IDENTITY_INCREMENT));
    }

    private static Stream<OperationCase> dropped() {
        return Stream.of(
                library("drop column", new DropColumn(BOOK, "author_id", AUTHOR_ID), without(AUTHOR_ID)),
                library("drop column, not known", new DropColumn(BOOK, "note", null), without(NOTE)),
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
                made(
                        "column, computed when a row is written",
                        table(column("n", integer()), column("a", integer()).storedAs("n * 2"))),
                made(
                                "column, computed when it is read",
                                table(
                                        column("n", integer()),
                                        column("a", integer()).virtualAs("n * 2")))
                        .needing(Capability.VIRTUAL_COLUMNS),
                made("column, set by each update", table(column("n", integer()), time.onUpdateSql("CURRENT_TIMESTAMP")))
                        .needing(Capability.ON_UPDATE),
                made(
                                "column, set by each update and by default",
                                table(time.defaultsToSql("CURRENT_TIMESTAMP").onUpdateSql("CURRENT_TIMESTAMP")))
                        .needing(Capability.ON_UPDATE),
                made("column, with a collation", table(text.collate(words.collation())))
                        .needing(Capability.COLLATIONS),
                made("column, with a character set", table(text.characterSet(words.characterSet())))
                        .needing(Capability.CHARACTER_SETS),
                made("column, invisible", table(column("n", integer()), text.asInvisible()))
                        .needing(Capability.INVISIBLE_COLUMNS));
    }

    private static Stream<OperationCase> numbered() {
        Column number = column("id", bigint()).notNull();
        SequenceOptions bounded =
                SequenceOptions.of(10, 5).between(5L, 1000L).cache(7L).cycle(true);
        return Stream.of(
                made("column, numbered", key(number.asIdentity())),
                made("column, numbered, always", key(number.asIdentityAlways(1, 1)))
                        .needing(Capability.IDENTITY_ALWAYS),
                made("column, numbered from a number on", key(number.asIdentity(5, 1)))
                        .needing(Capability.IDENTITY_START),
                made("column, numbered in steps", key(number.asIdentity(5, 2))).needing(Capability.IDENTITY_INCREMENT),
                made("column, numbered within bounds", key(number.asIdentity(new Identity(false, bounded))))
                        .needing(Capability.IDENTITY_BOUNDS),
                made(
                                "column, numbered, in a key of several",
                                table(
                                        number.asIdentity(),
                                        column("a", integer()).notNull(),
                                        primaryKey("id", "a")))
                        .needing(Capability.IDENTITY_IN_LONGER_KEY),
                made("column, numbered, in no key", table(number.asIdentity()))
                        .needing(Capability.IDENTITY_WITHOUT_KEY));
    }

    private static Table key(Column number) {
        return table(number, primaryKey("id"));
    }
}
