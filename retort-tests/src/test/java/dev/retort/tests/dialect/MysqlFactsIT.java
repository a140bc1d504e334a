package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.json;
import static dev.retort.schema.Columns.nativeType;
import static dev.retort.schema.Columns.table;
import static dev.retort.schema.Columns.text;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.schema.Constraints.check;
import static dev.retort.schema.Constraints.foreignKey;
import static dev.retort.schema.Constraints.index;
import static dev.retort.schema.Constraints.primaryKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.mysql.MysqlProvider;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropConstraint;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.tests.server.DatabaseUnderTest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only MySQL does. */
@Tag("mysql")
class MysqlFactsIT {

    private static final QualifiedName T = QualifiedName.of("t");

    private static void assertNothingDiffers(Workbench bench, Table desired) throws SQLException {
        assertThat(bench.differences(desired)).isEmpty();
    }

    private static String shown(Workbench bench) throws SQLException {
        try (Statement statement = bench.connection().createStatement();
                ResultSet row = statement.executeQuery("SHOW CREATE TABLE t")) {
            row.next();
            return row.getString(2);
        }
    }

    private static String settings(Workbench bench) throws SQLException {
        return Workbench.ask(bench.connection(), "SELECT concat(@@sql_mode, @@sql_quote_show_create)");
    }

    @Test
    void theKeyThatTheServerAddsIsLeftOut() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MYSQL)) {
            bench.sql("SET sql_generate_invisible_primary_key = 1");
            Table desired = table("t", column("a", integer()), check("ck", "a <> 3"));
            bench.run(new CreateTable(desired));

            assertThat(shown(bench)).contains("my_row_id");
            assertThat(bench.table("t").columns()).extracting(Column::name).containsExactly("a");
            assertThat(bench.table("t").primaryKey()).isNull();
            assertNothingDiffers(bench, desired);
        }
    }

    @Test
    void aServerThatDemandsKeysIsAskedForNormalForms() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MYSQL)) {
            bench.sql(
                    "CREATE TABLE t (a int PRIMARY KEY, b varchar(9), CHECK (lower(b) <> 'x' AND a > 1 + 1))",
                    "SET sql_require_primary_key = 1");
            String name = bench.table("t").checks().get(0).name();

            assertNothingDiffers(
                    bench,
                    table(
                            "t",
                            column("a", integer()).notNull(),
                            column("b", varchar(9)),
                            primaryKey("a"),
                            CheckConstraint.of(name, "LOWER(b) != 'x' and (a > (1 + 1))")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES'",
                "SET sql_quote_show_create = 0",
                "SET sql_mode = 'ANSI', sql_quote_show_create = 0"
            })
    void settingsOfTheSessionChangeNothingAndStay(String setting) throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MYSQL)) {
            bench.sql(
                    "CREATE TABLE t (a varchar(20) DEFAULT 'it''s ? \\\\', b binary(3) DEFAULT 'a\\0b',"
                            + " c int AS (length(a)), d varchar(20) DEFAULT (concat('a\\\\', 'b')), KEY ix ((concat(a, 'x'))))");
            Table before = bench.table("t");
            bench.sql(setting);
            String mode = settings(bench);

            assertThat(bench.table("t")).isEqualTo(before);
            assertNothingDiffers(bench, before);
            assertThat(settings(bench)).isEqualTo(mode);
        }
    }

    @Test
    void everythingThatAColumnHasIsThereAfterItIsRestated() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MYSQL)) {
            bench.sql("""
                    CREATE TABLE t (p point NOT NULL SRID 4326 INVISIBLE COMMENT 'p', q int COLUMN_FORMAT FIXED STORAGE MEMORY DEFAULT 4,
                    r varchar(20) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL DEFAULT (concat('ä\\\\', '😀')),
                    s timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
                    t varchar(20) DEFAULT 'ä?😀', u varbinary(8) DEFAULT 0xFF0041, v int AS (q + 1) STORED NOT NULL)""");
            String before = shown(bench);
            for (String name : List.of("p", "q", "r", "s", "t", "u", "v")) {
                ColumnChange comment = new ColumnChange.Comment("changed");
                bench.run(new AlterColumn(T, name, List.of(comment), null));
            }
            assertThat(shown(bench)).contains("'changed'").isNotEqualTo(before);
            for (String name : List.of("q", "r", "s", "t", "u", "v")) {
                bench.run(new AlterColumn(T, name, List.of(new ColumnChange.Comment(null)), null));
            }
            bench.run(new AlterColumn(T, "p", List.of(new ColumnChange.Comment("p")), null));

            assertThat(shown(bench)).isEqualTo(before);
        }
    }

    @Test
    void aDifferenceOfAColumnIsWrittenWithAllThatItHas() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MYSQL)) {
            bench.sql("CREATE TABLE t (q int COLUMN_FORMAT FIXED STORAGE MEMORY DEFAULT 4)");
            AlterColumn change = new AlterColumn(
                    T,
                    "q",
                    List.of(new ColumnChange.Nullability(false)),
                    bench.table("t").columns().get(0));

            AlterColumn whole = bench.dialect()
                    .inspector()
                    .restated(bench.connection(), List.of(change))
                    .get(0);
            bench.run(whole);
            bench.run(whole.reverse().orElseThrow());

            assertThat(shown(bench)).contains("STORAGE MEMORY", "COLUMN_FORMAT FIXED", "DEFAULT '4'");
        }
    }

    @Test
    void defaultsOfLongTextsAreSetAndTakenAway() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MYSQL)) {
            bench.run(new CreateTable(table("t", column("a", text()), column("j", json()))));
            for (Column column : bench.table("t").columns()) {
                DefaultValue value = new DefaultValue.Literal("[]");
                AlterColumn set = new AlterColumn(T, column.name(), List.of(new ColumnChange.Default(value)), column);
                bench.run(set);
                assertThat(bench.table("t").column(column.name()).orElseThrow().defaultValue())
                        .isEqualTo(value);
                bench.run(set.reverse().orElseThrow());
                assertThat(bench.table("t").column(column.name()).orElseThrow()).isEqualTo(column);
                bench.run(new AlterColumn(T, column.name(), List.of(new ColumnChange.Default(value)), null));
                assertThat(bench.table("t").column(column.name()).orElseThrow().defaultValue())
                        .isEqualTo(value);
            }
        }
    }

    @Test
    void aForeignKeyGoesWithTheIndexThatTheServerMadeForIt() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MYSQL)) {
            bench.sql(
                    "CREATE TABLE p (id int PRIMARY KEY)",
                    "CREATE TABLE t (a int, b int UNIQUE, c int, CONSTRAINT fa FOREIGN KEY (a) REFERENCES p (id),"
                            + " CONSTRAINT fb FOREIGN KEY (b) REFERENCES p (id), CONSTRAINT fc FOREIGN KEY (c) REFERENCES p (id),"
                            + " CONSTRAINT fd FOREIGN KEY (c) REFERENCES p (id))");
            for (String name : List.of("fa", "fb", "fd", "fc")) {
                String column = name.equals("fd") ? "c" : name.substring(1);
                ForeignKey key = foreignKey(name, column).references("p", "id");
                bench.run(new DropConstraint(T, name, key));
            }

            assertThat(bench.table("t").foreignKeys()).isEmpty();
            assertThat(bench.table("t").indexes()).extracting(Index::name).containsExactly("fd");
            assertThat(bench.table("t").uniqueConstraints()).hasSize(1);
        }
    }

    @Test
    void whatAnExistingTableSaysIsReadAsItIsMeant() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MYSQL)) {
            bench.sql(
                    "CREATE TABLE t (a int, b varchar(20), CONSTRAINT c1 CHECK (b <> 'ä😀' AND b <> 'it''s \\\\') NOT ENFORCED,"
                            + " INDEX fx ((lower(b)), a DESC), INDEX iv (a) INVISIBLE)");
            Table found = bench.table("t");

            assertThat(found.checks().get(0).expression()).contains("'ä😀'", "'it\\'s \\\\'");
            assertThat(found.checks().get(0).enforced()).isFalse();
            assertThat(found.indexes())
                    .contains(
                            Index.of(
                                    "fx",
                                    List.of(
                                            Index.Part.expression("lower(`b`)"),
                                            Index.Part.column("a").descending(true))),
                            index("iv", "a").option("invisible", ""));
            bench.sql("RENAME TABLE t TO u", "ALTER TABLE u DROP CHECK c1");
            bench.run(new CreateTable(found));
            assertThat(bench.table("t")).isEqualTo(found);
        }
    }

    @Test
    void aPlaceWithoutItsReferenceSystemIsADifferenceThatNobodyLoses() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MYSQL)) {
            bench.sql("CREATE TABLE t (p point NOT NULL SRID 4326)");

            assertNothingDiffers(
                    bench, table("t", column("p", nativeType("point")).notNull()));
            assertThat(bench.table("t").columns().get(0).options().get("srid")).hasValue("4326");
        }
    }

    @Test
    void aTypeOfNewerServersIsRefusedForOlderOnes() {
        assertThatExceptionOfType(UnsupportedByDialectException.class)
                .isThrownBy(() -> new MysqlProvider()
                        .create(new DatabaseVersion(8, 4))
                        .ddl()
                        .compile(new CreateTable(table("t", column("v", nativeType("vector(3)"))))))
                .withMessageContaining("it has the type vector from version 9.0");
    }
}
