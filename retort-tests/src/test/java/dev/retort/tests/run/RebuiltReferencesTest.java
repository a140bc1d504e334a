package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What refers to a table that is rebuilt, and what such a table refers to. */
class RebuiltReferencesTest extends RebuildProject {

    /** Without an index of the parent each row would be compared with each other one. */
    @Test
    void aForeignKeyToAKeyOfTheSameStepIsCheckedInTime() throws SQLException {
        revisions.java("r1", "", """
                op.addConstraint("t", Constraints.unique("u", "a"));
                op.addConstraint("t", Constraints.foreignKey("f", "b").references("t", "a"));
                """);
        database.execute(
                "CREATE TABLE t (a INT, b INT)",
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000) INSERT INTO t SELECT i, 60001 - i FROM n");

        assertThat(retort(true).upgrade().heads()).containsExactly("r1");
    }

    /** Renames change what refers to the table, as they do alone. */
    @Test
    void aRenameInTheSameStepIsFollowedByWhatRefersToTheTable() throws SQLException {
        revisions.java("r1", "", B_AS_REAL + "op.renameTable(\"p\", \"q\");");
        database.execute(
                "CREATE TABLE t (a, b INT)",
                "CREATE TABLE p (id INTEGER PRIMARY KEY)",
                "CREATE TABLE k (p REFERENCES p)",
                "CREATE VIEW v AS SELECT id FROM p");

        retort(true).upgrade();

        assertThat(schema())
                .anyMatch(sql -> sql.contains("k (p REFERENCES \"q\")"))
                .anyMatch(sql -> sql.contains("FROM \"q\""));
    }

    @Test
    void aKeyThatAForeignKeyNeedsIsNotLostInSilence() throws SQLException {
        revisions.java("r1", "", "op.dropConstraint(\"p\", \"u\");");
        database.execute("CREATE TABLE p (id INTEGER CONSTRAINT u UNIQUE)", "CREATE TABLE k (p REFERENCES p (id))");

        assertThatThrownBy(retort(false)::upgrade)
                .hasMessageContaining("A foreign key of k no longer has what it refers to: ")
                .hasMessageContaining("foreign key mismatch");
    }

    /** Dropping the old table would delete them. */
    @Test
    void keysThatTheStepItselfSwitchesOnAreNoticed() throws SQLException {
        revisions.java("r1", "", """
                op.outsideTransaction(outside -> outside.execute("PRAGMA foreign_keys = ON"));
                op.alterColumn("p", "b", c -> c.type(real()));
                """);
        database.execute(
                "CREATE TABLE p (id INTEGER PRIMARY KEY, b INT)",
                "CREATE TABLE k (p INTEGER REFERENCES p ON DELETE CASCADE)",
                "INSERT INTO p VALUES (1, 1)",
                "INSERT INTO k VALUES (1)");

        assertThatThrownBy(retort(false)::upgrade).hasMessageContaining("Foreign keys have been switched on");

        assertThat(DatabaseState.rows(database, "SELECT p FROM k")).containsExactly("1");
    }

    /** Whether keys are enforced or not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            .alterColumn("b", c -> c.type(integer())).addConstraint(Constraints.foreignKey("f", "b").references("p", "id"))
            .addColumn(column("c", integer()).notNull().defaultsTo(9)).addConstraint(Constraints.foreignKey("f", "c").references("p", "id"))
            .alterColumn("b", c -> c.type(integer())).addConstraint(Constraints.foreignKey("f", "b").references("t", "a"))
            .alterColumn("b", c -> c.type(real())).addConstraint(Constraints.foreignKey("f", "g").references("q", "id"))
            """)
    void rowsThatWouldLackTheirParentAfterTheChangeAreNoticed(String changes) throws SQLException {
        revisions.java("r1", "", "op.batch(\"t\", t -> t" + changes + ");");
        database.execute(
                "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT, g TEXT AS (b || 'x'))",
                "CREATE TABLE p (id INTEGER PRIMARY KEY)",
                "CREATE TABLE q (id TEXT PRIMARY KEY)",
                "INSERT INTO q VALUES ('77x')",
                "INSERT INTO t VALUES (1, '77')");

        assertThatThrownBy(retort(false)::upgrade)
                .hasMessageContaining("rows of t would refer to rows of ")
                .hasMessageContaining(" that do not exist");
    }

    /** SQLite takes the foreign key, whether keys are enforced or not. */
    @Test
    void rowsThatWouldReferToATableThatIsNotThereAreNoticed() throws SQLException {
        revisions.java("r1", "", """
                op.addConstraint("t", Constraints.foreignKey("f", "b").references("later", "id"));
                """);
        database.execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b INTEGER)", "INSERT INTO t VALUES (1, NULL), (2, 7)");

        assertThatThrownBy(retort(false)::upgrade)
                .hasMessageContaining("A row of t has b = 7, for which there is no table later.");

        database.execute("DELETE FROM t WHERE a = 2");
        assertThat(retort(false).upgrade().heads()).containsExactly("r1");
    }

    @Test
    void rowsThatHaveTheirParentAfterTheChangeAreTaken() throws SQLException {
        revisions.java("r1", "", """
                op.batch("t", t -> t
                        .alterColumn("id", c -> c.type(integer()))
                        .alterColumn("b", c -> c.type(integer()))
                        .addConstraint(Constraints.unique("u", "id"))
                        .addConstraint(Constraints.check("ck", "b < 100"))
                        .addConstraint(Constraints.foreignKey("f", "p").references("t", "id")));
                """);
        database.execute(
                "CREATE TABLE t (id TEXT, p INTEGER, b TEXT)", "INSERT INTO t VALUES ('1', NULL, '20'), ('2', 1, '5')");

        assertThat(retort(true).upgrade().heads()).containsExactly("r1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE TABLE k (p INTEGER REFERENCES p)                                     | 5, 1       | DELETE FROM k WHERE p = 5; DELETE FROM p WHERE id = 1
            CREATE TABLE k (p INTEGER REFERENCES p)                                     | 5          | UPDATE k SET p = 6
            CREATE TABLE k (p INTEGER PRIMARY KEY REFERENCES p) WITHOUT ROWID           | 5, 1       | DELETE FROM k WHERE p = 5; DELETE FROM p WHERE id = 1
            CREATE TABLE k (p INTEGER REFERENCES p, q AS (p + 1) STORED REFERENCES p)   | 5          | DELETE FROM k; INSERT INTO k (rowid, p) VALUES (1, 4)
            CREATE TABLE k (p TEXT REFERENCES p)                                        | 5, 1       | DELETE FROM k WHERE p = 5; DELETE FROM p WHERE id = 1
            """)
    void anOrphanThatTakesThePlaceOfAnotherIsNoticed(String child, String values, String statements)
            throws SQLException {
        revisions.java("r1", "", B_AS_REAL + "op.execute(\"" + statements.replace("; ", "\"); op.execute(\"") + "\");");
        database.execute(
                "CREATE TABLE t (a, b INT)",
                "CREATE TABLE p (id INTEGER PRIMARY KEY)",
                child,
                "INSERT INTO p VALUES (1)",
                "INSERT INTO k (p) VALUES (" + values.replace(", ", "), (") + ")");
        List<String> before = DatabaseState.rows(database, "SELECT p FROM k ORDER BY p");

        assertThatThrownBy(retort(true)::upgrade).hasMessageContaining(" of k refer to a row of p");

        assertThat(DatabaseState.rows(database, "SELECT p FROM k ORDER BY p")).isEqualTo(before);
    }

    @Test
    void whatWasBrokenBeforeIsNotHeldAgainstTheStep() throws SQLException {
        revisions.java("r1", "", B_AS_REAL);
        database.execute(
                "CREATE TABLE t (a, b INT)",
                "CREATE TABLE p (id INTEGER PRIMARY KEY)",
                "CREATE TABLE k (p REFERENCES p)",
                "INSERT INTO k VALUES (5)",
                "CREATE VIEW v AS SELECT a FROM nowhere");

        assertThat(retort(true).upgrade().heads()).containsExactly("r1");
    }

    @Test
    void aTableWhoseRowsAreReferredToIsNotDroppedWithThem() throws SQLException {
        database.execute(
                "CREATE TABLE p (id INTEGER PRIMARY KEY, k TEXT UNIQUE, up INTEGER REFERENCES p ON DELETE CASCADE)",
                "CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER REFERENCES p (id) ON DELETE CASCADE)",
                "CREATE TABLE d (k TEXT REFERENCES P (k) ON DELETE SET NULL)",
                "INSERT INTO p VALUES (1, 'a', NULL), (2, 'b', 1)",
                "INSERT INTO c VALUES (7, 1)",
                "INSERT INTO d VALUES ('b')");
        revisions.java("r1", "", "op.dropTable(\"p\");");

        assertThatThrownBy(() -> retort(true).upgrade())
                .hasMessageContaining(
                        "A row of c has p = 1, and its foreign key to p would delete it (ON DELETE CASCADE)."
                                + " Drop the foreign key or the table c before.");
        assertThat(DatabaseState.rows(database, "SELECT count(*) FROM c")).containsExactly("1");

        database.execute("DELETE FROM c");
        assertThatThrownBy(() -> retort(true).upgrade()).hasMessageContaining("A row of d has k = 'b'");

        database.execute("DELETE FROM d");
        retort(true).upgrade();
        assertThat(DatabaseState.rows(database, "SELECT name FROM sqlite_schema WHERE name = 'p'"))
                .isEmpty();
    }
}
