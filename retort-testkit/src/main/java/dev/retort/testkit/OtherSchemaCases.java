package dev.retort.testkit;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.schema.Constraints.check;
import static dev.retort.schema.Constraints.foreignKey;
import static dev.retort.schema.Constraints.index;
import static dev.retort.schema.Constraints.namedPrimaryKey;
import static dev.retort.schema.Constraints.unique;
import static dev.retort.testkit.LibrarySchema.empty;
import static dev.retort.testkit.LibrarySchema.replacing;
import static dev.retort.testkit.LibrarySchema.rows;
import static dev.retort.testkit.LibrarySchema.tables;
import static dev.retort.testkit.LibrarySchema.with;
import static dev.retort.testkit.LibrarySchema.without;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CommentOnTable;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Tables, and their parts, in a schema other than the connection's own. */
final class OtherSchemaCases {

    private static final QualifiedName PARENT = new QualifiedName(OperationCase.OTHER_SCHEMA, "parent");
    private static final QualifiedName CHILD = PARENT.sibling("child");

    private static final Column ID = column("id", integer()).notNull();
    private static final Column NAME = column("name", varchar(20));
    private static final CheckConstraint POSITIVE = check("ck_parent", "id > 0");
    private static final UniqueConstraint ONE_NAME = unique("uq_parent", "name");
    private static final Index BY_NAME = index("ix_parent", "name");
    private static final Table THERE = table(ID, NAME, namedPrimaryKey("parent_pk", "id"));

    private OtherSchemaCases() {}

    static Stream<OperationCase> all() {
        return Stream.of(whole(), references(), columns(), parts())
                .flatMap(cases -> cases)
                .map(OperationCase::inOtherSchema);
    }

    private static Table table(TableElement... elements) {
        return Table.of(PARENT, List.of(elements));
    }

    private static OperationCase change(String what, Operation operation, UnaryOperator<Table> after) {
        return change(what, THERE, operation, after);
    }

    private static OperationCase change(String what, Table before, Operation operation, UnaryOperator<Table> after) {
        return OperationCase.of(
                        "in another schema, " + what, tables(before), operation, SchemaSnapshot.of(after.apply(before)))
                .withSetUp(rows(PARENT, List.of("id", "name"), List.of(1, "a"), List.of(2, "b")));
    }

    private static Stream<OperationCase> whole() {
        return Stream.of(
                empty("in another schema, create table", new CreateTable(THERE), THERE),
                change(
                        "rename table",
                        new RenameTable(PARENT, "mother"),
                        table -> table.named(PARENT.sibling("mother"))),
                OperationCase.of(
                        "in another schema, drop table",
                        tables(THERE),
                        new DropTable(PARENT, THERE),
                        SchemaSnapshot.EMPTY),
                change(
                                "comment on table",
                                new CommentOnTable(PARENT, "it's", true, null),
                                table -> table.comment("it's"))
                        .needing(Capability.COMMENTS));
    }

    private static Stream<OperationCase> references() {
        Table here = Table.of(QualifiedName.of("parent"), List.of(ID, namedPrimaryKey("parent_pk", "id")));
        Table referring = Table.of(
                CHILD,
                List.of(
                        column("a", integer()),
                        foreignKey("child_parent", "a").references(PARENT.toString(), "id"),
                        index("ix_child", "a")));
        Table fromThere =
                referring.foreignKeys(List.of(foreignKey("child_parent", "a").references("parent", "id")));
        Table toThere = LibrarySchema.table(
                column("a", integer()),
                foreignKey("fk_there", "a").references(PARENT.toString(), "id"),
                index("ix_t", "a"));
        return Stream.of(
                OperationCase.of(
                        "in another schema, a table that refers to one there",
                        tables(THERE),
                        new CreateTable(referring),
                        SchemaSnapshot.of(THERE, referring)),
                OperationCase.of(
                                "in another schema, a table that refers to one here",
                                tables(here),
                                new CreateTable(fromThere),
                                SchemaSnapshot.of(fromThere))
                        .needing(Capability.FOREIGN_KEYS_FROM_OTHER_SCHEMAS),
                OperationCase.of(
                                "in another schema, a table here that refers to one there",
                                tables(THERE),
                                new CreateTable(toThere),
                                SchemaSnapshot.of(toThere))
                        .needing(Capability.FOREIGN_KEYS_TO_OTHER_SCHEMAS));
    }

    private static Stream<OperationCase> columns() {
        Column added = column("added", integer()).defaultsTo(7);
        AlterColumn longer = new AlterColumn(PARENT, "name", List.of(new ColumnChange.Type(varchar(90))), NAME);
        AlterColumn required = new AlterColumn(PARENT, "name", List.of(new ColumnChange.Nullability(false)), NAME);
        AlterColumn commented = new AlterColumn(PARENT, "name", List.of(new ColumnChange.Comment("it's")), NAME);
        Column number = ID.asIdentity();
        AlterColumn counting = new AlterColumn(
                PARENT, "id", List.of(new ColumnChange.Identity(Identity.BY_DEFAULT.incrementBy(5))), number);
        return Stream.of(
                change("add column", new AddColumn(PARENT, added), with(added)),
                change("drop column", new DropColumn(PARENT, "name", NAME), without(NAME)),
                change(
                        "rename column",
                        new RenameColumn(PARENT, "name", "title"),
                        replacing(NAME, NAME.named("title"))),
                change("alter column, a longer text", longer, replacing(NAME, longer.appliedTo(NAME)))
                        .needing(Capability.ALTER_TYPE),
                change("alter column, NOT NULL", required, replacing(NAME, required.appliedTo(NAME)))
                        .needing(Capability.ALTER_NULLABILITY),
                change("alter column, a comment", commented, replacing(NAME, commented.appliedTo(NAME)))
                        .needing(Capability.COMMENTS),
                change(
                                "alter column, identity, INCREMENT",
                                table(number, NAME),
                                counting,
                                replacing(number, counting.appliedTo(number)))
                        .needing(Capability.ALTER_IDENTITY, Capability.IDENTITY_WITHOUT_KEY));
    }

    private static Stream<OperationCase> parts() {
        return Stream.of(
                change("create index", new CreateIndex(PARENT, BY_NAME), with(BY_NAME)),
                change(
                        "drop index",
                        with(BY_NAME).apply(THERE),
                        new DropIndex(PARENT, "ix_parent", BY_NAME),
                        without(BY_NAME)),
                change("add check", new AddConstraint(PARENT, POSITIVE), with(POSITIVE))
                        .needing(Capability.ADD_CHECK),
                change(
                                "drop check",
                                with(POSITIVE).apply(THERE),
                                new DropConstraint(PARENT, "ck_parent", POSITIVE),
                                without(POSITIVE))
                        .needing(Capability.ADD_CHECK),
                change("add unique constraint", new AddConstraint(PARENT, ONE_NAME), with(ONE_NAME))
                        .needing(Capability.ADD_UNIQUE),
                change(
                                "drop unique constraint",
                                with(ONE_NAME).apply(THERE),
                                new DropConstraint(PARENT, "uq_parent", ONE_NAME),
                                without(ONE_NAME))
                        .needing(Capability.ADD_UNIQUE));
    }
}
