package dev.retort.testkit;

import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.timestamp;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.testkit.Library.AUTHOR_ID;
import static dev.retort.testkit.Library.BOOK;
import static dev.retort.testkit.Library.CODE;
import static dev.retort.testkit.Library.NOTE;
import static dev.retort.testkit.Library.PAGES;
import static dev.retort.testkit.Library.T;
import static dev.retort.testkit.Library.TITLE;
import static dev.retort.testkit.Library.library;
import static dev.retort.testkit.Library.replacing;
import static dev.retort.testkit.Library.table;
import static dev.retort.testkit.Library.tables;

import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Identity;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.SqlType;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Columns that change, in one way or in several at once, and when nobody says what they were. */
final class AlterColumnCases {

    private static final ColumnChange NULLABLE = new ColumnChange.Nullability(true);
    private static final ColumnChange REQUIRED = new ColumnChange.Nullability(false);

    private final Words words;

    private AlterColumnCases(Words words) {
        this.words = words;
    }

    static Stream<OperationCase> all(Words words) {
        AlterColumnCases cases = new AlterColumnCases(words);
        return Stream.of(
                        types(),
                        defaults(),
                        conditions(),
                        comments(),
                        several(),
                        cases.texts(),
                        updates(),
                        numbering(),
                        unknown())
                .flatMap(some -> some);
    }

    private static OperationCase alter(String what, Column before, ColumnChange... changes) {
        AlterColumn operation = new AlterColumn(BOOK, before.name(), List.of(changes), before);
        return library("alter column, " + what, operation, replacing(before, operation.appliedTo(before)));
    }

    private static OperationCase blindly(String what, Column before, ColumnChange change) {
        AlterColumn operation = new AlterColumn(BOOK, before.name(), List.of(change), null);
        return library("alter column, not known, " + what, operation, replacing(before, operation.appliedTo(before)));
    }

    /** A change of a column that stands alone in its table. */
    private static OperationCase alone(String what, Column before, ColumnChange... changes) {
        AlterColumn operation = new AlterColumn(T, before.name(), List.of(changes), before);
        return OperationCase.of(
                "alter column, " + what,
                tables(table(column("n", integer()), before)),
                operation,
                SchemaSnapshot.of(table(column("n", integer()), operation.appliedTo(before))));
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
                        alter("a number instead of a text", CODE, to(integer())),
                        alter("a text instead of a number", AUTHOR_ID, to(varchar(10))),
                        alone(
                                "a text with a default becomes a number",
                                column("a", varchar(20)).defaultsTo("5"),
                                to(integer())),
                        alone("a greater number", column("a", integer()).notNull(), to(bigint())))
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
                                new ColumnChange.Default(new DefaultValue.Expression("lower('ABC')"))))
                .map(ofDefault -> ofDefault.needing(Capability.ALTER_DEFAULT));
    }

    private static Stream<OperationCase> conditions() {
        return Stream.of(alter("nullable", TITLE, NULLABLE), alter("required", NOTE, REQUIRED))
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
                alter("another type, and required", NOTE, to(varchar(200)), REQUIRED)
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
        ColumnChange collated = new ColumnChange.Collation(null, QualifiedName.of(words.collation()));
        return Stream.of(
                alone("a collation", column("a", varchar(20)), collated)
                        .needing(Capability.COLLATIONS, Capability.ALTER_TYPE),
                alone(
                                "no collation",
                                column("a", varchar(20)).collate(words.collation()),
                                new ColumnChange.Collation(null, null))
                        .needing(Capability.COLLATIONS, Capability.ALTER_TYPE),
                alone(
                                "a longer text with a collation",
                                column("a", varchar(20)).collate(words.collation()),
                                to(varchar(40)))
                        .needing(Capability.COLLATIONS, Capability.ALTER_TYPE),
                alone(
                                "a character set",
                                column("a", varchar(20)),
                                new ColumnChange.Collation(words.characterSet(), null))
                        .needing(Capability.CHARACTER_SETS, Capability.ALTER_TYPE));
    }

    private static Stream<OperationCase> updates() {
        Column time = column("a", timestamp(3));
        return Stream.of(
                        alone("set by each update", time, new ColumnChange.OnUpdate("CURRENT_TIMESTAMP")),
                        alone(
                                "no longer set by each update",
                                time.onUpdateSql("CURRENT_TIMESTAMP"),
                                new ColumnChange.OnUpdate(null)))
                .map(ofUpdate -> ofUpdate.needing(Capability.ON_UPDATE));
    }

    private static Stream<OperationCase> numbering() {
        Identity usual = Identity.BY_DEFAULT;
        return Stream.of(
                        number("in other steps", usual.incrementBy(5)),
                        number("within bounds", usual.min(-7).max(1000).cache(7).cycle()),
                        number("always", new Identity(true, usual.options())).needing(Capability.IDENTITY_ALWAYS),
                        number("from another number on", usual.startWith(100)).needing(Capability.ALTER_IDENTITY_START))
                .map(ofNumbering -> ofNumbering.needing(Capability.ALTER_IDENTITY));
    }

    private static OperationCase number(String what, Identity to) {
        return alone("numbered " + what, column("a", bigint()).notNull().asIdentity(), new ColumnChange.Numbering(to));
    }

    private static Stream<OperationCase> unknown() {
        return Stream.of(
                blindly("a longer text", TITLE, to(varchar(99))).needing(Capability.ALTER_TYPE),
                blindly("another default", TITLE, toDefault("new")).needing(Capability.ALTER_DEFAULT),
                blindly("no default", TITLE, toDefault(null)).needing(Capability.ALTER_DEFAULT),
                blindly("another number as default", PAGES, toDefault(2)).needing(Capability.ALTER_DEFAULT),
                blindly("nullable", TITLE, NULLABLE).needing(Capability.ALTER_NULLABILITY),
                blindly("another comment", TITLE, new ColumnChange.Comment("it's new"))
                        .needing(Capability.COMMENTS));
    }
}
