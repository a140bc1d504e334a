package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.MigrationFailedException;
import dev.retort.error.UnsupportedByDialectException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values of a table of SQLite before and after a rebuild. */
class RebuiltValuesTest extends RebuildProject {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id INTEGER PRIMARY KEY, b              | bigint()
            id INTEGER PRIMARY KEY, b              | smallint()
            id integer primary key asc, b          | nativeType("INT")
            id INTEGER PRIMARY KEY AUTOINCREMENT, b | bigint()
            id INTEGER NOT NULL, b, PRIMARY KEY (id) | bigint()
            id INTEGER, b, PRIMARY KEY (id AUTOINCREMENT) | bigint()
            """)
    void theNumberOfTheRowStaysItWithAnyIntegerType(String columns, String type) throws SQLException {
        revisions.java(
                "r1", "", "op.alterColumn(\"t\", \"id\", c -> c.from(integer()).type(TYPE));".replace("TYPE", type));
        database.execute("CREATE TABLE t (" + columns + ")", "INSERT INTO t VALUES (5, 'x')");
        List<String> schema = schema();

        retort(true).upgrade();
        assertThat(schema()).isEqualTo(schema);
        retort(true).downgrade("base");
        assertThat(schema()).isEqualTo(schema);

        database.execute("INSERT INTO t (b) VALUES ('y')");
        assertThat(DatabaseState.rows(database, "SELECT id, b FROM t ORDER BY id"))
                .containsExactly("5 x", "6 y");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id INTEGER PRIMARY KEY AUTOINCREMENT, b       | text()
            id INTEGER, b, PRIMARY KEY (id AUTOINCREMENT) | decimal(9, 2)
            """)
    void aCountedColumnOfAnotherTypeIsRefusedBeforeTheFirstStep(String columns, String type) throws SQLException {
        revisions
                .sql("r1", "", "CREATE TABLE other (a INT);")
                .java("r2", "r1", "op.alterColumn(\"t\", \"id\", c -> c.type(TYPE));".replace("TYPE", type));
        database.execute("CREATE TABLE t (" + columns + ")");
        List<String> schema = schema();

        assertThatThrownBy(retort(true)::upgrade)
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("The column id of t is AUTOINCREMENT, so its type has to be an integer.");

        assertThat(schema()).isEqualTo(schema);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            TEXT    | '007'                  | integer() | A row of t has a = '007', which would become 7.
            TEXT    | '1e3'                  | integer() | A row of t has a = '1e3', which would become 1000.
            TEXT    | ' 5 '                  | bigint()  | A row of t has a = ' 5 ', which would become 5.
            TEXT    | '12345678901234567890' | bigint()  | A row of t has a = '12345678901234567890', which would become 1.2345678901234567e+19.
            TEXT    | '1.50'                 | decimal(5, 2) | A row of t has a = '1.50', which would become 1.5.
            TEXT    | '007'                  | real()    | A row of t has a = '007', which would become 7.0.
            TEXT    | '9007199254740993'     | real()    | A row of t has a = '9007199254740993', which would become 9007199254740992.0.
            INTEGER | 9007199254740993       | real()    | A row of t has a = 9007199254740993, which would become 9007199254740992.0.
                    | '007'                  | integer() | A row of t has a = '007', which would become 7.
            TEXT COLLATE RTRIM  | '7 '       | integer() | A row of t has a = '7 ', which would become 7.
            TEXT COLLATE NOCASE | '1E5'      | integer() | A row of t has a = '1E5', which would become 100000.
            TEXT UNIQUE         | '01'       | integer() | A row of t has a = '01', which would become 1.
            """)
    void aValueThatWouldNotComeBackIsNamedBeforeTheCopy(String column, String value, String type, String said)
            throws SQLException {
        alterA(type);
        database.execute(
                "CREATE TABLE t (a " + (column == null ? "" : column) + ")",
                "INSERT INTO t VALUES (NULL), ('1'), (" + value + ")");
        List<String> rows = DatabaseState.rows(database, "SELECT typeof(a), a FROM t ORDER BY rowid");

        assertThatThrownBy(retort(true)::upgrade)
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining(said);

        assertThat(DatabaseState.rows(database, "SELECT typeof(a), a FROM t ORDER BY rowid"))
                .isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            TEXT    | 'abc', '12', '1.5', '', NULL, '0x10', '7a' | integer() | text abc, integer 12, real 1.5, text , null null, text 0x10, text 7a
            TEXT    | 'abc', '12', '12.0', '1.5', '-3'           | real()    | text abc, real 12.0, real 12.0, real 1.5, real -3.0
            REAL    | 1.5, 2, 'x'                                | integer() | real 1.5, integer 2, text x
            INTEGER | 1, 2.5                                     | text()    | text 1, text 2.5
            REAL    | 0.1, 2                                     | text()    | text 0.1, text 2.0
            REAL    | 0.1 + 0.2, -1234567890.123456, 1e300 / 3   | text()    | text 0.30000000000000004, text -1234567890.123456, text 3.3333333333333335e+299
                    | '7', 7, 0.5, 'x'                           | text()    | text 7, text 7, text 0.5, text x
                    | '007', 7                                   | blob()    | text 007, integer 7
            TEXT    | '2026-01-01'                               | date()    | text 2026-01-01
            """)
    void aValueThatComesBackIsConverted(String column, String values, String type, String after) throws SQLException {
        alterA(type);
        database.execute(
                "CREATE TABLE t (a " + (column == null ? "" : column) + ")",
                "INSERT INTO t VALUES (" + values.replace(", ", "), (") + ")");

        retort(true).upgrade();

        assertThat(DatabaseState.rows(database, "SELECT typeof(a), a FROM t ORDER BY rowid"))
                .containsExactly(after.split(", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            (a TEXT) STRICT          | any()  | '007'  | text
            (a BLOB) STRICT          | any()  | x'3037' | blob
            (a BLOB)                 | bigint() | x'3037' | blob
            """)
    void whatIsNotConvertedIsNotRefused(String table, String type, String value, String kind) throws SQLException {
        alterA(type.replace("any()", "nativeType(\"ANY\")"));
        database.execute("CREATE TABLE t " + table, "INSERT INTO t VALUES (" + value + ")");

        retort(true).upgrade();

        assertThat(DatabaseState.rows(database, "SELECT typeof(a) FROM t WHERE a = " + value))
                .containsExactly(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            (id INTEGER PRIMARY KEY, a VARCHAR(1) CHECK (a IN ('c', 'd', 'e'))) | 7, 'e' | type(enumeration("c", "d")) | The row of t with id = 7 does not fulfil the check a IN ('c', 'd')
            (id INTEGER PRIMARY KEY, a INT)            | 7, 3             | type(enumeration("1", "2")) | The row of t with id = 7 does not fulfil the check a IN ('1', '2')
            (id INTEGER, a TEXT UNIQUE)                | 1, 'a'), (2, 'A' | collate("nocase") | Several rows of t have the same a = A, which the unique constraint on a forbids
            (id INTEGER, a TEXT, UNIQUE (id, a))       | 1, 'a'), (1, 'A' | collate("nocase") | Several rows of t have the same id = 1, a = A, which the unique constraint on id, a forbids
            (id INTEGER, a TEXT PRIMARY KEY)           | 1, 'a'), (2, 'A' | collate("nocase") | Several rows of t have the same a = A, which the primary key on a forbids
            (id INTEGER, a TEXT); CREATE UNIQUE INDEX u ON t (a) | 1, 'a'), (2, 'A' | collate("nocase") | Several rows of t have the same a = A, which the unique index on a forbids
            (id INTEGER, a UNIQUE)                     | 1, '1'), (2, 1   | type(integer())   | Several rows of t have the same a = 1, which the unique constraint on a forbids
            (id INTEGER, a UNIQUE)                     | 1, '1'), (2, 1   | type(text())      | Several rows of t have the same a = 1, which the unique constraint on a forbids
            """)
    void aRowThatARuleOfTheTableWouldNotTakeIsNamedBeforeTheCopy(String table, String rows, String change, String said)
            throws SQLException {
        revisions.java("r1", "", "op.alterColumn(\"t\", \"a\", c -> c." + change + ");");
        database.execute(("CREATE TABLE t " + table + "; INSERT INTO t VALUES (" + rows + ")").split("; "));
        List<String> schema = schema();

        assertThatThrownBy(retort(true)::upgrade)
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining(said);

        assertThat(schema()).isEqualTo(schema);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            (a VARCHAR(1) CHECK (a IN ('c', 'd', 'e'))) | 'c'), (NULL | type(enumeration("c", "d"))
            (a INT)                                     | 1), (2      | type(enumeration("1", "2"))
            (a TEXT COLLATE NOCASE CHECK (a IN ('c')))  | 'C'         | type(enumeration("c", "d"))
            (a TEXT COLLATE NOCASE UNIQUE)              | 'a'), ('b'  | collation(null, null)
            (a TEXT, UNIQUE (a COLLATE BINARY))         | 'a'), ('A'  | collate("nocase")
            (a TEXT); CREATE UNIQUE INDEX u ON t (a) WHERE a > 'a' | 'a'), ('A' | collate("nocase")
            """)
    void rowsThatTheRulesOfTheTableTakeAreCopied(String table, String rows, String change) throws SQLException {
        revisions.java("r1", "", "op.alterColumn(\"t\", \"a\", c -> c." + change + ");");
        database.execute(("CREATE TABLE t " + table + "; INSERT INTO t VALUES (" + rows + ")").split("; "));
        List<String> before = DatabaseState.rows(database, "SELECT CAST(a AS TEXT) FROM t ORDER BY rowid");

        retort(true).upgrade();

        assertThat(DatabaseState.rows(database, "SELECT a FROM t ORDER BY rowid"))
                .isEqualTo(before);
    }

    private void alterA(String type) {
        revisions.java("r1", "", "op.alterColumn(\"t\", \"a\", c -> c.type(TYPE));".replace("TYPE", type));
    }
}
