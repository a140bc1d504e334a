package dev.retort.dialect.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.InspectionScope;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.EnumType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.tests.dialect.Workbench;
import dev.retort.tests.server.DatabaseUnderTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTableIT {

    /** Columns that stand beside {@code a varchar(90)} and {@code n int}. */
    private static final List<String> COLUMNS = List.of(
            "varchar(30) DEFAULT 'a''b\\\\c\\n\\t\\r\\0z\\Z\"'",
            "varchar(30) DEFAULT 'CHECK (a, DEFAULT 5 COMMENT'",
            "varchar(30) DEFAULT 'ü€😀'",
            "varchar(30) DEFAULT (concat('😀', a, '?'))",
            "text DEFAULT '😀'",
            "varchar(30) DEFAULT '%\\_\\%'",
            "varchar(30) DEFAULT '\\\\_'",
            "varchar(30) CHARACTER SET latin1 DEFAULT 'ü'",
            "varchar(30) COLLATE utf8mb4_bin NOT NULL DEFAULT ''",
            "varchar(30) DEFAULT NULL COMMENT 'it''s CHECK (n > 0), \\\\ \\n ON UPDATE'",
            "varchar(30) DEFAULT (concat('a\\\\b', \"d''q\", ')'))",
            "varchar(30) DEFAULT (case when 1 then 'NULL' else 'COMMENT' end) CHECK (`%s` <> 'x,(')",
            "varchar(30) DEFAULT ('a' collate utf8mb4_bin) INVISIBLE COMMENT 'late'",
            "varchar(90) AS (concat(a, ' DEFAULT ', n)) STORED COMMENT 'c'",
            "varchar(90) AS (concat(a, '\\\\', 'it''s')) VIRTUAL INVISIBLE",
            "varchar(90) AS (concat(a, '😀'))",
            "varchar(90) DEFAULT 'x' CHECK (`%s` <> '😀' and `%s` like '%\\\\_')",
            "enum('a,b','it''s','ü','a\\\\b','(', 'DEFAULT') DEFAULT 'a\\\\b'",
            "enum('a','b') NOT NULL",
            "set('a b',')') DEFAULT ')'",
            "char(5) DEFAULT 'a'",
            "text DEFAULT 'x'",
            "longtext DEFAULT ('y')",
            "json DEFAULT '{\"a\": \"b\\\\\\\\c\"}'",
            "json CHECK (json_valid(`%s`) and n > 1)",
            "binary(4) DEFAULT 'ab'",
            "varbinary(10) DEFAULT x'00ff41'",
            "varbinary(10) DEFAULT 'a?b'",
            "varbinary(10) DEFAULT x'f09f9880'",
            "varbinary(10) DEFAULT x'eda080'",
            "blob DEFAULT x'ff'",
            "bit(5) DEFAULT b'101'",
            "bit(1) DEFAULT 1",
            "boolean DEFAULT true",
            "boolean DEFAULT (n in (1, 2))",
            "int(5) zerofill DEFAULT 7",
            "bigint unsigned NOT NULL DEFAULT 5",
            "int DEFAULT -5",
            "int DEFAULT (-n)",
            "int DEFAULT (1+1)",
            "bigint DEFAULT nextval(numbers)",
            "decimal(10,3) DEFAULT 1.5",
            "decimal(10,0)",
            "float DEFAULT 1e10",
            "double(8,2)",
            "datetime DEFAULT '2020-01-01'",
            "datetime(3) DEFAULT now(3) ON UPDATE now(3) COMMENT 'x'",
            "datetime ON UPDATE current_timestamp",
            "timestamp NULL",
            "timestamp(2) NOT NULL DEFAULT current_timestamp(2) ON UPDATE current_timestamp(2)",
            "date DEFAULT (current_date + interval 1 day)",
            "time(6) DEFAULT '10:00:00.5'",
            "year DEFAULT 2020",
            "uuid DEFAULT uuid()",
            "inet6 DEFAULT '::1'",
            "varchar(50) COMPRESSED DEFAULT 'x'",
            "point",
            "varchar(90) DEFAULT user() CHECK (`%s` <> ' CHECK (')",
            "int WITHOUT SYSTEM VERSIONING DEFAULT 3");

    private static final List<String> CHECKS = List.of(
            "a <> 'it''s \\\\ \"' and a <> \"it's\"",
            "a <> 'x, CONSTRAINT `b` CHECK ('",
            "a <> 'ü€😀' or a = '????'",
            "a regexp '^a' and position('x' in a) = 0",
            "n % 2 = 0 or n div 2 = 1 or n between 1 and 5",
            "cast(n as char) = '1' or date'2020-01-01' + interval n month > '2020-01-01'",
            "n",
            "a = x'0041' or a = 0x41 or a = _latin1'x' or a = n'x'",
            "json_extract(a, '$.x') = 1 or (a is null) = (n is not true)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NO_BACKSLASH_ESCAPES",
                "ANSI_QUOTES",
                "NO_BACKSLASH_ESCAPES,ANSI_QUOTES",
                "ANSI,STRICT_ALL_TABLES",
                "ORACLE"
            })
    void whatIsShownIsWhatIsInspected(String sqlMode) throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            bench.sql("CREATE SEQUENCE numbers", create("whole"), "SET sql_mode = '" + sqlMode + "'");

            assertSame(bench, "whole");
        }
    }

    @Test
    void namesAreReadThatAreWrittenWithoutQuotes() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            bench.sql("CREATE SEQUENCE numbers", create("whole"), "SET sql_quote_show_create = 0");

            assertSame(bench, "whole");
        }
    }

    @Test
    void whatIsWrittenUnderAnotherModeIsRead() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            bench.sql(
                    "SET sql_mode = 'NO_BACKSLASH_ESCAPES,ANSI_QUOTES,PIPES_AS_CONCAT'",
                    "CREATE TABLE bare (\"a`b\" varchar(20) DEFAULT 'a\\b' CHECK (\"a`b\" <> '\\'),"
                            + " c varchar(90) AS (\"a`b\" || '\\n'), e enum('\\', 'n'), CONSTRAINT \"c\"\"k\" CHECK (c <> '\"'))");

            assertSame(bench, "bare");
            Table found = inspected(bench, "bare");
            assertThat(found.column("a`b").orElseThrow().defaultValue()).isEqualTo(new DefaultValue.Literal("a\\b"));
            assertThat(found.column("e").orElseThrow().type()).isEqualTo(new EnumType(null, List.of("\\", "n")));
            assertThat(found.checks()).contains(CheckConstraint.of("c\"k", "`c` <> '\"'"));
        }
    }

    @Test
    void charactersThatInformationSchemaHasNoRoomForAreRead() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            bench.sql(
                    "CREATE TABLE wide (a varchar(20) CHECK (a <> '😀'), b varchar(90) AS (concat(a, '😀')),"
                            + " c varbinary(9) DEFAULT x'00ff41' NOT NULL, CONSTRAINT ck CHECK (a <> '😁')) CHARACTER SET utf8mb4");

            Table found = inspected(bench, "wide");
            // Servers of version 10 have no room for them anywhere.
            boolean room =
                    ShownTable.read(bench.connection(), "wide").statement().contains("😀");
            String said = room ? "😀" : "?";

            assertThat(found.checks()).contains(CheckConstraint.of(null, "`a` <> '" + said + "'"));
            assertThat(found.column("b").orElseThrow().generated())
                    .hasFieldOrPropertyWithValue("expression", "concat(`a`,'" + said + "')");
            assertThat(found.column("c").orElseThrow().defaultValue())
                    .isEqualTo(room ? new DefaultValue.Expression("X'00ff41'") : new DefaultValue.Literal("\0?A"));
        }
    }

    private static String create(String name) {
        StringBuilder sql = new StringBuilder("CREATE TABLE " + name + " (id int AUTO_INCREMENT, a varchar(90), n int");
        for (int i = 0; i < COLUMNS.size(); i++) {
            String column = "c`` ," + i;
            sql.append(",\n`").append(column).append("` ").append(COLUMNS.get(i).replace("%s", column));
        }
        for (int i = 0; i < CHECKS.size(); i++) {
            sql.append(",\nCONSTRAINT `ck (")
                    .append(i)
                    .append("` CHECK (")
                    .append(CHECKS.get(i))
                    .append(")");
        }
        return sql + ",\nPRIMARY KEY (id), KEY ix (a(3) DESC, n), UNIQUE (n)"
                + ") COMMENT 'CHECK (' CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci";
    }

    private static void assertSame(Workbench bench, String name) throws SQLException {
        Table inspected = inspected(bench, name);
        Table shown = shown(bench, name);
        for (Column column : inspected.columns()) {
            assertThat(shown.column(column.name())).as(column.name()).contains(column);
        }
        assertThat(shown.columns()).hasSameSizeAs(inspected.columns());
        assertThat(shown.checks()).containsExactlyInAnyOrderElementsOf(inspected.checks());
    }

    private static Table inspected(Workbench bench, String name) throws SQLException {
        return bench.dialect()
                .inspector()
                .inspect(bench.connection(), InspectionScope.DEFAULT_SCHEMA)
                .table(QualifiedName.of(name))
                .orElseThrow();
    }

    private static Table shown(Workbench bench, String name) throws SQLException {
        MariadbFeatures features = new MariadbFeatures(DatabaseVersion.of(bench.connection()));
        ShownTable shown = ShownTable.read(bench.connection(), name);
        TableDraft table = new TableDraft(
                new MariadbTypes(features, new MariadbLiterals()),
                bench.connection().getCatalog(),
                QualifiedName.of(name),
                "",
                shown.collation());
        table.shown(shown);
        return table.table();
    }
}
