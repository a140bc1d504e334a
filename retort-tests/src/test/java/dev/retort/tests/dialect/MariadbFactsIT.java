package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.nativeType;
import static dev.retort.schema.Columns.timestamp;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.schema.Constraints.index;
import static dev.retort.schema.Constraints.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.retort.compare.SchemaComparator;
import dev.retort.compare.SchemaDifferences;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.InspectionScope;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.CommentOnTable;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropTable;
import dev.retort.operation.GeneratedOperations;
import dev.retort.operation.Grant;
import dev.retort.operation.Hazard;
import dev.retort.operation.Operation;
import dev.retort.operation.Privileges;
import dev.retort.operation.Revoke;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.tests.server.DatabaseUnderTest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What MariaDB has of tables, columns and indexes, each in one place of the model. */
class MariadbFactsIT {

    private static final QualifiedName ROOM = QualifiedName.of("room");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "datetime DEFAULT current_timestamp() | datetime DEFAULT '2020-01-01 00:00:00'",
                "datetime DEFAULT current_timestamp() | datetime DEFAULT NULL",
                "datetime NOT NULL DEFAULT current_timestamp() | datetime NOT NULL",
                "datetime NOT NULL DEFAULT current_timestamp() | datetime NOT NULL DEFAULT (current_timestamp() + interval 1 day)",
                "timestamp(3) NULL DEFAULT current_timestamp(3) | timestamp(3) NULL DEFAULT '2020-01-01 00:00:00.000'"
            })
    void theCurrentTimeAsDefaultGivesWayToAnotherAndComesBack(String one, String other) throws Exception {
        for (boolean known : List.of(true, false)) {
            try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
                bench.sql("CREATE TABLE room (id integer, since " + other + ")");
                SchemaSnapshot after = bench.inspect();
                bench.sql("DROP TABLE room", "CREATE TABLE room (id integer, since " + one + ")");
                SchemaSnapshot before = bench.inspect();
                SchemaDifferences change = bench.compare(after);

                run(bench, change.upgrade(), known);
                assertThat(bench.inspect()).isEqualTo(after);
                run(bench, change.downgrade(), known);
                assertThat(bench.inspect()).isEqualTo(before);
            }
        }
    }

    /** The server's own character set has no room for them. */
    @Test
    void charactersThatTheServerDoesNotReportAreNotFoundDifferentEachTime() throws Exception {
        Table desired = Table.of(
                        ROOM,
                        List.of(
                                column("a", new EnumType(null, List.of("x😀", "y")))
                                        .comment("a😀b"),
                                column("b", nativeType("set('x😀','y')")),
                                column("c", varchar(9)).defaultsTo("😀"),
                                column("d", nativeType("text")).defaultsTo("😀"),
                                column("e", varchar(20)).defaultsToSql("concat('😀', c)"),
                                index("ix", "c").comment("i😀")))
                .comment("t😀");
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            bench.sql(
                    "ALTER DATABASE CHARACTER SET utf8mb4",
                    "CREATE TABLE room (a enum('x😀', 'y') COMMENT 'a😀b', b set('x😀', 'y'), c varchar(9) DEFAULT '😀',"
                            + " d text DEFAULT '😀', e varchar(20) DEFAULT concat('😀', c), KEY ix (c) COMMENT 'i😀') COMMENT 't😀'");

            assertThat(bench.differences(desired)).isEmpty();
            assertThat(bench.differences(desired.comment("t!"))).hasSize(1);
            assertThat(bench.differences(desired.comment("u😀")))
                    .containsExactly(new CommentOnTable(ROOM, "u😀", true, "t?"));
        }
    }

    @Test
    void charactersThatTheServerWouldLoseAreRefused() throws Exception {
        Table plain = Table.of(ROOM, List.of(column("a", varchar(9))));
        Column wide = column("b", new EnumType(null, List.of("x😀")));
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            for (Operation operation : List.of(
                    new CreateTable(plain.comment("a😀")),
                    new CommentOnTable(ROOM, "a😀", true, null),
                    new CreateIndex(ROOM, index("ix", "a").comment("a😀")),
                    new AddColumn(ROOM, column("b", varchar(9)).comment("a😀")),
                    new AddColumn(ROOM, wide),
                    new AddColumn(ROOM, column("b", nativeType("SET ('a', 'x😀')"))))) {
                assertThatThrownBy(() -> bench.dialect().ddl().compile(operation))
                        .isInstanceOf(UnsupportedByDialectException.class)
                        .hasMessageContaining("a character that takes four bytes in UTF-8");
            }
            bench.sql("ALTER DATABASE CHARACTER SET utf8mb4");
            bench.run(new CreateTable(plain.comment("€ü")));
            bench.run(new AddColumn(ROOM, column("b", varchar(9)).defaultsTo("😀")));
        }
    }

    /** Runs changes of columns, with what the columns are before or without. */
    private static void run(Workbench bench, GeneratedOperations generated, boolean known) throws Exception {
        for (Operation operation : generated.operations()) {
            AlterColumn alter = (AlterColumn) operation;
            bench.run(known ? alter : new AlterColumn(alter.table(), alter.column(), alter.changes(), null));
        }
    }

    @Test
    void whatAColumnIsMadeWithIsHeldByTheColumnAlone() throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            bench.sql("CREATE TABLE room (id integer, title varchar(20)) WITH SYSTEM VERSIONING");
            SchemaSnapshot plain = bench.inspect();
            bench.sql("DROP TABLE room");
            bench.sql("CREATE TABLE room (id integer, title varchar(20) INVISIBLE WITHOUT SYSTEM VERSIONING)"
                    + " WITH SYSTEM VERSIONING");
            SchemaSnapshot more = bench.inspect();

            assertThat(more.unmodelled()).isEmpty();
            Column title = bench.table("room").column("title").orElseThrow();
            assertThat(title.invisible()).isTrue();
            assertThat(title.options().has("without system versioning")).isTrue();
            assertThat(attentions(new SchemaComparator(bench.dialect()), more, plain))
                    .containsExactly("No operation changes column title of room to what is desired; write it by hand:"
                            + " INVISIBLE, without system versioning. Now it is: the defaults.");
            assertThat(attentions(new SchemaComparator(bench.dialect()).leavingUnsaid(), plain, more))
                    .containsExactly("Cannot be compared, and is left as it is in column title of room:"
                            + " INVISIBLE, without system versioning.");
            assertDropsAndComesBack(bench);
        }
    }

    private static final String DATABASE = "ALTER DATABASE COLLATE utf8mb4_general_ci";

    /** With the dialect as it is where the connection is new. */
    private static Workbench afresh(Workbench bench) throws Exception {
        return new Workbench(
                bench.emptied(),
                Dialects.loadedFrom(MariadbFactsIT.class.getClassLoader()).forConnection(bench.connection()));
    }

    @Test
    void aTableKeepsItsCollationAndItsColumnsSayOthersAlone() throws Exception {
        try (Workbench first = Workbench.on(DatabaseUnderTest.MARIADB)) {
            first.sql(
                    DATABASE,
                    "CREATE TABLE room (a varchar(9), b varchar(9) COLLATE utf8mb4_general_ci) COLLATE utf8mb4_bin",
                    "CREATE TABLE hall (a varchar(9), b varchar(9) COLLATE utf8mb4_bin)");
            Workbench bench = afresh(first);

            Table room = bench.table("room");
            assertThat(room.options()).isEqualTo(Options.NONE.with("collate", "utf8mb4_bin"));
            assertThat(room.columns())
                    .extracting(Column::collation)
                    .containsExactly(null, QualifiedName.of("utf8mb4_general_ci"));
            Table hall = bench.table("hall");
            assertThat(hall.options()).isEqualTo(Options.NONE);
            assertThat(hall.columns())
                    .extracting(Column::collation)
                    .containsExactly(null, QualifiedName.of("utf8mb4_bin"));
            assertDropsAndComesBack(bench);
        }
    }

    @Test
    void theCollationOfATableInAnotherDatabaseIsRead() throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB);
                Workbench other = Workbench.on(DatabaseUnderTest.MARIADB)) {
            other.sql(
                    DATABASE,
                    "CREATE TABLE usual (a varchar(9))",
                    "CREATE TABLE own (a varchar(9)) COLLATE utf8mb4_bin");
            String name = other.connection().getCatalog();

            assertThat(bench.dialect()
                            .inspector()
                            .inspect(bench.connection(), new InspectionScope(List.of(name), null))
                            .tables())
                    .extracting(table -> table.name().name(), Table::options)
                    .containsExactly(
                            tuple("own", Options.NONE.with("collate", "utf8mb4_bin")), tuple("usual", Options.NONE));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "collate = utf8mb4_bin | collate = utf8mb4_bin | true",
                "collate = UTF8MB4_BIN | collate = utf8mb4_bin | true",
                "character set = latin1 | character set = latin1 | true",
                "charset = utf8 | character set = utf8mb3 | true",
                "character set = latin1, collate = latin1_bin | collate = latin1_bin | true",
                "character set = latin1 | collate = utf8mb4_bin | false",
                "collate = utf8mb4_general_ci | | true",
                "character set = utf8mb4 | | true",
                "character set = latin1 | | false",
                "| collate = utf8mb4_bin | false",
                "engine = InnoDB | | true",
                "engine = innodb | engine = Aria | false",
                "engine = MYISAM, row_format = fixed | engine = MyISAM, row_format = FIXED | true",
                "row_format = compressed | row_format = COMPRESSED | true",
                "row_format = compressed | row_format = DYNAMIC | false",
                "row_format = default | | true"
            })
    void optionsAreComparedAsTheServerTakesThem(@Nullable String wanted, @Nullable String found, boolean same)
            throws Exception {
        try (Workbench first = Workbench.on(DatabaseUnderTest.MARIADB)) {
            first.sql(DATABASE);
            Workbench bench = afresh(first);
            bench.run(new CreateTable(room(found)));

            assertThat(new SchemaComparator(bench.dialect())
                            .compare(SchemaSnapshot.of(room(wanted)), bench.inspect(), all -> true)
                            .isEmpty())
                    .isEqualTo(same);
        }
    }

    private static Table room(@Nullable String options) {
        Table room = Table.of(
                ROOM, List.of(column("id", integer()), column("title", varchar(20)), index("ix_room", "title")));
        for (String option : options == null ? new String[0] : options.split(", ", -1)) {
            String[] parts = option.split(" = ", -1);
            room = room.option(parts[0], parts[1]);
        }
        return room;
    }

    @Test
    void aColumnIsComparedWithTheCollationThatItHasFromItsTable() throws Exception {
        try (Workbench first = Workbench.on(DatabaseUnderTest.MARIADB)) {
            first.sql(DATABASE, "CREATE TABLE room (title varchar(20)) COLLATE utf8mb4_bin");
            Workbench bench = afresh(first);
            Table room = bench.table("room");

            assertThat(operations(
                            bench,
                            room.columns(List.of(column("title", varchar(20)).collate("utf8mb4_bin")))))
                    .isEmpty();
            Table usual = room.columns(List.of(column("title", varchar(20)).collate("utf8mb4_general_ci")));
            List<Operation> change = operations(bench, usual);
            assertThat(change).extracting(Operation::describe).containsExactly("alter column room.title (collation)");
            bench.run(change.get(0));
            assertThat(operations(bench, usual)).isEmpty();
        }
    }

    private static List<Operation> operations(Workbench bench, Table desired) throws Exception {
        return new SchemaComparator(bench.dialect())
                .compare(SchemaSnapshot.of(desired), bench.inspect(), all -> true)
                .upgrade()
                .operations();
    }

    @Test
    void aKeyIsAsLongAsTheCollationOfItsTableMakesIt() throws Exception {
        try (Workbench first = Workbench.on(DatabaseUnderTest.MARIADB)) {
            first.sql(DATABASE);
            Workbench bench = afresh(first);
            Table wide = Table.of(ROOM, List.of(column("title", varchar(1000)), unique("uq", "title")));

            assertThatExceptionOfType(UnsupportedByDialectException.class)
                    .isThrownBy(() -> bench.run(new CreateTable(wide)))
                    .withMessageContaining("takes 4000 bytes");
            bench.run(new CreateTable(wide.option("character set", "latin1")));
            assertThat(bench.table("room").options()).isEqualTo(Options.NONE.with("collate", "latin1_swedish_ci"));
        }
    }

    @Test
    void anOptionIsReadToItsEnd() throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            bench.sql(
                    "SET sql_mode = 'IGNORE_BAD_TABLE_OPTIONS'",
                    "CREATE TABLE room (id integer) `my option`='a b=c' `it``s`='it''s  x' bare=yes"
                            + " PARTITION BY HASH (id) PARTITIONS 2");

            assertThat(bench.table("room").options())
                    .isEqualTo(Options.NONE
                            .with("my option", "'a b=c'")
                            .with("it`s", "'it''s  x'")
                            .with("bare", "yes"));
            assertThat(bench.table("room").partitioning()).isEqualTo("HASH (`id`) PARTITIONS 2");
            assertThat(bench.inspect().unmodelled()).isEmpty();
        }
    }

    @Test
    void aRequiredColumnThatEachUpdateSetsHasNoDefaultThatNobodyGaveIt() throws Exception {
        Column seen = column("seen", timestamp(6)).notNull().onUpdateSql("CURRENT_TIMESTAMP");
        Table room = Table.of(QualifiedName.of("room"), List.of(column("id", integer()), seen));
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            bench.run(new CreateTable(room));

            assertThat(bench.table("room").column("seen"))
                    .hasValueSatisfying(
                            found -> assertThat(found.defaultValue()).isNull());
            assertThat(attentions(asking(bench), SchemaSnapshot.of(room), bench.inspect()))
                    .isEmpty();
            assertDropsAndComesBack(bench);
        }
    }

    @Test
    void aDefaultOfNoTimeThatSomebodyGaveIsReadBesideWhatEachUpdateSets() throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            bench.sql("CREATE TABLE room (id integer, seen timestamp NULL DEFAULT '0000-00-00 00:00:00'"
                    + " ON UPDATE current_timestamp())");

            assertThat(bench.table("room").column("seen"))
                    .hasValueSatisfying(
                            found -> assertThat(found.defaultValue()).isNotNull());
            assertDropsAndComesBack(bench);
        }
    }

    private static SchemaComparator asking(Workbench bench) {
        return new SchemaComparator(bench.dialect())
                .asking(bench.dialect().normalizer().on(bench.connection()));
    }

    private static void assertDropsAndComesBack(Workbench bench) throws Exception {
        SchemaSnapshot before = bench.inspect();
        for (Table found : before.tables()) {
            bench.run(new DropTable(found.name(), found), new CreateTable(found));
        }
        assertThat(bench.inspect()).isEqualTo(before);
    }

    private static List<String> attentions(SchemaComparator comparator, SchemaSnapshot desired, SchemaSnapshot actual) {
        SchemaDifferences found = comparator.compare(desired, actual, object -> true);
        assertThat(found.upgrade().operations()).isEmpty();
        return found.upgrade().hazards().stream().map(Hazard::sentence).toList();
    }

    /** In a GRANT of somebody else, an underscore in the name of a schema stands for any character. */
    @Test
    void aPrivilegeOnAPatternOfSchemasIsAnotherOneThanThatOnTheSchema() throws Exception {
        String user = "u" + Long.toString(System.nanoTime(), 36);
        Privileges select = Privileges.of("SELECT").onSchema("a_b");
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            bench.sql("CREATE USER " + user, "GRANT SELECT ON `a_b`.* TO " + user);

            assertThatThrownBy(() -> bench.run(new Revoke(select, List.of(user))))
                    .hasMessageContaining("There is no such grant defined for user '" + user + "'");
            bench.run(new Grant(select, List.of(user)), new Revoke(select, List.of(user)));

            assertThat(Workbench.ask(bench.connection(), "SELECT db FROM mysql.db WHERE user = '" + user + "'"))
                    .isEqualTo("a_b");
            bench.sql("DROP USER " + user);
        }
    }
}
