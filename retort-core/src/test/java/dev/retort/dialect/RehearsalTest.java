package dev.retort.dialect;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CommentOnTable;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CustomOperation;
import dev.retort.operation.DialectName;
import dev.retort.operation.DropColumn;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.OutsideTransaction;
import dev.retort.operation.RunJava;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.Collation;
import org.sqlite.Function;

/** What SQLite would refuse while running is known before. */
class RehearsalTest {

    private static final QualifiedName T = QualifiedName.of("t");
    private static final Operation DROP = new DropColumn(T, "a", null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TABLE t (a integer, b integer) | | true",
                "CREATE TABLE t (a integer NOT NULL DEFAULT 1, b integer CHECK (b > 0)) | | true",
                "CREATE TABLE t (a integer PRIMARY KEY, b integer) | | false",
                "CREATE TABLE t (a integer UNIQUE, b integer) | | false",
                "CREATE TABLE t (a integer, b integer, UNIQUE (b, a)) | | false",
                "CREATE TABLE t (a integer, b integer, CHECK (a > b)) | | false",
                "CREATE TABLE t (a integer, b integer AS (a + 1)) | | false",
                "CREATE TABLE t (a integer, b integer, FOREIGN KEY (a) REFERENCES t (b)) | | false",
                "CREATE TABLE t (a integer, b integer) | CREATE INDEX ix ON t (a) | false",
                "CREATE TABLE t (a integer, b integer) | CREATE INDEX ix ON t (b) WHERE a > 0 | false",
                "CREATE TABLE t (a integer, b integer) | CREATE VIEW v AS SELECT a FROM t | false",
                "CREATE TABLE t (a integer, b integer) | CREATE VIEW v AS SELECT b FROM t | true",
                "CREATE TABLE t (a integer, b integer)"
                        + " | CREATE TRIGGER g AFTER INSERT ON t BEGIN UPDATE t SET b = new.a; END | false"
            })
    void aColumnThatSomethingNeedsIsNotDropped(String table, String other, boolean runs) throws SQLException {
        Operation byHand = new ExecuteSql("ALTER TABLE t DROP COLUMN a", List.of());
        try (EmbeddedDatabase database = EmbeddedDatabase.open("sqlite")) {
            database.execute(table);
            if (other != null) {
                database.execute(other);
            }

            assertThat(fails(database, DROP)).isEqualTo(!runs);
            assertThat(fails(database, byHand)).isEqualTo(!runs);
            assertThat(database.accepts("ALTER TABLE t DROP COLUMN a")).isEqualTo(runs);
        }
    }

    @Test
    void everyStatementOfAnOperationOfTheUsersOwnIsTried() throws SQLException {
        record Own(List<String> texts) implements CustomOperation {

            @Override
            public String describe() {
                return "tidy up";
            }

            @Override
            public List<String> statements(DialectName dialect) {
                return texts;
            }
        }

        String drop = "ALTER TABLE t DROP COLUMN a";
        Operation own = new Own(List.of("INSERT INTO t VALUES (1, 2)", drop));
        Operation outside = new OutsideTransaction(List.of(new Own(List.of("PRAGMA foreign_keys = OFF", drop))));
        try (EmbeddedDatabase database = EmbeddedDatabase.open("sqlite")) {
            database.execute("CREATE TABLE t (a integer, b integer)");
            assertThat(fails(database, own)).isFalse();
            assertThat(fails(database, outside)).isFalse();

            database.execute("CREATE INDEX ix ON t (a)");
            assertThat(fails(database, own)).isTrue();
            assertThat(fails(database, outside)).isTrue();
        }
    }

    /** SQLite itself lets it go, and fails when the trigger is to fire, or lets it fire no more. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AFTER INSERT ON t BEGIN UPDATE t SET a = 1; END",
                "AFTER DELETE ON other BEGIN UPDATE t SET b = 2, a = 1; END",
                "BEFORE UPDATE ON other BEGIN INSERT INTO t (\"A\") VALUES (1); END",
                "AFTER UPDATE OF b, a ON t BEGIN SELECT 1; END"
            })
    void aColumnThatATriggerSetsOrWaitsForIsNotDropped(String trigger) throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.open("sqlite")) {
            database.execute("CREATE TABLE t (id integer PRIMARY KEY, a integer, b integer)");
            database.execute("CREATE TABLE other (id integer)");
            database.execute("CREATE TRIGGER g " + trigger);

            assertThat(fails(database, DROP)).isTrue();
            for (String byHand : List.of("ALTER TABLE t DROP a", "ALTER TABLE t RENAME TO renamed")) {
                assertThat(fails(database, new ExecuteSql(byHand, List.of()))).isFalse();
            }
            database.execute("DROP TRIGGER g");
            assertThat(fails(database, DROP)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE t ADD COLUMN d text DEFAULT (datetime('now'))",
                "ALTER TABLE t ADD d text DEFAULT current_timestamp",
                "/* why */ alter table main.T add column d text default (now())",
                "ALTER TABLE t ADD COLUMN d text DEFAULT now()",
                "ALTER TABLE t ADD COLUMN d text NOT NULL",
                "ALTER TABLE t ADD COLUMN d text NOT NULL DEFAULT NULL",
                "ALTER TABLE t ADD COLUMN d integer UNIQUE",
                "ALTER TABLE t ADD COLUMN d integer PRIMARY KEY",
                "ALTER TABLE t ADD COLUMN d integer DEFAULT 1 REFERENCES t (a)",
                "ALTER TABLE t ADD COLUMN d integer AS (a + 1) STORED",
                "ALTER TABLE t ADD COLUMN d integer DEFAULT 1 CHECK (d > a)",
                "ALTER TABLE t ALTER COLUMN b TYPE text",
                "ALTER TABLE t ADD COLUMN d text",
                "ALTER TABLE t ADD COLUMN d text NOT NULL DEFAULT ''",
                "ALTER TABLE t ADD COLUMN d integer AS (a + 1)",
                "ALTER TABLE t ADD COLUMN d integer REFERENCES t (a)",
                "ALTER TABLE t ADD COLUMN d text CHECK (d <> '')",
                "ALTER TABLE t RENAME TO u",
                "ALTER TABLE t RENAME COLUMN b TO c"
            })
    void aTableIsAlteredInSqlAsSqliteWould(String sql) throws SQLException {
        Operation altering = new ExecuteSql(sql, List.of());
        for (String foreignKeys : List.of("ON", "OFF")) {
            for (String rows : List.of("SELECT 1", "INSERT INTO t VALUES (1, 2)")) {
                try (EmbeddedDatabase database = EmbeddedDatabase.open("sqlite")) {
                    database.execute("PRAGMA foreign_keys = " + foreignKeys);
                    database.execute("CREATE TABLE t (a integer PRIMARY KEY, b integer CHECK (b > 1))");
                    database.execute(rows);

                    boolean fails = fails(database, altering);

                    assertThat(fails).as(rows + foreignKeys).isEqualTo(!database.accepts(sql));
                }
            }
        }
    }

    /** As on any other database. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE nosuch ADD COLUMN b text",
                "ALTER TABLE t ADD COLUMN A text",
                "ALTER TABLE t RENAME COLUMN nosuch TO c",
                "ALTER TABLE t DROP COLUMN nosuch",
                "ALTER TABLE t RENAME TO u"
            })
    void aMistakeInANameIsLeftToTheRun(String sql) throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.open("sqlite")) {
            database.execute("CREATE TABLE t (a integer, b integer)");
            database.execute("CREATE TABLE u (a integer)");

            assertThat(fails(database, new ExecuteSql(sql, List.of()))).isFalse();
            assertThat(database.accepts(sql)).isFalse();
        }
    }

    /** The rows are those that there will be when the table is altered. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INSERT INTO t VALUES (1) | SELECT 1",
                "INSERT INTO t VALUES (1) | INSERT INTO u VALUES (1)",
                "INSERT INTO t VALUES (1) | UPDATE t SET a = 2",
                "INSERT INTO t VALUES (1) | DELETE FROM u",
                "INSERT INTO t VALUES (1) | DELETE FROM t",
                "INSERT INTO t VALUES (1) | WITH c AS (SELECT 1) DELETE FROM T",
                "INSERT INTO t VALUES (1) | ALTER TABLE u RENAME TO v",
                "INSERT INTO t VALUES (1) | DROP TABLE u",
                "SELECT 1 | INSERT INTO t (a) VALUES (1)",
                "SELECT 1 | DELETE FROM t",
                "CREATE TRIGGER g AFTER UPDATE ON t BEGIN DELETE FROM t; END; | UPDATE t SET a = 2",
                "CREATE TRIGGER g AFTER DELETE ON u BEGIN DELETE FROM t; END | DELETE FROM u",
            })
    void rowsAreFollowedThroughThePlan(String before, String step) throws SQLException {
        String adding = "ALTER TABLE t ADD COLUMN d text NOT NULL";
        try (EmbeddedDatabase database = EmbeddedDatabase.open("sqlite")) {
            database.execute("CREATE TABLE t (a integer)");
            database.execute("CREATE TABLE u (a integer)");
            database.execute(before);

            boolean fails = fails(database, new ExecuteSql(step, List.of()), new ExecuteSql(adding, List.of()));

            database.execute(step);
            assertThat(fails).isEqualTo(!database.accepts(adding));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE other.t (a integer)",
                "CREATE TEMP TABLE t (a integer)",
                "CREATE VIRTUAL TABLE t USING fts5(a)"
            })
    void whatTheCopyLacksIsNotRefused(String table) throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.open("sqlite")) {
            database.execute("ATTACH ':memory:' AS other");
            database.execute(table);
            database.execute("CREATE TABLE u (a integer)");
            database.execute("INSERT INTO u VALUES (1)");

            assertThat(fails(database, new ExecuteSql("ALTER TABLE t RENAME TO v", List.of())))
                    .isFalse();
        }
    }

    @Test
    void aFunctionOfTheApplicationIsNotRefused() throws SQLException {
        String adding = "ALTER TABLE t ADD COLUMN d text AS (new_key())";
        try (EmbeddedDatabase database = EmbeddedDatabase.open("sqlite")) {
            database.execute("CREATE TABLE t (a integer)");
            database.execute("INSERT INTO t VALUES (1)");
            Function.create(
                    database.connection,
                    "new_key",
                    new Function() {
                        @Override
                        protected void xFunc() throws SQLException {
                            result("k");
                        }
                    },
                    0,
                    Function.FLAG_DETERMINISTIC);

            assertThat(fails(database, new ExecuteSql(adding, List.of()))).isFalse();
            assertThat(database.accepts(adding)).isTrue();
        }
    }

    @Test
    void whatWasTakenAwayBeforeNeedsNothing() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.open("sqlite")) {
            database.execute("CREATE TABLE t (a integer, b integer)");
            database.execute("CREATE INDEX ix ON t (a)");

            assertThat(fails(database, new ExecuteSql("DROP INDEX ix", List.of()), DROP))
                    .isFalse();
        }
    }

    @Test
    void whatCannotBeToldIsNotRefused() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.open("sqlite")) {
            database.execute("CREATE TABLE t (a integer UNIQUE, b integer)");
            assertThat(fails(database, new RunJava(connection -> connection.commit()), DROP))
                    .isFalse();
        }
    }

    /** The query is executed nowhere but in the run: it may take its time. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE filled AS SELECT * FROM t",
                "create temp table if not exists filled as with c as (select 1) select * from c",
                "CREATE TABLE filled AS VALUES (1)"
            })
    void aTableThatAQueryFillsIsNotTried(String filling) throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.open("sqlite")) {
            database.execute("CREATE TABLE t (a integer UNIQUE, b integer)");

            assertThat(fails(database, new ExecuteSql(filling, List.of()), DROP))
                    .isFalse();
            assertThat(fails(
                            database,
                            new ExecuteSql("CREATE TABLE u (a integer, b integer AS (a + 1))", List.of()),
                            DROP))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"now()", "gen_random_uuid()", "nosuch"})
    void aDefaultThatNoRowCouldTakeIsRefused(String expression) throws SQLException {
        Table table = Table.of(T, List.of(column("a", integer()).defaultsToSql(expression)));
        try (EmbeddedDatabase database = EmbeddedDatabase.open("sqlite")) {
            assertThat(fails(database, new CreateTable(table))).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"current_timestamp", "datetime('now')", "1 + 1", "'it''s'"})
    void aDefaultThatARowTakesIsNot(String expression) throws SQLException {
        Table table = Table.of(T, List.of(column("a", integer()).defaultsToSql(expression)));
        try (EmbeddedDatabase database = EmbeddedDatabase.open("sqlite")) {
            assertThat(fails(database, new CreateTable(table))).isFalse();
        }
    }

    /** Only the connection that makes the rows has to know it. It is read there and not called. */
    @ParameterizedTest
    @ValueSource(strings = {"new_key()", "NEW_KEY() || 'x'", "'a' = 'b' COLLATE by_length"})
    void aDefaultThatTheApplicationsConnectionKnowsIsNotRefused(String expression) throws SQLException {
        Table table = Table.of(T, List.of(column("a", integer()).defaultsToSql(expression)));
        try (EmbeddedDatabase database = EmbeddedDatabase.open("sqlite")) {
            assertThat(fails(database, new CreateTable(table))).isTrue();
            Function.create(database.connection, "new_key", new Function() {
                @Override
                protected void xFunc() throws SQLException {
                    throw new SQLException("called by a rehearsal");
                }
            });
            Collation.create(database.connection, "by_length", new Collation() {
                @Override
                protected int xCompare(String left, String right) {
                    return Integer.compare(left.length(), right.length());
                }
            });

            assertThat(fails(database, new CreateTable(table))).isFalse();
        }
    }

    @Test
    void aDefaultIsNotRefusedBehindWhatCannotBeTried() throws SQLException {
        Table table = Table.of(T, List.of(column("a", integer()).defaultsToSql("now()")));
        try (EmbeddedDatabase database = EmbeddedDatabase.open("sqlite")) {
            assertThat(fails(database, new RunJava(connection -> connection.commit()), new CreateTable(table)))
                    .isFalse();
        }
    }

    @Test
    void aCommentIsLeftOutSoThatOneHistoryServesSeveralDatabases() throws SQLException {
        ColumnChange comment = new ColumnChange.Comment("a number");
        List<ColumnChange> both = List.of(comment, new ColumnChange.Nullability(false));
        try (EmbeddedDatabase database = EmbeddedDatabase.open("sqlite")) {
            DdlCompiler ddl = database.dialect.ddl();

            assertThat(ddl.compile(new CommentOnTable(T, "things", true, null))).isEmpty();
            assertThat(ddl.compile(new AlterColumn(T, "a", List.of(comment), null)))
                    .isEmpty();
            assertThat(ddl.compile(new AlterColumn(T, "a", both, null))).hasSize(1);
            assertThat(ddl.compile(new AddColumn(T, column("b", integer()).comment("b"))))
                    .hasSize(1);
        }
    }

    private static boolean fails(EmbeddedDatabase database, Operation... operations) throws SQLException {
        try (Rehearsal rehearsal = database.dialect
                .rehearsals()
                .of(database.connection, Stream.of(operations))
                .orElse(null)) {
            boolean failed = false;
            if (rehearsal == null) {
                return false;
            }
            for (Operation operation : operations) {
                failed |= rehearsal.failure(operation).isPresent();
            }
            return failed;
        }
    }
}
