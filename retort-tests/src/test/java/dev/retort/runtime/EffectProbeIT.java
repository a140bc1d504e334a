package dev.retort.runtime;

import static dev.retort.runtime.Effect.ABSENT;
import static dev.retort.runtime.Effect.PRESENT;
import static dev.retort.runtime.Effect.UNKNOWN;
import static dev.retort.runtime.EffectCases.ALL;
import static dev.retort.runtime.EffectCases.AUTHOR;
import static dev.retort.runtime.EffectCases.BOOK;
import static dev.retort.runtime.EffectCases.CODE;
import static dev.retort.runtime.EffectCases.LIBRARY;
import static dev.retort.runtime.EffectCases.TITLE;
import static dev.retort.runtime.EffectCases.alter;
import static dev.retort.runtime.EffectCases.having;
import static dev.retort.runtime.EffectCases.likeMariadb;
import static dev.retort.runtime.EffectCases.sql;
import static dev.retort.runtime.EffectCases.toDefaultSql;
import static dev.retort.tests.server.DatabaseUnderTest.H2;
import static dev.retort.tests.server.DatabaseUnderTest.MARIADB;
import static dev.retort.tests.server.DatabaseUnderTest.POSTGRESQL;
import static dev.retort.tests.server.DatabaseUnderTest.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.dialect.Executable;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.operation.RunJava;
import dev.retort.operation.TableBatch.ColumnMove;
import dev.retort.runtime.EffectCases.Case;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Columns;
import dev.retort.schema.Constraints;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import dev.retort.testkit.Capability;
import dev.retort.tests.dialect.Workbench;
import dev.retort.tests.server.DatabaseUnderTest;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the catalog says of a statement of which nobody knows whether it has run. */
@Order(2)
class EffectProbeIT {

    @ParameterizedTest
    @MethodSource("dev.retort.runtime.EffectCases#plain")
    void theEffectOfAStatementIsAbsentBeforeItAndPresentAfterIt(
            DatabaseUnderTest kind, Operation operation, List<Operation> before) throws SQLException {
        try (Workbench bench = library(kind)) {
            bench.run(before.toArray(Operation[]::new));
            runAsking(bench, operation);
            if (operation.reverse().isPresent()) {
                runAsking(bench, operation.reverse().get());
            }
        }
    }

    private static void runAsking(Workbench bench, Operation operation) throws SQLException {
        for (Executable executable : bench.dialect().ddl().compile(operation)) {
            assertThat(probe(bench, executable)).as("before %s", executable).isEqualTo(ABSENT);
            bench.run(executable);
            assertThat(probe(bench, executable)).as("after %s", executable).isEqualTo(PRESENT);
        }
    }

    private static Effect probe(Workbench bench, Executable executable) throws SQLException {
        bench.connection().setAutoCommit(false);
        Effect effect = EffectProbe.probe(bench.connection(), bench.dialect(), executable.operation());
        bench.connection().commit();
        bench.connection().setAutoCommit(true);
        return effect;
    }

    private static Workbench library(DatabaseUnderTest kind) throws SQLException {
        Workbench bench = Workbench.on(kind);
        for (Table table : LIBRARY) {
            bench.run(new CreateTable(table));
        }
        return bench;
    }

    static Stream<DatabaseUnderTest> movers() {
        return likeMariadb().stream();
    }

    @ParameterizedTest
    @MethodSource("movers")
    void aColumnThatMovesCanBeMovedOnceMore(DatabaseUnderTest kind) throws SQLException {
        try (Workbench bench = library(kind)) {
            for (Executable executable :
                    bench.dialect().ddl().compile(EffectCases.batch(List.of(new ColumnMove("code", true, "id"))))) {
                assertThat(executable.isRepeatable()).isTrue();
                bench.run(executable);
                bench.run(executable);
            }
            assertThat(bench.dialect()
                            .inspector()
                            .table(bench.connection(), BOOK)
                            .orElseThrow()
                            .columns())
                    .first()
                    .extracting(Column::name)
                    .isEqualTo("code");
        }
    }

    static Stream<Arguments> commented() {
        Index slow = Constraints.index("ix_code", "code").comment("slow");
        UniqueConstraint once = Constraints.unique("uq_title", "title").comment("once");
        Table shelf =
                Table.of(QualifiedName.of("shelf"), List.of(CODE.comment("printed"), once.columns(List.of("code"))));
        return Stream.of(
                        Case.of(having(Capability.INDEX_COMMENTS), new CreateIndex(BOOK, slow)),
                        Case.of(having(Capability.KEY_COMMENTS), new AddConstraint(BOOK, once)),
                        Case.of(having(Capability.KEY_COMMENTS), new CreateTable(shelf.comment("high"))))
                .flatMap(Case::arguments);
    }

    @ParameterizedTest
    @MethodSource("commented")
    void aCommentThatIsWrittenLaterDoesNotHideWhatItIsAbout(
            DatabaseUnderTest kind, Operation operation, List<Operation> before) throws SQLException {
        try (Workbench bench = library(kind)) {
            Executable first = bench.dialect().ddl().compile(operation).get(0);
            assertThat(probe(bench, first)).isEqualTo(ABSENT);
            bench.run(first);
            assertThat(probe(bench, first)).isEqualTo(PRESENT);
            bench.run(operation.reverse().orElseThrow(), operation);
            assertThat(probe(bench, first)).isEqualTo(PRESENT);
        }
    }

    static Stream<Arguments> unclear() {
        Operation covered = new CreateIndex(BOOK, Constraints.index("ix_author", "author_id"));
        Operation serving = new CreateIndex(BOOK, Constraints.index("fk_author", "author_id"));
        Operation referring = new AddConstraint(
                BOOK, Constraints.foreignKey("fk_author", "author_id").references("author", "id"));
        return Stream.of(
                        Case.of(ALL, new ExecuteSql("CREATE TABLE mine (id INTEGER)", List.of())),
                        Case.of(ALL, new BulkInsert(AUTHOR, List.of("name"), List.of(List.of("one")))),
                        Case.of(ALL, new RunJava(connection -> {})),
                        Case.of(
                                having(Capability.ADD_CHECK),
                                new AddConstraint(BOOK, CheckConstraint.of(null, "pages < 9"))),
                        Case.of(likeMariadb(), serving, covered, referring),
                        Case.of(likeMariadb(), new DropIndex(BOOK, "fk_author", null), covered, serving, referring))
                .flatMap(Case::arguments);
    }

    @ParameterizedTest
    @MethodSource("unclear")
    void whatTheCatalogCannotTellIsLeftToAPerson(DatabaseUnderTest kind, Operation operation, List<Operation> before)
            throws SQLException {
        try (Workbench bench = library(kind)) {
            bench.run(before.toArray(Operation[]::new));
            for (Executable executable : bench.dialect().ddl().compile(operation)) {
                assertThat(probe(bench, executable)).isEqualTo(UNKNOWN);
                bench.run(executable);
                assertThat(probe(bench, executable)).isEqualTo(UNKNOWN);
            }
        }
    }

    /** The statement would be refused, and the run has died before it could say so. */
    static Stream<Arguments> taken() {
        Column otherTitle = Columns.column("title", Columns.integer());
        Table plain = Table.of(QualifiedName.of("plain"), List.of(Columns.column("id", Columns.integer())));
        Operation create = new CreateTable(plain);
        return Stream.of(
                        Case.of(ALL, new CreateTable(Table.of(BOOK, List.of(Columns.column("id", Columns.bigint()))))),
                        Case.of(EnumSet.of(SQLITE), create, new CreateTable(plain.option("strict", ""))),
                        Case.of(EnumSet.of(SQLITE), new CreateTable(plain.option("strict", "")), create),
                        Case.of(EnumSet.of(POSTGRESQL), create, new CreateTable(plain.option("fillfactor", "70"))),
                        Case.of(
                                having(Capability.PARTITIONING),
                                create,
                                new CreateTable(plain.partitioning("HASH (id)"))),
                        Case.of(
                                having(Capability.INHERITANCE),
                                create,
                                new CreateTable(plain.named(QualifiedName.of("parent"))),
                                new CreateTable(plain.inherits(List.of(QualifiedName.of("parent"))))),
                        Case.of(EnumSet.of(MARIADB), create, new CreateTable(plain.option("engine", "Aria"))),
                        Case.of(likeMariadb(), create, new CreateTable(plain.option("collate", "utf8mb4_bin"))),
                        Case.of(ALL, new RenameTable(BOOK, "author")),
                        Case.of(ALL, new RenameTable(BOOK, "book")),
                        Case.of(ALL, new AddColumn(BOOK, otherTitle)),
                        Case.of(ALL, new RenameColumn(BOOK, "title", "code")),
                        Case.of(ALL, new RenameColumn(BOOK, "title", "title")),
                        Case.of(ALL, new CreateIndex(BOOK, Constraints.index("ix_title", "code"))),
                        Case.of(ALL, new CreateIndex(BOOK, Constraints.uniqueIndex("ix_title", "title", "pages"))),
                        Case.of(
                                likeMariadb(POSTGRESQL, H2),
                                new CreateIndex(BOOK, Constraints.uniqueIndex("uq_code", "title"))),
                        Case.of(
                                having(Capability.ADD_UNIQUE),
                                new AddConstraint(BOOK, Constraints.unique("uq_code", "title"))),
                        Case.of(
                                having(Capability.ADD_CHECK),
                                new AddConstraint(BOOK, Constraints.check("ck_pages", "pages > 10"))),
                        Case.of(
                                having(Capability.ADD_PRIMARY_KEY),
                                new AddConstraint(AUTHOR, Constraints.primaryKey("name"))),
                        Case.of(
                                having(Capability.SEQUENCES),
                                new CreateSequence(Sequence.of(QualifiedName.of("numbers"), 1, 1)),
                                new CreateSequence(Sequence.of(QualifiedName.of("numbers"), 2, 2))))
                .flatMap(Case::arguments);
    }

    @ParameterizedTest
    @MethodSource("taken")
    void whatWasThereUnderTheNameBeforeIsNotTheEffect(
            DatabaseUnderTest kind, Operation operation, List<Operation> before) throws SQLException {
        try (Workbench bench = library(kind)) {
            bench.run(before.toArray(Operation[]::new));
            Executable first = bench.dialect().ddl().compile(operation).get(0);
            assertThat(probe(bench, first)).isNotEqualTo(PRESENT);
        }
    }

    /** What is there and no inspection reports. */
    static Stream<Arguments> unreported() {
        return Stream.of(
                        Case.of(
                                ALL,
                                new DropTable(QualifiedName.of("seen"), null),
                                sql("CREATE VIEW seen AS SELECT id FROM book")),
                        Case.of(
                                EnumSet.of(SQLITE),
                                new DropTable(QualifiedName.of("words"), null),
                                sql("CREATE VIRTUAL TABLE words USING fts5(word)")),
                        Case.of(
                                EnumSet.of(POSTGRESQL),
                                new DropTable(QualifiedName.of("y2020"), null),
                                sql("CREATE TABLE years (y integer) PARTITION BY LIST (y)"),
                                sql("CREATE TABLE y2020 PARTITION OF years FOR VALUES IN (2020)")),
                        Case.of(
                                EnumSet.of(POSTGRESQL),
                                new DropTable(QualifiedName.of("far"), null),
                                sql("CREATE SCHEMA away"),
                                sql("CREATE TABLE away.far (id integer)"),
                                sql("SET search_path = public, away")),
                        Case.of(
                                EnumSet.of(POSTGRESQL),
                                new DropSequence(QualifiedName.of("owned"), null),
                                sql("CREATE SEQUENCE owned OWNED BY book.id")),
                        Case.of(
                                EnumSet.of(MARIADB),
                                new DropConstraint(BOOK, "uq_hash", Constraints.unique("uq_hash", "title")),
                                sql("ALTER TABLE book ADD UNIQUE uq_hash (title) USING HASH")))
                .flatMap(Case::arguments);
    }

    @ParameterizedTest
    @MethodSource("unreported")
    void whatIsNotReportedIsNotTakenForGone(DatabaseUnderTest kind, Operation operation, List<Operation> before)
            throws SQLException {
        whatWasThereUnderTheNameBeforeIsNotTheEffect(kind, operation, before);
    }

    /** What a server puts into words of its own. */
    static Stream<Arguments> reworded() {
        SqlType own = Columns.nativeType("character varying(90)");
        Index computed = Index.of(
                "ix_computed",
                List.of(Index.Part.expression("trim(title) || 'x'").descending(true)));
        return Stream.of(
                        Case.of(
                                having(Capability.ALTER_TYPE, Capability.TEXT_LENGTHS),
                                alter("title", TITLE, new ColumnChange.Type(own))),
                        Case.of(
                                having(Capability.ALTER_TYPE, Capability.TEXT_LENGTHS),
                                alter("title", null, new ColumnChange.Type(own))),
                        Case.of(
                                having(Capability.ALTER_DEFAULT, Capability.EXPRESSION_DEFAULTS),
                                alter("code", CODE, toDefaultSql("lower('A' || 'B')"))),
                        Case.of(
                                having(
                                        Capability.ALTER_DEFAULT,
                                        Capability.EXPRESSION_DEFAULTS,
                                        Capability.NORMAL_FORMS),
                                alter("title", TITLE, toDefaultSql("substring('abc' from 2)"))),
                        Case.of(
                                having(
                                        Capability.ALTER_DEFAULT,
                                        Capability.EXPRESSION_DEFAULTS,
                                        Capability.NORMAL_FORMS),
                                alter("title", null, toDefaultSql("substring('abc' from 2)"))),
                        Case.of(having(Capability.ALTER_DEFAULT), alter("pages", null, toDefaultSql("NULL"))),
                        Case.of(
                                having(Capability.ADD_CHECK),
                                new AddConstraint(
                                        BOOK, Constraints.check("ck_odd", "trim(title) <> '' AND pages + 2 = 1"))),
                        Case.of(
                                having(
                                        Capability.ADD_COLUMN_WITH_EXPRESSION,
                                        Capability.EXPRESSION_DEFAULTS,
                                        Capability.NORMAL_FORMS),
                                new AddColumn(
                                        BOOK, Columns.column("more", own).defaultsToSql("substring('abc' from 2)"))),
                        Case.of(
                                likeMariadb(H2, POSTGRESQL),
                                new CreateTable(Table.of(
                                        QualifiedName.of("odd"),
                                        List.of(
                                                Columns.column("a", own).defaultsToSql("substring('abc' from 2)"),
                                                Constraints.check("ck_a", "trim(a) <> ''"))))),
                        Case.of(having(Capability.EXPRESSION_INDEXES), new CreateIndex(BOOK, computed)),
                        Case.of(
                                having(Capability.EXPRESSION_INDEXES, Capability.PARTIAL_INDEXES),
                                new CreateIndex(BOOK, computed.where("pages % 2 = 0"))))
                .flatMap(Case::arguments);
    }

    @ParameterizedTest
    @MethodSource("reworded")
    void whatTheServerWordsAnewIsNeverTakenForTheOpposite(
            DatabaseUnderTest kind, Operation operation, List<Operation> before) throws SQLException {
        try (Workbench bench = library(kind)) {
            bench.run(before.toArray(Operation[]::new));
            for (Executable executable : bench.dialect().ddl().compile(operation)) {
                assertThat(probe(bench, executable)).as("before %s", executable).isNotEqualTo(PRESENT);
                bench.run(executable);
                assertThat(probe(bench, executable)).as("after %s", executable).isNotEqualTo(ABSENT);
            }
        }
    }

    /** What a server that is asked recognizes in its own words. */
    static Stream<Arguments> recognized() {
        Set<DatabaseUnderTest> asked = likeMariadb(POSTGRESQL);
        Column computed = Columns.column("more", Columns.varchar(90)).storedAs("substring(title from 2)");
        return Stream.of(
                        Case.of(
                                asked,
                                new AddConstraint(
                                        BOOK, Constraints.check("ck_odd", "trim(title) <> '' AND pages + 2 = 1"))),
                        Case.of(asked, new AddColumn(BOOK, computed)),
                        Case.of(
                                likeMariadb(),
                                new AddConstraint(
                                        BOOK, Constraints.check("ck_x", "title rlike 'x' or position('x' in title)"))),
                        Case.of(
                                likeMariadb(),
                                new AddColumn(
                                        BOOK,
                                        Columns.column("due", Columns.timestamp(0))
                                                .defaultsToSql("now() + interval 1 day")
                                                .onUpdateSql("now()"))),
                        Case.of(
                                asked,
                                new CreateTable(Table.of(
                                        QualifiedName.of("odd"),
                                        List.of(
                                                Columns.column("a", Columns.varchar(9))
                                                        .defaultsToSql("substring('abc' from 2)"),
                                                Constraints.check("ck_a", "trim(a) <> ''"))))))
                .flatMap(Case::arguments);
    }

    @ParameterizedTest
    @MethodSource("recognized")
    void whatTheServerWordsAnewIsTheEffectWhereItIsAsked(
            DatabaseUnderTest kind, Operation operation, List<Operation> before) throws SQLException {
        try (Workbench bench = library(kind)) {
            bench.run(before.toArray(Operation[]::new));
            for (Executable executable : bench.dialect().ddl().compile(operation)) {
                assertThat(probe(bench, executable)).as("before %s", executable).isEqualTo(ABSENT);
                bench.run(executable);
                assertThat(probe(bench, executable)).as("after %s", executable).isEqualTo(PRESENT);
            }
        }
    }
}
