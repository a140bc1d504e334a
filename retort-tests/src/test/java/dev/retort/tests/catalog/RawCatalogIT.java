package dev.retort.tests.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.EmptiedDatabases;
import dev.retort.tests.server.EmptiedDatabases.Emptied;
import dev.retort.tests.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawCatalogIT {

    private static final String POSTGRESQL = "CREATE TABLE p (id integer PRIMARY KEY);"
            + " CREATE TABLE t (id integer PRIMARY KEY, a text, b integer DEFAULT 1, CHECK (b > 0)); CREATE INDEX i ON t (a);"
            + " CREATE SEQUENCE s; CREATE TYPE e AS ENUM ('x', 'z'); CREATE VIEW v AS SELECT id FROM p";

    private static final String MARIADB = "CREATE TABLE p (id integer PRIMARY KEY);"
            + " CREATE TABLE t (id integer PRIMARY KEY, a varchar(20), b integer DEFAULT 1, CHECK (b > 0));"
            + " CREATE SEQUENCE s; CREATE VIEW v AS SELECT id FROM p";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COMMENT ON COLUMN t.a IS 'x'",
                "COMMENT ON INDEX i IS 'x'",
                "ALTER TABLE t ALTER a TYPE text COLLATE \"C\"",
                "ALTER TABLE t ALTER a TYPE varchar(20)",
                "ALTER TABLE t ALTER a SET STORAGE EXTERNAL",
                "ALTER TABLE t ALTER a SET STATISTICS 10",
                "ALTER TABLE t ALTER b SET DEFAULT 2",
                "ALTER TABLE t ALTER b SET NOT NULL",
                "ALTER TABLE t ALTER id ADD GENERATED ALWAYS AS IDENTITY",
                "ALTER TABLE t ADD c integer GENERATED ALWAYS AS (b + 1) STORED",
                "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES p (id) NOT VALID",
                "ALTER TABLE t ADD EXCLUDE USING btree (a WITH =)",
                "ALTER TABLE t RENAME CONSTRAINT t_b_check TO c",
                "ALTER TABLE t SET (fillfactor = 50)",
                "ALTER TABLE t SET UNLOGGED",
                "ALTER TABLE t ENABLE ROW LEVEL SECURITY",
                "ALTER TABLE t REPLICA IDENTITY FULL",
                "CREATE POLICY o ON t",
                "GRANT SELECT ON t TO PUBLIC",
                "GRANT SELECT (a) ON t TO PUBLIC",
                "ALTER INDEX i SET (fillfactor = 50)",
                "ALTER INDEX t_pkey SET (fillfactor = 50)",
                "ALTER SEQUENCE s CACHE 5",
                "ALTER SEQUENCE s CYCLE",
                "ALTER SEQUENCE s OWNED BY t.b",
                "ALTER TYPE e ADD VALUE 'y' BEFORE 'z'",
                "CREATE DOMAIN d AS integer CHECK (value > 0)",
                "CREATE TYPE c AS (x integer)",
                "CREATE OR REPLACE VIEW v AS SELECT id FROM p WHERE id > 0",
                "CREATE MATERIALIZED VIEW m AS SELECT id FROM p",
                "CREATE TABLE c () INHERITS (p)",
                "CREATE TABLE c (id integer) PARTITION BY HASH (id)",
                "CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
                "CREATE RULE r AS ON DELETE TO p DO INSTEAD NOTHING",
                "CREATE FUNCTION f() RETURNS integer LANGUAGE sql RETURN 1",
                "CREATE STATISTICS n ON a, b FROM t",
                "CREATE SCHEMA other",
                "CREATE EXTENSION citext"
            })
    void everyChangeOfPostgresqlShows(String change) throws SQLException {
        assertShows(DatabaseUnderTest.POSTGRESQL, POSTGRESQL, change);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE t MODIFY a varchar(20) COLLATE utf8mb4_bin",
                "ALTER TABLE t MODIFY a varchar(20) COMMENT 'x'",
                "ALTER TABLE t MODIFY a varchar(20) INVISIBLE",
                "ALTER TABLE t MODIFY id integer AUTO_INCREMENT",
                "ALTER TABLE t ALTER b SET DEFAULT 2",
                "ALTER TABLE t ADD c integer AS (b + 1) STORED",
                "ALTER TABLE t ADD c timestamp NULL ON UPDATE current_timestamp",
                "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES p (id) ON DELETE CASCADE",
                "ALTER TABLE t ADD INDEX (b)",
                "ALTER TABLE t ADD FULLTEXT (a)",
                "ALTER TABLE t ADD INDEX (a(3))",
                "ALTER TABLE t COMMENT 'x'",
                "ALTER TABLE t ROW_FORMAT = COMPRESSED",
                "ALTER TABLE t ENGINE = Aria",
                "ALTER TABLE t PARTITION BY HASH (id) PARTITIONS 3",
                "ALTER TABLE t ADD SYSTEM VERSIONING",
                "ALTER SEQUENCE s CACHE 5",
                "CREATE OR REPLACE VIEW v AS SELECT id FROM p WHERE id > 0",
                "CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.b = 1"
            })
    void everyChangeOfMariadbShows(String change) throws SQLException {
        assertShows(DatabaseUnderTest.MARIADB, MARIADB, change);
    }

    private static void assertShows(DatabaseUnderTest kind, String statements, String change) throws SQLException {
        try (Emptied empty = EmptiedDatabases.take(kind)) {
            run(empty.connection(), statements);
            RawCatalog before = RawCatalog.read(kind, empty.connection());
            run(empty.connection(), change);
            RawCatalog after = RawCatalog.read(kind, empty.connection());
            assertThat(after.beyond(before)).isNotEmpty();
            assertThat(after.withoutNumbering()).isNotEqualTo(before.withoutNumbering());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a integer | a text",
                "a varchar | a text",
                "a decimal(10, 2) | a decimal(10)",
                "a integer | a integer NOT NULL",
                "a integer DEFAULT 1 | a integer DEFAULT '1'",
                "a text | a text COLLATE NOCASE",
                "a text, CHECK (a > 'x') | a text, CHECK (a > 'X')",
                "a text CHECK (a > 'x' or a < 'y' and a > 'z') | a text CHECK ((a > 'x' or a < 'y') and a > 'z')",
                "a text CHECK (a > 'x') | a text CONSTRAINT c CHECK (a > 'x')",
                "a integer, b integer AS (a + 1) | a integer, b integer AS (a + 2)",
                "a integer, b integer AS (a + 1) STORED | a integer, b integer AS (a + 1) VIRTUAL",
                "a integer UNIQUE | a integer CONSTRAINT u UNIQUE",
                "a integer UNIQUE | a integer UNIQUE ON CONFLICT IGNORE",
                "a integer PRIMARY KEY | a integer UNIQUE",
                "a integer REFERENCES p | a integer REFERENCES p ON DELETE SET NULL",
                "a integer REFERENCES p | a integer REFERENCES p DEFERRABLE INITIALLY DEFERRED",
                "a integer REFERENCES p | a integer CONSTRAINT f REFERENCES p",
                "a integer PRIMARY KEY) WITHOUT ROWID; CREATE VIEW v AS SELECT (1 | a integer PRIMARY KEY); CREATE VIEW v AS SELECT (1",
                "a integer) STRICT; CREATE VIEW v AS SELECT (1 | a integer); CREATE VIEW v AS SELECT (1",
                "a integer); CREATE VIEW v AS SELECT (1 | a integer); CREATE VIEW v AS SELECT (2",
                "a text); CREATE INDEX i ON t (a | a text); CREATE INDEX i ON t (a DESC",
                "a text); CREATE INDEX i ON t (a | a text); CREATE UNIQUE INDEX i ON t (a",
                "a text); CREATE INDEX i ON t (a | a text); CREATE INDEX i ON t (a COLLATE NOCASE",
                "a text); CREATE INDEX i ON t (lower(a) | a text); CREATE INDEX i ON t (upper(a)",
                "a text); CREATE INDEX i ON t (a) WHERE (a > 'x' | a text); CREATE INDEX i ON t (a) WHERE (a > 'X'"
            })
    void everyOtherDefinitionOfATableOfSqliteShows(String one, String other) throws SQLException {
        RawCatalog before = catalog(DatabaseUnderTest.SQLITE, "CREATE TABLE t (" + one + ")");
        RawCatalog after = catalog(DatabaseUnderTest.SQLITE, "CREATE TABLE t (" + other + ")");
        assertThat(after.withoutNumbering()).isNotEqualTo(before.withoutNumbering());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SQLITE | a int, b int | \"b\"  INT, [a] int",
                "SQLITE | a varchar(20) | a varchar(30)",
                "SQLITE | a int, CHECK (a > 0), UNIQUE (a) | a int UNIQUE CHECK ((\"a\" > 0))",
                "SQLITE | a int, b int DEFAULT (1) REFERENCES p (x), PRIMARY KEY (a)"
                        + " | a int PRIMARY KEY, b int DEFAULT (1), FOREIGN KEY (b) REFERENCES p (x) ON DELETE NO ACTION",
                "MARIADB | a int, b int, INDEX x (a), INDEX y (b) | b int, a int, INDEX y (b), INDEX x (a)",
                "POSTGRESQL | a int, b int, CONSTRAINT x CHECK (a > 0), CONSTRAINT y CHECK (b > 0)"
                        + " | b int, a int, CONSTRAINT y CHECK (b > 0), CONSTRAINT x CHECK (a > 0)",
                "POSTGRESQL | a serial, b int | b int, a serial"
            })
    void neitherTheOrderNorTheSpellingShows(DatabaseUnderTest kind, String one, String other) throws SQLException {
        assertThat(catalog(kind, "CREATE TABLE t (" + one + ")"))
                .isEqualTo(catalog(kind, "CREATE TABLE t (" + other + ")"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SQLITE | a integer PRIMARY KEY | a integer PRIMARY KEY AUTOINCREMENT",
                "POSTGRESQL | a serial | a integer GENERATED BY DEFAULT AS IDENTITY",
                "POSTGRESQL | a bigserial | a bigint GENERATED BY DEFAULT AS IDENTITY"
            })
    void howAColumnCountsShowsUnlessThatIsLeftOut(DatabaseUnderTest kind, String one, String other)
            throws SQLException {
        RawCatalog first = catalog(kind, "CREATE TABLE t (" + one + ")");
        RawCatalog second = catalog(kind, "CREATE TABLE t (" + other + ")");
        assertThat(first).isNotEqualTo(second);
        assertThat(first.withoutNumbering()).isEqualTo(second.withoutNumbering());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "POSTGRESQL | a varchar(9) DEFAULT 5 | a varchar(9) DEFAULT '5' | same value",
                "POSTGRESQL | a float DEFAULT 1e3 | a float DEFAULT '1000' | same value",
                "POSTGRESQL | a varchar(9) DEFAULT NULL | a varchar(9) | same value",
                "POSTGRESQL | a varchar(9), CONSTRAINT c CHECK (a IN ('x', 'y'))"
                        + " | a varchar(9), CONSTRAINT c CHECK (a::text = ANY (ARRAY['x'::varchar::text, 'y'::varchar::text]))"
                        + " | same definition",
                "POSTGRESQL | a varchar(9)); CREATE INDEX i ON t (a) WHERE (a IN ('x', 'y')"
                        + " | a varchar(9)); CREATE INDEX i ON t (a) WHERE (a::text = ANY (ARRAY['x'::varchar::text, 'y'::varchar::text])"
                        + " | same definition",
                "POSTGRESQL | a varchar(9), b boolean GENERATED ALWAYS AS (a IN ('x', 'y')) STORED"
                        + " | a varchar(9), b boolean GENERATED ALWAYS AS (a::text = ANY (ARRAY['x'::varchar::text, 'y'::varchar::text])) STORED"
                        + " | same definition",
                "MARIADB | a int, CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id) ON DELETE NO ACTION ON UPDATE RESTRICT"
                        + " | a int, CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id) | one action",
                "MARIADB | a int, CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id)"
                        + " | A int, CONSTRAINT F FOREIGN KEY (A) REFERENCES p (ID) | no case",
                "MARIADB | a int, b int AS (a + 1), UNIQUE u (a), CHECK (a > 0)"
                        + " | A int, b int AS (A + 1), UNIQUE U (A), CHECK (A > 0) | no case",
                "SQLITE | a int, b int, UNIQUE (a, b) | a int, b int, CONSTRAINT u UNIQUE (a, b) | changes nothing",
                "SQLITE | a int CHECK (a > 0) | a int CONSTRAINT c CHECK (a > 0) | changes nothing",
                "SQLITE | a int REFERENCES p (id) | a int CONSTRAINT f REFERENCES p (id) | changes nothing",
                "SQLITE | a int REFERENCES p (id) DEFERRABLE INITIALLY DEFERRED"
                        + " | a int CONSTRAINT f REFERENCES p (id) DEFERRABLE INITIALLY DEFERRED | changes nothing",
                "SQLITE | a datetime | a timestamp | one affinity",
                "SQLITE | a int DEFAULT 'a'); CREATE INDEX i ON t (a | A int DEFAULT 'a'); CREATE INDEX I ON t (A | no case"
            })
    void whatIsOneToTheDatabaseIsNoDifference(DatabaseUnderTest kind, String one, String other, String reason)
            throws SQLException {
        for (CatalogDifference difference : List.of(difference(kind, one, other), difference(kind, other, one))) {
            assertThat(difference.surplus()).isEmpty();
            assertThat(difference.missing()).isEmpty();
            assertThat(difference.equal()).isNotEmpty().allMatch(sentence -> sentence.contains(reason));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "POSTGRESQL | a varchar(9) DEFAULT 5 | a varchar(9) DEFAULT '5.0'",
                "POSTGRESQL | a varchar(9) DEFAULT 'NULL' | a varchar(9) DEFAULT NULL",
                "POSTGRESQL | a varchar(9) DEFAULT 'a' | a varchar(9) DEFAULT 'A'",
                "POSTGRESQL | a date DEFAULT '2020-01-01' | a date DEFAULT now()",
                "POSTGRESQL | a d DEFAULT NULL | a d",
                "POSTGRESQL | a varchar(9), CHECK (a IN ('x', 'y')) | a varchar(9), CHECK (a IN ('x', 'z'))",
                "POSTGRESQL | a int, CONSTRAINT c CHECK (a > 1) | a int, CONSTRAINT \"C\" CHECK (a > 1)",
                "POSTGRESQL | a int, UNIQUE (a) | a int, CONSTRAINT u UNIQUE (a)",
                "MARIADB | a int, FOREIGN KEY (a) REFERENCES p (id) | a int, FOREIGN KEY (a) REFERENCES p (id) ON DELETE SET NULL",
                "MARIADB | a int, FOREIGN KEY (a) REFERENCES p (id) | a int, FOREIGN KEY (a) REFERENCES P (id)",
                "MARIADB | a varchar(9) DEFAULT 'a' | a varchar(9) DEFAULT 'A'",
                "MARIADB | a int COMMENT 'ON DELETE NO ACTION' | a int COMMENT ''",
                "MARIADB | a varchar(9), CHECK (a > 'x') | a varchar(9), CHECK (a > 'X')",
                "SQLITE | a int PRIMARY KEY | a integer PRIMARY KEY",
                "SQLITE | a text DEFAULT 'a' | a text DEFAULT 'A'",
                "SQLITE | a int REFERENCES p (id) | a int CONSTRAINT f REFERENCES p (id) DEFERRABLE INITIALLY DEFERRED",
                "SQLITE | a int UNIQUE | a int"
            })
    void whatIsTwoToTheDatabaseIsADifference(DatabaseUnderTest kind, String one, String other) throws SQLException {
        assertThat(difference(kind, one, other).isEmpty()).isFalse();
        assertThat(difference(kind, other, one).isEmpty()).isFalse();
    }

    @Test
    void typesOfSqliteAreOneIfTheServerGivesThemOneAffinity() throws SQLException {
        String[] types = {
            "int",
            "bigint",
            "varchar(9)",
            "clob",
            "blob",
            "",
            "real",
            "float",
            "double precision",
            "numeric(9, 2)",
            "timestamp",
            "boolean",
            "charint",
            "floating point"
        };
        for (int i = 0; i < types.length; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(difference(DatabaseUnderTest.SQLITE, "a " + types[i], "a " + types[j])
                                .isEmpty())
                        .as("%s and %s", types[i], types[j])
                        .isEqualTo(affinity(types[i]).equals(affinity(types[j])));
            }
        }
    }

    /** https://www.sqlite.org/lang_createtable.html#create_table_as_select_statements */
    private static String affinity(String type) throws SQLException {
        try (TestDatabase database = DatabaseUnderTest.SQLITE.fresh();
                Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (a " + type + ")");
            statement.execute("CREATE TABLE copy AS SELECT a FROM t");
            try (ResultSet row = statement.executeQuery("SELECT type FROM pragma_table_info('copy')")) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static CatalogDifference difference(DatabaseUnderTest kind, String found, String expected)
            throws SQLException {
        String others = kind == DatabaseUnderTest.POSTGRESQL
                ? "CREATE DOMAIN d AS varchar(9) DEFAULT 'x'; "
                : "CREATE TABLE p (id int PRIMARY KEY); ";
        String unlike = kind.isLikeMariadb() ? "CREATE TABLE P (id int PRIMARY KEY); " : "";
        RawCatalog wanted = catalog(kind, others + unlike + "CREATE TABLE t (" + expected + ")");
        try (Emptied empty = EmptiedDatabases.take(kind)) {
            Connection connection = empty.connection();
            run(connection, others + unlike + "CREATE TABLE t (" + found + ")");
            return CatalogDifference.between(RawCatalog.read(kind, connection), wanted, kind, connection);
        }
    }

    @Test
    void aSentenceNamesAnObjectWithAllItsWords() {
        CatalogEntry column = new CatalogEntry("t.c", "column integer");
        assertThat(List.of("Column t.c is.", "It is 'T.C'.")).allMatch(column::isNamedIn);
        assertThat(List.of("Column t.cc is.", "Column at.c is.", "Column c of t is."))
                .noneMatch(column::isNamedIn);
        CatalogEntry option = new CatalogEntry("t ROW_FORMAT", "ROW_FORMAT=DYNAMIC");
        assertThat(option.isNamedIn("Table t: row_format.")).isTrue();
        assertThat(option.isNamedIn("Table t.")).isFalse();
    }

    private static RawCatalog catalog(DatabaseUnderTest kind, String statements) throws SQLException {
        try (Emptied empty = EmptiedDatabases.take(kind)) {
            run(empty.connection(), statements);
            return RawCatalog.read(kind, empty.connection());
        }
    }

    private static void run(Connection connection, String statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements.split(";", -1)) {
                statement.execute(sql);
            }
        }
    }
}
