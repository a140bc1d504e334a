package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.error.MigrationFailedException;
import dev.retort.error.UsageException;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import dev.retort.tests.server.Proxies;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes for which SQLite has no ALTER TABLE. */
class TableRebuildTest extends RebuildProject {

    private static final String USERS = """
            CREATE TABLE users (
                id INTEGER PRIMARY KEY AUTOINCREMENT, -- the number
                email VARCHAR(80) COLLATE nocase UNIQUE ON CONFLICT FAIL,
                "home town" MONEY DEFAULT 'it''s',
                age INT CHECK (age > 0) CONSTRAINT adult CHECK (users.age < 200),
                boss INTEGER REFERENCES users ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
                shout TEXT AS (upper(email)) STORED
            );
            CREATE INDEX ix_partial ON users (lower(email) DESC) WHERE age > 1;
            CREATE TABLE posts (id INTEGER PRIMARY KEY, author INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE);
            CREATE TABLE log (line TEXT);
            CREATE VIEW adults AS SELECT users.id, email FROM users WHERE age > 17;
            -- statement
            CREATE TRIGGER users_added AFTER INSERT ON users BEGIN INSERT INTO log VALUES (new.email); END
            -- end
            -- statement
            CREATE TRIGGER posts_added AFTER INSERT ON posts BEGIN UPDATE users SET age = age + 1 WHERE id = new.author; END
            -- end
            INSERT INTO users (id, email, age) VALUES (1, 'a@b', 18), (7, 'c@d', 30), (9, 'e@f', 40);
            DELETE FROM users WHERE id = 9;
            INSERT INTO posts VALUES (1, 1), (2, 7), (3, 7);
            """;

    private static final String AGE_AS_BIGINT = "op.alterColumn(\"users\", \"age\", c -> c.type(bigint()));";

    /** Outside a transaction its drop could not be undone. */
    @ParameterizedTest
    @CsvSource({"ix_b, index", "IX_B, index", "t, table"})
    void anIndexIsNotDroppedForANameThatIsTaken(String name, String kind) throws SQLException {
        revisions
                .sql("r1", "", "CREATE TABLE t (a INT);\nCREATE INDEX ix_a ON t (a);\nCREATE INDEX ix_b ON t (a);")
                .java("r2", "r1", "op.outsideTransaction(o -> o.renameIndex(\"t\", \"ix_a\", \"" + name + "\"));");
        Retort retort = retort(false);
        retort.upgrade("r1");
        List<String> schema = schema();

        assertThatThrownBy(retort::upgrade)
                .hasMessageContaining("The name " + name + " belongs to another " + kind + ".");

        assertThat(schema()).isEqualTo(schema);
        revisions.java("r2", "r1", "op.outsideTransaction(o -> o.renameIndex(\"t\", \"ix_a\", \"IX_A\"));");
        assertThat(retort(false).upgrade().heads()).containsExactly("r2");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everythingElseOfTheTableStaysAsItIs(boolean enforced) throws SQLException {
        revisions.sql("r1", "", USERS).java("r2", "r1", AGE_AS_BIGINT);
        Retort retort = retort(enforced);
        retort.upgrade("r1");
        List<String> schema = schema();
        List<String> rows = rows();

        retort.upgrade();

        assertThat(schema())
                .isEqualTo(schema.stream()
                        .map(sql -> sql.replace("age INT CHECK", "age bigint CHECK"))
                        .toList());
        assertThat(rows()).isEqualTo(rows);
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO users (email, age) VALUES ('g@h', 20)");
        }
        assertThat(DatabaseState.rows(database, "SELECT max(id) FROM users")).containsExactly("10");
        assertThat(DatabaseState.rows(database, "SELECT line FROM log")).contains("g@h");
    }

    /** SQLite's own ALTER TABLE changes more than it says. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            b INT REFERENCES p NOT NULL DEFERRABLE                                | alterColumn(T "b", c -> c.nullable()) | b INT REFERENCES p DEFERRABLE
            b INT REFERENCES p DEFAULT 1 DEFERRABLE                               | alterColumn(T "b", c -> c.notNull())  | b INT NOT NULL REFERENCES p DEFAULT 1 DEFERRABLE
            b INT NOT NULL CHECK (b > 0) NOT NULL                                 | alterColumn(T "b", c -> c.nullable()) | b INT CHECK (b > 0)
            b INT REFERENCES p CONSTRAINT ck CHECK (b > 0) DEFERRABLE             | dropConstraint(T Constraints.check("ck", "b > 0")) | b INT REFERENCES p DEFERRABLE
            """)
    void aConditionThatSQLiteWouldMixUpIsRefusedAndChangedInABatch(String before, String change, String after)
            throws SQLException {
        revisions.java("r1", "", "op.run(c -> {}); op." + change.replace("T ", "\"t\", ") + ";");
        database.execute("CREATE TABLE p (id INTEGER PRIMARY KEY)", "CREATE TABLE t (a, " + before + ")");

        assertThatThrownBy(retort(true)::upgrade).hasMessageContaining("in op.batch with recreateAlways()");
        assertThat(schema()).anyMatch(sql -> sql.contains(before));

        revisions.java("r1", "", "op.batch(\"t\", t -> t.recreateAlways()." + change.replace("T ", "") + ");");
        retort(true).upgrade();
        assertThat(schema()).anyMatch(sql -> sql.contains(after));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a INT CONSTRAINT ck CHECK (a > 5), b INT CONSTRAINT ck CHECK (b > 0))",
                "(a INT CONSTRAINT ck REFERENCES t, b INT, CONSTRAINT ck CHECK (b > 0))",
                "(a INT CONSTRAINT ck NOT NULL, b INT)",
                "(a INT CONSTRAINT ck DEFAULT 5, b INT, CONSTRAINT ck CHECK (b > 0))",
                "(a INT, b INT)"
            })
    void whatIsNotTheNameOfACheckAloneIsNotDropped(String columns) throws SQLException {
        revisions.java("r1", "", "op.dropConstraint(\"t\", Constraints.check(\"ck\", \"b > 0\"));");
        database.execute("CREATE TABLE t " + columns);

        assertThatThrownBy(retort(true)::upgrade).hasMessageContaining("ck");

        assertThat(schema()).containsExactly("CREATE TABLE t " + columns);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE TABLE t (a TEXT UNIQUE ON CONFLICT IGNORE, b INT)           | op.alterColumn("t", "a", c -> c.type(integer()));
            CREATE TABLE t (a TEXT PRIMARY KEY ON CONFLICT REPLACE, b INT)     | op.alterColumn("t", "a", c -> c.type(integer()));
            CREATE TABLE t (a TEXT UNIQUE, b INT)                              | op.addConstraint("t", Constraints.primaryKey("b"));
            """)
    void rowsThatWouldBecomeOneAreNotLost(String table, String operation) throws SQLException {
        revisions.java("r1", "", operation);
        database.execute(table, "INSERT INTO t VALUES ('1', 5), ('01', 5), ('001', 5)");

        assertThatThrownBy(retort(false)::upgrade).isInstanceOf(MigrationFailedException.class);

        assertThat(DatabaseState.rows(database, "SELECT a FROM t")).hasSize(3);
    }

    @Test
    void aCounterOfATableConstraintIsKept() throws SQLException {
        revisions.java("r1", "", B_AS_REAL);
        database.execute(
                "CREATE TABLE t (id INTEGER, b INT, PRIMARY KEY (id AUTOINCREMENT))",
                "INSERT INTO t VALUES (1, 1), (9, 9)",
                "DELETE FROM t WHERE id = 9");

        retort(false).upgrade();

        database.execute("INSERT INTO t (b) VALUES (2)");
        assertThat(DatabaseState.rows(database, "SELECT max(id) FROM t")).containsExactly("10");
    }

    @Test
    void whatIsTemporaryDoesNotHideTheTableAndItsCounter() throws SQLException {
        revisions.java("r1", "", """
                op.execute("CREATE TEMP TABLE other (id INTEGER PRIMARY KEY AUTOINCREMENT)");
                op.execute("CREATE TEMP TABLE retort_new_t (id, b)");
                op.alterColumn("t", "b", c -> c.type(real()));
                """);
        database.execute(
                "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, b INT)",
                "INSERT INTO t VALUES (1, 1), (50, 2)",
                "DELETE FROM t WHERE id = 50");

        retort(true).upgrade();

        database.execute("INSERT INTO t (b) VALUES (3)");
        assertThat(DatabaseState.rows(database, "SELECT id FROM t")).containsExactly("1", "51");
    }

    /** A text of a number that was written as a real one ends with its fraction. */
    @Test
    void eachTypeOfAColumnMakesOthersOfItsValues() throws SQLException {
        revisions.java("r1", "", """
                op.alterColumn("t", "b", c -> c.type(real()));
                op.alterColumn("t", "b", c -> c.type(text()));
                """);
        database.execute("CREATE TABLE t (a, b INT)", "INSERT INTO t VALUES (1, 2)");

        retort(true).upgrade();

        assertThat(DatabaseState.rows(database, "SELECT b FROM t")).containsExactly("2.0");
    }

    /** Killed in the middle of it, there would be no table. */
    @Test
    void aRebuildIsATransactionAlsoBetweenStatementsThatCommit() throws SQLException {
        revisions.sql("r1", "", USERS).java("r2", "r1", """
                op.outsideTransaction(outside -> outside
                        .addColumn("users", column("first", integer()))
                        .alterColumn("users", "age", c -> c.type(bigint()))
                        .alterColumn("users", "boss", c -> c.type(text()).notNull()));
                """);
        Retort retort = retort(false);
        retort.upgrade("r1");
        List<String> rows = rows();

        assertThatThrownBy(retort(true)::upgrade)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("outside the transaction, while foreign keys are enforced");
        assertThatThrownBy(retort::upgrade)
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("has NULL in boss");
        assertThat(schema())
                .anyMatch(sql -> sql.contains("first integer"))
                .noneMatch(sql -> sql.contains("retort_new"));

        database.execute("UPDATE users SET boss = 1");
        assertThat(retort.upgrade().heads()).containsExactly("r2");
        assertThat(schema()).anyMatch(sql -> sql.contains("boss text"));
        assertThat(rows()).hasSameSizeAs(rows);
    }

    @Test
    void theConnectionOfAHostIsLeftAsItWas() throws SQLException {
        revisions.sql("r1", "", USERS).java("r2", "r1", AGE_AS_BIGINT);
        try (Connection kept = database.open();
                Statement statement = kept.createStatement()) {
            statement.execute("PRAGMA foreign_keys = ON");

            Retort.configure()
                    .settings(settings(true))
                    .dataSource(Proxies.dataSource(() -> Proxies.unclosed(kept)))
                    .load()
                    .upgrade();

            assertThat(answer(statement, "PRAGMA foreign_keys")).isEqualTo("1");
            assertThat(answer(statement, "PRAGMA legacy_alter_table")).isEqualTo("0");
        }
    }

    @Test
    void neighbouringChangesOfATableShareOneRebuild() throws SQLException {
        revisions.sql("r1", "", USERS).java("r2", "r1", """
                op.alterColumn("users", "age", c -> c.type(bigint()).notNull());
                op.addColumn("users", column("joined", timestamp()).notNull().defaultsToSql("CURRENT_TIMESTAMP"));
                op.createIndex("ix_joined", "users", "joined");
                op.dropConstraint("users", "adult");
                op.alterColumn("posts", "author", c -> c.type(text()));
                op.alterColumn("users", "home town", c -> c.noDefault());
                """);
        List<String> made = new ArrayList<>();
        Retort retort = Retort.configure()
                .settings(settings(false))
                .listener(new MigrationListener() {
                    @Override
                    public void statementStarted(MigrationStep step, String statement) {
                        if (step.revision().id().equals("r2") && statement.startsWith("CREATE TABLE")) {
                            made.add(statement.substring(0, statement.indexOf(" (")));
                        }
                    }
                })
                .load();

        retort.upgrade();

        assertThat(made)
                .containsExactly(
                        "CREATE TABLE retort_new_users",
                        "CREATE TABLE retort_new_posts",
                        "CREATE TABLE retort_new_users");
        assertThat(schema()).anyMatch(sql -> sql.contains("joined timestamp DEFAULT CURRENT_TIMESTAMP NOT NULL"));
        assertThat(schema()).noneMatch(sql -> sql.contains("CONSTRAINT adult"));
        assertThat(schema()).noneMatch(sql -> sql.contains("it''s"));
        assertThat(schema()).anyMatch(sql -> sql.contains("ix_joined"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            defaultsToSql("lower('A')") | noDefault()      | a
            defaultsToSql("lower('A')") | defaultsTo("z")  | a
            defaultsTo("x")             | noDefault()      | x
            defaultsTo("x")             | defaultsTo("z")  | x
            """)
    void rowsGetTheDefaultWithWhichAColumnIsAdded(String first, String then, String value) throws SQLException {
        revisions.java("r1", "", B_AS_REAL + """
                op.addColumn("t", column("m", text()).FIRST);
                op.alterColumn("t", "m", c -> c.THEN);
                """.replace("FIRST", first).replace("THEN", then) + B_AS_REAL);
        database.execute("CREATE TABLE t (a, b INT)", "INSERT INTO t VALUES (1, 2)");

        retort(false).upgrade();

        assertThat(DatabaseState.rows(database, "SELECT m FROM t")).containsExactly(value);
    }

    @Test
    void aLongerTextSendsNothing() throws SQLException {
        revisions
                .sql("r1", "", USERS)
                .java("r2", "r1", "op.alterColumn(\"users\", \"email\", c -> c.type(varchar(200)));");
        Retort retort = retort(true);
        retort.upgrade("r1");
        List<String> schema = schema();

        retort.upgrade();

        assertThat(schema()).isEqualTo(schema);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            op.alterColumn("users", "boss", c -> c.type(text()).notNull());                | The row of users with id = 1 has NULL in boss
            op.addColumn("users", column("a", text()).notNull());     | The row of users with id = 1 has no value for the new column a
            op.addConstraint("posts", Constraints.unique("u", "author"));        | Several rows of posts have the same author = 7
            op.addConstraint("users", Constraints.check("c", "age <> 19"));      | constraint failed
            op.addConstraint("posts", Constraints.foreignKey("f", "id").references("users", "id")); | A row of posts has id = 2, for which there is no row in users
            op.dropConstraint("users", "nobody");                     | There is no constraint nobody in users; there are adult, and without a name PRIMARY KEY (id), UNIQUE (email)
            op.alterColumn("users", "nobody", c -> c.type(text()));           | There is no column nobody in users; there are id, email
            op.alterColumn("users", "age", c -> c.defaultsToSql("now + hour")); | default value of column [age] is not constant
            """)
    void aRebuildThatFailsLeavesTheTableAsItWas(String operation, String said) throws SQLException {
        revisions.sql("r1", "", USERS).java("r2", "r1", operation);
        Retort retort = retort(true);
        retort.upgrade("r1");
        List<String> schema = schema();
        List<String> rows = rows();

        assertThatThrownBy(retort::upgrade)
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining(said);

        assertThat(schema()).isEqualTo(schema);
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void aColumnThatAViewNeedsIsNotDroppedBetweenRebuilds() throws SQLException {
        revisions.sql("r1", "", USERS).java("r2", "r1", """
                op.run(c -> {});
                op.alterColumn("users", "boss", c -> c.type(text()));
                op.dropColumn("users", "shout");
                op.alterColumn("users", "age", c -> c.type(bigint()));
                """);
        Retort retort = retort(true);
        retort.upgrade("r1");
        database.execute("CREATE VIEW shouts AS SELECT shout FROM users");
        List<String> schema = schema();

        assertThatThrownBy(retort::upgrade)
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("error in view shouts after drop column");

        assertThat(schema()).isEqualTo(schema);
    }

    @Test
    void rowsThatLoseTheirParentInTheSameStepAreNamed() throws SQLException {
        revisions.sql("r1", "", USERS).java("r2", "r1", """
                op.alterColumn("users", "age", c -> c.type(bigint()));
                op.execute("DELETE FROM users WHERE id = 7");
                """);
        Retort retort = retort(true);
        retort.upgrade("r1");
        List<String> rows = rows();

        assertThatThrownBy(retort::upgrade)
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("2 rows of posts refer to a row of users that does not exist");

        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void aRunOfOneTransactionRebuildsTablesToo() throws SQLException {
        revisions.sql("r1", "", USERS).java("r2", "r1", AGE_AS_BIGINT);

        Retort.configure()
                .settings(settings(true).with(ConfigKey.TRANSACTION_PER_MIGRATION, false))
                .load()
                .upgrade();

        assertThat(schema()).anyMatch(sql -> sql.contains("age bigint"));
        assertThat(DatabaseState.rows(database, "SELECT count(*) FROM posts")).containsExactly("3");
    }

    private List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        rows.addAll(DatabaseState.rows(database, "SELECT rowid, * FROM users ORDER BY id"));
        rows.addAll(DatabaseState.rows(database, "SELECT * FROM posts ORDER BY id"));
        rows.addAll(DatabaseState.rows(database, "SELECT * FROM log ORDER BY rowid"));
        rows.addAll(DatabaseState.rows(database, "SELECT name, seq FROM sqlite_sequence WHERE name = 'users'"));
        return rows;
    }

    private static String answer(Statement statement, String sql) throws SQLException {
        try (var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
