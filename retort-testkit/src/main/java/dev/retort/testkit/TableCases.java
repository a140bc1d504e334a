package dev.retort.testkit;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.decimal;
import static dev.retort.schema.Columns.enumeration;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.schema.Constraints.check;
import static dev.retort.schema.Constraints.foreignKey;
import static dev.retort.schema.Constraints.index;
import static dev.retort.schema.Constraints.namedPrimaryKey;
import static dev.retort.schema.Constraints.primaryKey;
import static dev.retort.schema.Constraints.unique;
import static dev.retort.schema.Constraints.uniqueIndex;
import static dev.retort.schema.Constraints.unnamedCheck;
import static dev.retort.schema.Constraints.unnamedForeignKey;
import static dev.retort.schema.Constraints.unnamedUnique;
import static dev.retort.testkit.LibrarySchema.AUTHORS;
import static dev.retort.testkit.LibrarySchema.BOOK;
import static dev.retort.testkit.LibrarySchema.BOOKS;
import static dev.retort.testkit.LibrarySchema.created;
import static dev.retort.testkit.LibrarySchema.library;
import static dev.retort.testkit.LibrarySchema.rows;
import static dev.retort.testkit.LibrarySchema.table;
import static dev.retort.testkit.LibrarySchema.tables;

import dev.retort.operation.AttachPartition;
import dev.retort.operation.CommentOnTable;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DetachPartition;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameTable;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/** Tables as a whole: created, renamed, commented on and dropped. */
final class TableCases {

    private static final Table PARENT = Table.of(
            QualifiedName.of("parent"), List.of(column("id", integer()).notNull(), namedPrimaryKey("parent_pk", "id")));

    private static final Table FOREST = Table.of(
            QualifiedName.of("forest"),
            List.of(
                    column("a", integer()).notNull(),
                    column("b", integer()).notNull().defaultsTo(3),
                    column("c", enumeration("oak", "elm")).defaultsTo("oak"),
                    column("d", decimal(8, 3)),
                    primaryKey("b", "a"),
                    unique("forest_d", "d"),
                    check("forest_a", "a < 100 AND b > 0"),
                    foreignKey("forest_parent", "a")
                            .references("parent", "id")
                            .onDelete(ReferentialAction.CASCADE)
                            .onUpdate(ReferentialAction.RESTRICT),
                    foreignKey("forest_self", "a", "b").references("forest", "b", "a"),
                    Index.of("forest_cd", "c", "d").asUnique()));

    private TableCases() {}

    static Stream<OperationCase> all() {
        return Stream.of(shapes(), whole(), comments()).flatMap(cases -> cases);
    }

    private static Stream<OperationCase> shapes() {
        Table numbered = table(
                column("id", integer()).notNull().asIdentity(),
                column("room", varchar(10)).comment("where"),
                namedPrimaryKey("pk_t", "id"),
                uniqueIndex("ux_room", "room"));
        Table unnamed = table(
                column("a", integer()).notNull(),
                column("b", integer()),
                column("p", integer()),
                primaryKey("a"),
                unnamedUnique("b"),
                unnamedCheck("b > 0"),
                unnamedForeignKey("p").references("parent", "id"));
        Table oddlyNamed = Table.of(
                QualifiedName.of("Price List"),
                List.of(
                        column("Net Price", decimal(8, 2)),
                        column("order", integer()),
                        column("größe", integer()),
                        index("IX Price", "Net Price", "order")));
        Table partitioned = table(column("a", integer())).partitioning("RANGE (a)");
        Table part = Table.of(QualifiedName.of("part"), List.of(column("a", integer())));
        return Stream.of(
                OperationCase.of(
                        "create table", tables(PARENT), new CreateTable(FOREST), SchemaSnapshot.of(PARENT, FOREST)),
                created("create table, identity", numbered),
                OperationCase.of(
                        "create table, constraints without names",
                        tables(PARENT),
                        new CreateTable(unnamed),
                        SchemaSnapshot.of(PARENT, unnamed)),
                created("create table, names that need quotes", oddlyNamed),
                created("create table, one column", table(column("a", integer()))),
                OperationCase.of(
                                "create table, INHERITS",
                                tables(PARENT),
                                new CreateTable(heir()),
                                SchemaSnapshot.of(PARENT, heir()))
                        .needing(Capability.INHERITANCE),
                created("create table, PARTITION BY", partitioned.partitioning("HASH (a)"))
                        .needing(Capability.PARTITIONING),
                OperationCase.of(
                                "detach partition",
                                tables(partitioned, part),
                                new DetachPartition(partitioned.name(), part.name(), "FOR VALUES FROM (1) TO (10)"),
                                SchemaSnapshot.of(partitioned, part))
                        .withSetUp(new AttachPartition(partitioned.name(), part.name(), "FOR VALUES FROM (1) TO (10)"))
                        .needing(Capability.ATTACHED_PARTITIONS),
                OperationCase.of(
                                "attach partition",
                                tables(partitioned, part),
                                new AttachPartition(partitioned.name(), part.name(), "FOR VALUES FROM (1) TO (10)"),
                                SchemaSnapshot.of(partitioned))
                        .needing(Capability.ATTACHED_PARTITIONS));
    }

    private static Table heir() {
        return table(column("id", integer()).notNull(), column("a", integer())).inherits(List.of(PARENT.name()));
    }

    private static Stream<OperationCase> whole() {
        Table mother = PARENT.named(QualifiedName.of("mother"));
        Table child = table(column("p", integer()), foreignKey("fk_p", "p").references("parent", "id"));
        Table ofMother = table(column("p", integer()), foreignKey("fk_p", "p").references("mother", "id"));
        return Stream.of(
                OperationCase.of(
                                "rename table",
                                tables(PARENT, child),
                                new RenameTable(PARENT.name(), "mother"),
                                SchemaSnapshot.of(mother, ofMother))
                        .withSetUp(
                                rows(PARENT.name(), List.of("id"), List.of(1)),
                                rows(child.name(), List.of("p"), List.of(1))),
                library(
                        "rename table, a name that needs quotes",
                        new RenameTable(BOOK, "Big Volume"),
                        books -> books.named(QualifiedName.of("Big Volume"))),
                library("drop table", new DropTable(BOOK, BOOKS), SchemaSnapshot.of(AUTHORS)),
                library("drop table, not known", new DropTable(BOOK, null), SchemaSnapshot.of(AUTHORS))
                        .irreversible());
    }

    private static Stream<OperationCase> comments() {
        Table commented = table(
                        column("a", integer()).comment("it's\na column"),
                        column("b", integer()).comment("größe \\ 100%"))
                .comment("it's \"the\" \\ table");
        Operation commentedBooks = new CommentOnTable(BOOK, "old", true, null);
        return Stream.of(
                        created("create table with comments", commented),
                        library(
                                "comment on table",
                                new CommentOnTable(BOOK, "it's", true, null),
                                books -> books.comment("it's")),
                        library(
                                        "comment on table, another",
                                        new CommentOnTable(BOOK, "new", true, "old"),
                                        books -> books.comment("new"))
                                .withSetUp(commentedBooks),
                        library("comment on table, none", new CommentOnTable(BOOK, null, true, "old"), books -> books)
                                .withSetUp(commentedBooks),
                        library(
                                        "comment on table, not known",
                                        new CommentOnTable(BOOK, "new", false, null),
                                        books -> books.comment("new"))
                                .irreversible())
                .map(ofComment -> ofComment.needing(Capability.COMMENTS));
    }
}
