package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of a table of SQLite before and after a rebuild. */
class RebuiltWordsTest extends RebuildProject {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (a TEXT PRIMARY KEY, b INT NOT NULL) STRICT, WITHOUT ROWID",
                "CREATE TABLE t (a TEXT, b INT, rowid TEXT, _rowid_ TEXT)",
                "CREATE TABLE t (a, b INT /* , */ DEFAULT 1, UNIQUE (a, b) ON CONFLICT IGNORE CHECK (b > 0) CHECK (a <> ','))",
                "CREATE TABLE t (a TEXT -- (\n, b INT\n, \"c\"\"d\" AS (a || b) VIRTUAL, [e f] DEFAULT ')')",
                "CREATE TABLE t (a TEXT NOT NULL CONSTRAINT k PRIMARY KEY DESC, b INT CONSTRAINT n NOT NULL ON CONFLICT FAIL)"
            })
    void aTableOfAnyKindKeepsItsWordsAndItsRows(String table) throws SQLException {
        revisions.java("r1", "", "op.alterColumn(\"t\", \"b\", c -> c.type(real()));");
        database.execute(
                table, "INSERT INTO t (a, b) VALUES ('x', 5), ('y', 6), ('z', 7)", "DELETE FROM t WHERE a = 'y'");
        List<String> rows = DatabaseState.rows(database, "SELECT a, CAST(b AS INTEGER) FROM t ORDER BY 1");
        boolean numbered = !table.contains("WITHOUT ROWID");
        List<String> numbers = numbered ? DatabaseState.rows(database, "SELECT oid, a FROM t ORDER BY 1") : List.of();

        retort(true).upgrade();

        assertThat(schema()).contains(table.replace("TABLE t", "TABLE \"t\"").replaceFirst("\\bb INT\\b", "b real"));
        assertThat(DatabaseState.rows(database, "SELECT a, CAST(b AS INTEGER) FROM t ORDER BY 1"))
                .isEqualTo(rows);
        assertThat(numbered ? DatabaseState.rows(database, "SELECT oid, a FROM t ORDER BY 1") : List.of())
                .isEqualTo(numbers);
    }

    /** The statement that is stored, the operation, and the statement that is stored afterwards. */
    static Stream<Arguments> wordsThatMeet() {
        return Stream.of(
                Arguments.of("(a, b DECIMAL(5,2)NOT NULL)", B_AS_REAL, "(a, b real NOT NULL)"),
                Arguments.of("(a, b VARCHAR(5)UNIQUE)", B_AS_REAL, "(a, b real UNIQUE)"),
                Arguments.of("(a, b VARCHAR(3)DEFAULT'x'NOT NULL)", B_AS_REAL, "(a, b real DEFAULT'x'NOT NULL)"),
                Arguments.of("(a, \"b\" \"INT\"NOT NULL)", B_AS_REAL, "(a, \"b\" real NOT NULL)"),
                Arguments.of(
                        "(a, b INT DEFAULT(1)NOT NULL)",
                        "op.alterColumn(\"t\", \"b\", c -> c.noDefault());",
                        "(a, b INT NOT NULL)"),
                Arguments.of(
                        "(a, b INT CONSTRAINT k CHECK(b > 0)UNIQUE)",
                        "op.dropConstraint(\"t\", \"k\");",
                        "(a, b INT UNIQUE)"),
                Arguments.of(
                        "(a, b INT CONSTRAINT x)",
                        "op.alterColumn(\"t\", \"b\", c -> c.type(real()).notNull());",
                        "(a, b real NOT NULL CONSTRAINT x)"),
                Arguments.of("(a, b INT CHECK (main.t.b > 0))", B_AS_REAL, "(a, b real CHECK (b > 0))"),
                Arguments.of("/* ( */ (a, b INT)", B_AS_REAL, "(a, b real)"),
                Arguments.of(
                        "(a, b VARCHAR(9) CHECK (b IN ('x', 'y')))",
                        "op.alterColumn(\"t\", \"b\", c -> c.type(text()));",
                        "(a, b text CHECK (b IN ('x', 'y')))"),
                Arguments.of(
                        "(\"\u00e4\" TEXT, \"\u00c4\" INT, b)",
                        "op.alterColumn(\"t\", \"\u00c4\", c -> c.type(real()));",
                        "(\"\u00e4\" TEXT, \"\u00c4\" real, b)"),
                Arguments.of(
                        "(a INT REFERENCES t, b INT CONSTRAINT f REFERENCES t CHECK (b > 0) DEFERRABLE INITIALLY DEFERRED)",
                        "op.dropConstraint(\"t\", \"f\");",
                        "(a INT REFERENCES t, b INT CHECK (b > 0))"),
                Arguments.of(
                        "(id /* key */ INTEGER PRIMARY KEY, b)",
                        "op.alterColumn(\"t\", \"id\", c -> c.type(decimal(9, 2)));",
                        "(id decimal(9, 2) NOT NULL PRIMARY KEY, b)"),
                Arguments.of(
                        "(t INT, b INT CHECK (main.t.t > 0 AND t.b > t))",
                        B_AS_REAL,
                        "(t INT, b real CHECK (t > 0 AND b > t))"),
                Arguments.of(
                        "(a INT REFERENCES t, b INT CONSTRAINT f REFERENCES t, c INT DEFERRABLE INITIALLY DEFERRED)",
                        "op.dropConstraint(\"t\", \"f\");",
                        "(a INT REFERENCES t, b INT, c INT)"),
                Arguments.of(
                        "(a INTEGER CONSTRAINT k PRIMARY KEY, b INTEGER)",
                        "op.dropConstraint(\"t\", \"k\").addConstraint(\"t\", Constraints.primaryKey(\"b\"));",
                        "(a INTEGER NOT NULL, b INTEGER NOT NULL,\n    PRIMARY KEY (b))"),
                Arguments.of(
                        "(a, b CHECK (b IN ('x', 'y')) CHECK (b IN ('x', 'y', 'w')))",
                        "op.alterColumn(\"t\", \"b\", c -> c.from(enumeration(\"x\", \"y\")).type(text()));",
                        "(a, b text CHECK (b IN ('x', 'y', 'w')))"),
                Arguments.of(
                        "(id INTEGER PRIMARY KEY, b INT)",
                        B_AS_REAL + "op.alterColumn(\"t\", \"id\", c -> c.type(bigint()));",
                        "(id INTEGER PRIMARY KEY, b real)"),
                Arguments.of(
                        "(id INTEGER PRIMARY KEY, b) WITHOUT ROWID",
                        "op.alterColumn(\"t\", \"id\", c -> c.type(bigint()));",
                        "(id bigint NOT NULL PRIMARY KEY, b) WITHOUT ROWID"),
                Arguments.of(
                        "(a TEXT, b INT DEFAULT x'ab' NOT NULL)",
                        "op.alterColumn(\"t\", \"b\", c -> c.noDefault());",
                        "(a TEXT, b INT NOT NULL)"),
                Arguments.of(
                        "(a, b INT DEFAULT +X'ab')",
                        "op.alterColumn(\"t\", \"b\", c -> c.defaultsToSql(\"x'ff'\"));",
                        "(a, b INT DEFAULT (x'ff'))"),
                Arguments.of(
                        "(\"current_date\" TEXT, b INT, CHECK (t.current_date > '2020' OR t.b IS NULL OR 't'.cast))"
                                .replace("b INT", "b INT, \"cast\""),
                        B_AS_REAL,
                        "(\"current_date\" TEXT, b real, \"cast\", CHECK (\"current_date\" > '2020' OR b IS NULL OR \"cast\"))"),
                Arguments.of(
                        "(a INT, b INT, CHECK (t.'a' > 0 AND main.'t'.'b' > 0))",
                        B_AS_REAL,
                        "(a INT, b real, CHECK (\"a\" > 0 AND \"b\" > 0))"),
                Arguments.of(
                        "(a generated, b INT, c INT)",
                        "op.alterColumn(\"t\", \"c\", c -> c.type(real()));",
                        "(a generated, b INT, c real)"),
                Arguments.of(
                        "(a INT,\n b INT -- the b\n)",
                        "op.addConstraint(\"t\", Constraints.unique(\"u\", \"b\"));",
                        "(a INT,\n b INT -- the b\n,\n    CONSTRAINT u UNIQUE (b))"),
                Arguments.of(
                        "(b BINARY LARGE OBJECT)", "op.alterColumn(\"t\", \"b\", c -> c.type(blob()));", "(b blob)"),
                Arguments.of(
                        "(id INT PRIMARY KEY, b INT)",
                        B_AS_REAL + "op.alterColumn(\"t\", \"id\", c -> c.type(integer()));",
                        "(id INT PRIMARY KEY, b real)"));
    }

    @ParameterizedTest
    @MethodSource
    void wordsThatMeet(String columns, String operation, String after) throws SQLException {
        revisions.java("r1", "", operation);
        database.execute("CREATE TABLE t " + columns);

        retort(false).upgrade();

        assertThat(schema()).containsExactly("CREATE TABLE \"t\" " + after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "defaultsTo(5)",
                "collate(\"nocase\").notNull()",
                "type(varchar(99))",
                "notNull()",
            })
    void whatIsThereAlreadySendsNothing(String change) throws SQLException {
        revisions.java("r1", "", "op.alterColumn(\"t\", \"b\", c -> c." + change + ");");
        String table = "CREATE TABLE t (a, b VARCHAR(9) NOT NULL COLLATE NOCASE DEFAULT 5)";
        database.execute(table);

        retort(false).upgrade();

        assertThat(schema()).containsExactly(table);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prix_\u20ac",
                "surface_m\u00b2",
                "\u0928\u093e\u092e",
                "cafe\u0301",
                "l\u2019a",
                "a\u00a0b",
                "a\u3000b",
                "\ud83d\udc69\u200d\ud83d\ude80",
                "a\u0663"
            })
    void aColumnOfAnyNameKeepsItsValues(String name) throws SQLException {
        revisions.java("r1", "", B_AS_REAL);
        database.execute("CREATE TABLE t (a, b INT, " + name + " TEXT)", "INSERT INTO t VALUES (1, 2, 'kept')");

        retort(true).upgrade();

        assertThat(DatabaseState.rows(database, "SELECT * FROM t")).containsExactly("1 2.0 kept");
    }

    @Test
    void aConstraintIsDroppedAndNotTheIndexOfItsName() throws SQLException {
        revisions.java("r1", "", "op.dropConstraint(\"t\", \"u\");");
        database.execute("CREATE TABLE t (a INT CONSTRAINT u UNIQUE, b INT)", "CREATE INDEX u ON t (b)");

        retort(false).upgrade();

        assertThat(schema()).containsExactly("CREATE INDEX u ON t (b)", "CREATE TABLE \"t\" (a INT, b INT)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            op.dropConstraint("t", "g");                                    | There is no constraint g in t; there is u.
            op.addConstraint("t", Constraints.unique("U", "b"));           | There is a constraint U of t already.
            """)
    void whatIsNoConstraintOrIsThereIsRefused(String operation, String said) throws SQLException {
        revisions.java("r1", "", operation);
        database.execute("CREATE TABLE t (a INT CONSTRAINT u UNIQUE, b INT CONSTRAINT g AS (a * 2) STORED)");

        assertThatThrownBy(retort(false)::upgrade).hasMessageContaining(said);
    }
}
