package dev.retort.testkit;

import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.decimal;
import static dev.retort.schema.Columns.enumeration;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.timestamp;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.schema.Constraints.primaryKey;
import static dev.retort.testkit.LibrarySchema.AUTHOR_ID;
import static dev.retort.testkit.LibrarySchema.BOOK;
import static dev.retort.testkit.LibrarySchema.CODE;
import static dev.retort.testkit.LibrarySchema.NOTE;
import static dev.retort.testkit.LibrarySchema.PAGES;
import static dev.retort.testkit.LibrarySchema.T;
import static dev.retort.testkit.LibrarySchema.TITLE;
import static dev.retort.testkit.LibrarySchema.library;
import static dev.retort.testkit.LibrarySchema.replacing;
import static dev.retort.testkit.LibrarySchema.rows;
import static dev.retort.testkit.LibrarySchema.table;
import static dev.retort.testkit.LibrarySchema.tables;

import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Identity;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes of columns, single ones and several at once, with and without the column before. */
final class AlterColumnCases {

    private static final ColumnChange NULLABLE = new ColumnChange.Nullability(true);
    private static final ColumnChange REQUIRED = new ColumnChange.Nullability(false);

    private final DialectNames names;

    private AlterColumnCases(DialectNames names) {
        this.names = names;
    }

    static Stream<OperationCase> all(DialectNames names) {
        AlterColumnCases cases = new AlterColumnCases(names);
        return Stream.of(
                        types(),
                        defaults(),
                        conditions(),
                        comments(),
                        several(),
                        cases.texts(),
                        updates(),
                        identityChanges(),
                        setIdentity(),
                        unknown())
                .flatMap(some -> some);
    }

    private static OperationCase alter(String what, Column before, ColumnChange... changes) {
        AlterColumn operation = new AlterColumn(BOOK, before.name(), List.of(changes), before);
        return library("alter column, " + what, operation, replacing(before, operation.appliedTo(before)));
    }

    private static OperationCase unknownBefore(String what, Column before, ColumnChange change) {
        AlterColumn operation = new AlterColumn(BOOK, before.name(), List.of(change), null);
        return library("alter column, not known, " + what, operation, replacing(before, operation.appliedTo(before)))
                .irreversible();
    }

    private static OperationCase singleColumn(String what, Column before, ColumnChange... changes) {
        return ofTable(what, column -> table(column("n", integer()), column), before, changes);
    }

    private static OperationCase singleKey(String what, Column before, ColumnChange... changes) {
        return ofTable(
                what, column -> table(column("n", integer()), column, primaryKey(column.name())), before, changes);
    }

    private static OperationCase ofTable(
            String what, Function<Column, Table> table, Column before, ColumnChange... changes) {
        AlterColumn operation = new AlterColumn(T, before.name(), List.of(changes), before);
        boolean wantsValue = !before.nullable() && before.identity() == null;
        return OperationCase.of(
                        "alter column, " + what,
                        tables(table.apply(before)),
                        operation,
                        SchemaSnapshot.of(table.apply(operation.appliedTo(before))))
                .withSetUp(
                        wantsValue
                                ? rows(T, List.of("n", "a"), List.of(1, 7), List.of(2, 8))
                                : rows(T, List.of("n"), List.of(1), List.of(2)));
    }

    private static ColumnChange to(SqlType type) {
        return new ColumnChange.Type(type);
    }

    private static ColumnChange toDefault(@Nullable Object value) {
        return new ColumnChange.Default(value == null ? null : new DefaultValue.Literal(value));
    }

    private static Stream<OperationCase> types() {
        return Stream.of(
                        alter("a longer text", NOTE, to(varchar(200))),
                        alter("a longer text of a column with everything", TITLE, to(varchar(80))),
                        alter("a shorter text", NOTE, to(varchar(10))),
                        singleColumn(
                                "integer instead of bigint",
                                column("a", bigint()).defaultsTo(5),
                                to(integer())),
                        singleColumn(
                                "a longer decimal",
                                column("a", decimal(8, 2)).defaultsTo(new BigDecimal("1.50")),
                                to(decimal(12, 4))),
                        singleColumn(
                                        "a generated column",
                                        column("a", integer()).storedAs("n * 2"),
                                        to(bigint()))
                                .needing(Capability.ALTER_GENERATED_TYPE),
                        singleColumn(
                                        "bigint instead of integer, identity",
                                        column("a", integer()).notNull().asIdentity(),
                                        to(bigint()))
                                .needing(Capability.IDENTITY_WITHOUT_KEY, Capability.ALTER_IDENTITY_TYPE),
                        alter("a number instead of a text", CODE, to(integer())),
                        alter("a text instead of a number", AUTHOR_ID, to(varchar(10))),
                        alter(
                                        "a number instead of a text, USING",
                                        NOTE,
                                        new ColumnChange.Type(integer(), "char_length(note)"))
                                .needing(Capability.USING),
                        singleColumn(
                                "a text with a default becomes a number",
                                column("a", varchar(20)).defaultsTo("5"),
                                to(integer())),
                        singleColumn(
                                "bigint instead of integer",
                                column("a", integer()).notNull(),
                                to(bigint())),
                        singleColumn(
                                        "one more word",
                                        column("a", enumeration("new", "it's")),
                                        to(enumeration("new", "it's", "gone")))
                                .needing(Capability.ALTER_ENUM),
                        singleColumn(
                                        "words instead of a text",
                                        column("a", varchar(20)),
                                        to(enumeration("new", "it's")))
                                .needing(Capability.ALTER_ENUM))
                .map(ofType -> ofType.needing(Capability.ALTER_TYPE));
    }

    private static Stream<OperationCase> defaults() {
        return Stream.of(
                        alter("another default", TITLE, toDefault("other \\ '")),
                        alter("no default", TITLE, toDefault(null)),
                        alter("no default of a nullable column", PAGES, toDefault(null)),
                        alter("a default", NOTE, toDefault("y")),
                        alter(
                                        "an expression as default",
                                        CODE,
                                        new ColumnChange.Default(new DefaultValue.Expression("lower('ABC')")))
                                .needing(Capability.EXPRESSION_DEFAULTS))
                .map(ofDefault -> ofDefault.needing(Capability.ALTER_DEFAULT));
    }

    private static Stream<OperationCase> conditions() {
        return Stream.of(alter("no NOT NULL", TITLE, NULLABLE), alter("NOT NULL", NOTE, REQUIRED))
                .map(ofCondition -> ofCondition.needing(Capability.ALTER_NULLABILITY));
    }

    private static Stream<OperationCase> comments() {
        return Stream.of(
                        alter("another comment", TITLE, new ColumnChange.Comment("it's new")),
                        alter("no comment", TITLE, new ColumnChange.Comment(null)),
                        alter("a comment", NOTE, new ColumnChange.Comment("it's")))
                .map(ofComment -> ofComment.needing(Capability.COMMENTS));
    }

    private static Stream<OperationCase> several() {
        return Stream.of(
                alter("another type, and NOT NULL", NOTE, to(varchar(200)), REQUIRED)
                        .needing(Capability.ALTER_TYPE, Capability.ALTER_NULLABILITY),
                alter("another type and default", PAGES, to(bigint()), toDefault(7))
                        .needing(Capability.ALTER_TYPE, Capability.ALTER_DEFAULT),
                alter(
                                "all at once",
                                CODE,
                                to(integer()),
                                REQUIRED,
                                toDefault(5),
                                new ColumnChange.Comment("a number now"))
                        .needing(
                                Capability.ALTER_TYPE,
                                Capability.ALTER_NULLABILITY,
                                Capability.ALTER_DEFAULT,
                                Capability.COMMENTS));
    }

    private Stream<OperationCase> texts() {
        ColumnChange collated = new ColumnChange.Collation(null, QualifiedName.of(names.collation()));
        return Stream.of(
                singleColumn("a collation", column("a", varchar(20)), collated)
                        .needing(Capability.COLLATIONS, Capability.ALTER_COLLATION),
                singleColumn(
                                "no collation",
                                column("a", varchar(20)).collate(names.collation()),
                                new ColumnChange.Collation(null, null))
                        .needing(Capability.COLLATIONS, Capability.ALTER_COLLATION),
                singleColumn(
                                "a longer text with a collation",
                                column("a", varchar(20)).collate(names.collation()),
                                to(varchar(40)))
                        .needing(Capability.COLLATIONS, Capability.ALTER_TYPE),
                singleColumn(
                                "a character set",
                                column("a", varchar(20)),
                                new ColumnChange.Collation(names.characterSet(), null))
                        .needing(Capability.CHARACTER_SETS, Capability.ALTER_COLLATION));
    }

    private static Stream<OperationCase> updates() {
        Column time = column("a", timestamp(3));
        return Stream.of(
                        singleColumn("ON UPDATE", time, new ColumnChange.OnUpdate("CURRENT_TIMESTAMP")),
                        singleColumn(
                                "no ON UPDATE", time.onUpdateSql("CURRENT_TIMESTAMP"), new ColumnChange.OnUpdate(null)))
                .map(ofUpdate -> ofUpdate.needing(Capability.ON_UPDATE));
    }

    private static Stream<OperationCase> setIdentity() {
        Column number = column("a", integer()).notNull();
        ColumnChange set = new ColumnChange.Identity(Identity.BY_DEFAULT);
        Identity options = Identity.BY_DEFAULT.startWith(100).incrementBy(5);
        return Stream.of(
                        singleKey("identity set", number, set),
                        singleKey(
                                        "identity set, START",
                                        number,
                                        new ColumnChange.Identity(Identity.BY_DEFAULT.startWith(100)))
                                .needing(Capability.IDENTITY_START),
                        singleKey("identity set, START, INCREMENT", number, new ColumnChange.Identity(options))
                                .needing(Capability.IDENTITY_INCREMENT),
                        singleKey("identity set and bigint instead of integer", number, to(bigint()), set)
                                .needing(Capability.ALTER_TYPE),
                        singleKey("identity dropped", number.asIdentity(), new ColumnChange.Identity(null)))
                .map(change -> change.needing(Capability.SET_IDENTITY));
    }

    private static Stream<OperationCase> identityChanges() {
        Identity usual = Identity.BY_DEFAULT;
        return Stream.of(
                        number("INCREMENT", usual.incrementBy(5)),
                        number(
                                        "MINVALUE, MAXVALUE, CACHE, CYCLE",
                                        usual.min(-7).max(1000).cache(7).cycle())
                                .needing(Capability.IDENTITY_BOUNDS),
                        number("GENERATED ALWAYS", new Identity(true, usual.options()))
                                .needing(Capability.IDENTITY_ALWAYS),
                        number("START", usual.startWith(100)).needing(Capability.ALTER_IDENTITY_START))
                .map(change -> change.needing(Capability.ALTER_IDENTITY, Capability.IDENTITY_WITHOUT_KEY));
    }

    private static OperationCase number(String what, Identity to) {
        return singleColumn(
                "identity, " + what, column("a", bigint()).notNull().asIdentity(), new ColumnChange.Identity(to));
    }

    private static Stream<OperationCase> unknown() {
        return Stream.of(
                unknownBefore("a longer text", TITLE, to(varchar(99))).needing(Capability.ALTER_TYPE),
                unknownBefore("another default", TITLE, toDefault("new")).needing(Capability.ALTER_DEFAULT),
                unknownBefore("no default", TITLE, toDefault(null)).needing(Capability.ALTER_DEFAULT),
                unknownBefore("another number as default", PAGES, toDefault(2)).needing(Capability.ALTER_DEFAULT),
                unknownBefore("no NOT NULL", TITLE, NULLABLE).needing(Capability.ALTER_NULLABILITY),
                unknownBefore("another comment", TITLE, new ColumnChange.Comment("it's new"))
                        .needing(Capability.COMMENTS));
    }
}
