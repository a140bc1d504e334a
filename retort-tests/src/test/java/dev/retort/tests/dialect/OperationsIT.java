package dev.retort.tests.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CommentOnTable;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.OutsideTransaction;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.schema.Column;
import dev.retort.schema.Columns;
import dev.retort.schema.Constraints;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.tests.server.DatabaseUnderTest;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OperationsIT {

    private static final QualifiedName BOOK = QualifiedName.of("book");
    private static final QualifiedName AUTHOR = QualifiedName.of("author");

    private static final Column TITLE = Columns.column("title", Columns.varchar(50))
            .notNull()
            .defaultsTo("it's")
            .comment("the title");

    /** Two tables with something of everything, to change. */
    private static final List<Table> LIBRARY = List.of(
            Table.of(
                    AUTHOR,
                    List.of(
                            Columns.column("id", Columns.bigint()).notNull().asIdentity(),
                            Columns.column("name", Columns.varchar(50)),
                            Columns.column("born", Columns.integer()),
                            Constraints.primaryKey("id"))),
            Table.of(
                    BOOK,
                    List.of(
                            Columns.column("id", Columns.bigint()).notNull(),
                            TITLE,
                            Columns.column("pages", Columns.integer()).defaultsTo(1),
                            Columns.column("code", Columns.varchar(20)),
                            Columns.column("author_id", Columns.bigint()),
                            Constraints.unique("uq_code", "code"),
                            Constraints.check("ck_pages", "pages > 0"),
                            Constraints.index("ix_title", "title", "pages"))));

    private static Column of(String column) {
        return LIBRARY.get(1).column(column).orElseThrow();
    }

    private static AlterColumn alter(String column, @Nullable Column existing, ColumnChange... changes) {
        return new AlterColumn(BOOK, column, List.of(changes), existing);
    }

    private static ColumnChange toDefault(@Nullable Object value) {
        return new ColumnChange.Default(value == null ? null : new DefaultValue.Literal(value));
    }

    private static Stream<Operation> reversible() {
        Table shelf = Table.of(
                QualifiedName.of("shelf"),
                List.of(
                        Columns.column("id", Columns.integer()).notNull().asIdentity(),
                        Columns.column("room", Columns.varchar(10)).comment("where"),
                        Constraints.namedPrimaryKey("pk_shelf", "id"),
                        Constraints.uniqueIndex("ux_room", "room")));
        return Stream.of(
                new CreateTable(shelf.comment("a \\ shelf")),
                new RenameTable(BOOK, "volume"),
                new CommentOnTable(BOOK, "it's", true, null),
                new AddColumn(BOOK, Columns.column("isbn", Columns.varchar(13)).comment("printed")),
                new AddColumn(
                        BOOK, Columns.column("sold", Columns.bool()).notNull().defaultsTo(false)),
                new DropColumn(BOOK, "author_id", of("author_id")),
                new RenameColumn(BOOK, "pages", "number of pages"),
                alter("title", of("title"), new ColumnChange.Type(Columns.varchar(80))),
                alter("title", of("title"), new ColumnChange.Nullability(true)),
                alter("title", of("title"), toDefault("other \\ '")),
                alter("title", of("title"), toDefault(null)),
                alter("title", of("title"), new ColumnChange.Comment("it's new")),
                alter("title", of("title"), new ColumnChange.Comment(null)),
                alter("code", of("code"), toDefault("x")),
                alter(
                        "code",
                        of("code"),
                        new ColumnChange.Type(Columns.integer()),
                        new ColumnChange.Nullability(false),
                        toDefault(5),
                        new ColumnChange.Comment("a number now")),
                alter("author_id", of("author_id"), new ColumnChange.Type(Columns.varchar(10))),
                alter("pages", of("pages"), new ColumnChange.Type(Columns.bigint()), toDefault(7)),
                new AddConstraint(BOOK, Constraints.primaryKey("id")),
                new AddConstraint(BOOK, Constraints.namedPrimaryKey("pk_book", "id", "title")),
                new AddConstraint(BOOK, Constraints.unique("uq_title", "title", "code")),
                new AddConstraint(BOOK, Constraints.check("ck_title", "title <> 'x'")),
                new AddConstraint(
                        BOOK,
                        Constraints.foreignKey("fk_author", "author_id")
                                .references("author", "id")
                                .onDelete(ReferentialAction.CASCADE)),
                new DropConstraint(BOOK, "uq_code", Constraints.unique("uq_code", "code")),
                new DropConstraint(BOOK, "ck_pages", Constraints.check("ck_pages", "pages > 0")),
                new CreateIndex(BOOK, Constraints.uniqueIndex("ux_pages", "pages")),
                new CreateIndex(
                        BOOK,
                        Index.of(
                                "ix_down",
                                List.of(Index.Part.column("pages").descending(true), Index.Part.column("code")))),
                new DropIndex(BOOK, "ix_title", Constraints.index("ix_title", "title", "pages")),
                new CreateSequence(Sequence.of(QualifiedName.of("numbers"), 100, 5)),
                new OutsideTransaction(List.of(new CreateIndex(BOOK, Constraints.index("ix_code", "code")))));
    }

    private static Stream<Arguments> reversibleEverywhere() {
        return Stream.of(DatabaseUnderTest.POSTGRESQL, DatabaseUnderTest.MARIADB)
                .flatMap(kind -> reversible().map(operation -> Arguments.of(kind, operation)));
    }

    @ParameterizedTest
    @MethodSource("reversibleEverywhere")
    void anOperationChangesTheSchemaAndItsReverseTakesThatBack(DatabaseUnderTest kind, Operation operation)
            throws Exception {
        try (Workbench bench = library(kind)) {
            SchemaSnapshot before = bench.inspect();

            bench.run(operation);
            SchemaSnapshot after = bench.inspect();
            bench.run(operation.reverse().orElseThrow());

            assertThat(after).isNotEqualTo(before);
            new Agreement(bench.dialect().comparison()).check(sorted(before), sorted(bench.inspect()));
        }
    }

    /** A column that was dropped comes back as the last. */
    private static SchemaSnapshot sorted(SchemaSnapshot snapshot) {
        return SchemaSnapshot.of(snapshot.tables().stream()
                        .map(table -> Table.of(
                                        table.name(),
                                        Stream.concat(
                                                        table.columns().stream()
                                                                .sorted((one, other) -> one.name()
                                                                        .compareTo(other.name())),
                                                        Stream.concat(
                                                                table.constraints().stream(), table.indexes().stream()))
                                                .toList())
                                .comment(table.comment()))
                        .toList())
                .and(snapshot.sequences());
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void theFoundTableIsEnoughToDropItAndMakeItAgain(DatabaseUnderTest kind) throws Exception {
        try (Workbench bench = library(kind)) {
            SchemaSnapshot before = bench.inspect();
            DropTable drop = new DropTable(BOOK, bench.table("book"));

            bench.run(drop, drop.reverse().orElseThrow());

            new Agreement(bench.dialect().comparison()).check(before, bench.inspect());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aChangeThatDoesNotSayWhatTheColumnIsKeepsTheRestOfIt(DatabaseUnderTest kind) throws Exception {
        try (Workbench bench = library(kind)) {
            bench.run(alter("title", null, new ColumnChange.Type(Columns.varchar(99))));
            assertThat(title(bench)).isEqualTo(TITLE.typed(Columns.varchar(99)));
            bench.run(alter("title", null, toDefault("new")));
            assertThat(title(bench).defaultValue()).isEqualTo(new DefaultValue.Literal("new"));
            bench.run(alter("title", null, toDefault(null)));
            assertThat(title(bench).defaultValue()).isNull();
            bench.run(alter("title", null, new ColumnChange.Nullability(true)));
            assertThat(title(bench))
                    .isEqualTo(
                            TITLE.typed(Columns.varchar(99)).withDefault(null).nullable(true));
        }
    }

    private static Column title(Workbench bench) throws Exception {
        return bench.table("book").column("title").orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aDroppedPrimaryKeyWithoutANameIsFound(DatabaseUnderTest kind) throws Exception {
        try (Workbench bench = library(kind)) {
            PrimaryKey key = Constraints.primaryKey("id");
            bench.run(new AddConstraint(BOOK, key), new DropConstraint(BOOK, null, key));
            assertThat(bench.table("book").primaryKey()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void rowsAreInsertedAndStatementsOfTheUsersRun(DatabaseUnderTest kind) throws Exception {
        try (Workbench bench = library(kind)) {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (int i = 0; i < 250; i++) {
                rows.add(Arrays.asList("name \\ ' ? " + i, i % 2 == 0 ? null : i));
            }
            bench.run(
                    new BulkInsert(AUTHOR, List.of("name", "born"), rows),
                    new ExecuteSql("UPDATE author SET born = ? WHERE born IS NULL AND name <> '??'", List.of(7)),
                    new ExecuteSql("DELETE FROM author WHERE name = '?'", List.of()));
            try (Statement statement = bench.connection().createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT count(*), count(CASE WHEN born = 7 THEN 1 END) FROM author")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getInt(1)).isEqualTo(250);
                assertThat(row.getInt(2)).isEqualTo(126);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aTextFillsAColumnOfAnyType(DatabaseUnderTest kind) throws Exception {
        try (Workbench bench = Workbench.on(kind)) {
            QualifiedName mixed = QualifiedName.of("mixed");
            bench.run(
                    new CreateTable(Table.of(
                            mixed,
                            List.of(
                                    Columns.column("a", Columns.uuid()),
                                    Columns.column("b", Columns.json()),
                                    Columns.column("c", Columns.date()),
                                    Columns.column("d", Columns.integer())))),
                    new BulkInsert(
                            mixed,
                            List.of("a", "b", "c", "d"),
                            List.of(
                                    List.of("6f1d6f0e-7e0a-4a53-9d0c-6d3b3a7c1f11", "{}", "2020-02-29", "5"),
                                    Arrays.asList(null, null, null, null))));
            try (Statement statement = bench.connection().createStatement();
                    ResultSet row = statement.executeQuery("SELECT d + 1 FROM mixed WHERE c > '2020-01-01'")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getInt(1)).isEqualTo(6);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aSequenceIsDropped(DatabaseUnderTest kind) throws Exception {
        try (Workbench bench = library(kind)) {
            Sequence sequence = Sequence.of(QualifiedName.of("Invoice Numbers"), -7, -2);
            bench.run(new CreateSequence(sequence));
            assertThat(bench.inspect().sequences()).containsExactly(sequence);
            bench.run(new DropSequence(sequence.name(), sequence));
            assertThat(bench.inspect().sequences()).isEmpty();
        }
    }

    private static Workbench library(DatabaseUnderTest kind) throws Exception {
        Workbench bench = Workbench.on(kind);
        for (Table table : LIBRARY) {
            bench.run(new CreateTable(table));
        }
        return bench;
    }
}
