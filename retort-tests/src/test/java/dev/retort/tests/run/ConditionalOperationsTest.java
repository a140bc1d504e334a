package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operations that run only if something is missing, or if it is there. */
class ConditionalOperationsTest {

    private static final String CONDITIONS = """
            op.ifMissing(o -> o.createTable("users", column("other", integer()), Index.of("ix_name", "name"))
                    .addColumn("users", column("name", text()))
                    .addColumn("users", column("town", varchar(20)))
                    .createIndex("ix_town", "users", "town"));
            op.ifPresent(o -> o.dropColumn("users", "age")
                    .dropColumn("users", "age")
                    .dropTable("nothing")
                    .renameColumn("users", "town", "city"));
            """;

    @TempDir
    private Path folder;

    private ShellProject project(TestDatabase database, String before, String upgrade) throws Exception {
        ShellProject project = ShellProject.on(database, folder);
        project.revisions().sql("r1", "", before).java("r2", "r1", upgrade);
        return project;
    }

    @ForDatabases
    void whatIsThereStaysAsItIs(SharedDatabase kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            ShellProject project =
                    project(database, "CREATE TABLE users (id INTEGER, name VARCHAR(20), age INTEGER);", CONDITIONS);

            project.done("retort upgrade heads");

            assertThat(DatabaseState.schema(database).table(QualifiedName.of("users")))
                    .hasValueSatisfying(users -> {
                        assertThat(users.columns())
                                .extracting(column -> column.name())
                                .containsExactly("id", "name", "city");
                        assertThat(users.indexes())
                                .extracting(index -> index.name())
                                .containsExactlyInAnyOrder("ix_name", "ix_town");
                    });
        }
    }

    @ForDatabases(has = Capability.COMMENTS)
    void whatIsThereKeepsItsComments(SharedDatabase kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            ShellProject project = ShellProject.on(database, folder);
            project.revisions().java("r1", "", """
                            op.createTable(table("users", column("id", integer()).comment("mine"), column("name", text())).comment("own"));
                            """).java("r2", "r1", """
                            op.ifMissing(o -> o
                                    .createTable(table("users", column("id", integer()).comment("other"),
                                            column("town", text()).comment("where")).comment("other"))
                                    .addColumn("users", column("name", text()).comment("new"))
                                    .addColumn("users", column("age", integer()).comment("in years"))
                                    .createTable(table("towns", column("id", integer()).comment("number")).comment("all")));
                            """);

            project.done("retort upgrade heads");

            SchemaSnapshot found = DatabaseState.schema(database);
            assertThat(found.table(QualifiedName.of("users"))).hasValueSatisfying(users -> {
                assertThat(users.comment()).isEqualTo("own");
                assertThat(users.columns())
                        .extracting(column -> column.name() + ": " + column.comment())
                        .first()
                        .isEqualTo("id: mine");
                assertThat(users.columns())
                        .extracting(column -> column.name() + ": " + column.comment())
                        .last()
                        .isEqualTo("age: in years");
            });
            assertThat(found.table(QualifiedName.of("towns"))).hasValueSatisfying(towns -> {
                assertThat(towns.comment()).isEqualTo("all");
                assertThat(towns.columns().get(0).comment()).isEqualTo("number");
            });
        }
    }

    @ForDatabases
    void anUndoTakesBackWhatRanAndLeavesWhatDidNotHaveTo(SharedDatabase kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            ShellProject project = project(database, "CREATE TABLE users (id INTEGER, town VARCHAR(20));", """
                            op.outsideTransaction(outside -> {
                                outside.ifMissing(o -> o.addColumn("users", column("town", varchar(20)))
                                        .addColumn("users", column("street", varchar(20))));
                                outside.execute("ALTER TABLE missing ADD COLUMN extra INTEGER");
                            });
                            """);

            assertThat(project.refused("retort upgrade heads"))
                    .containsSubsequence("are done and committed:", "street", "did not have to run:", "town")
                    .contains("resume --undo");
            project.done("retort resume --undo");

            assertThat(DatabaseState.schema(database).table(QualifiedName.of("users")))
                    .hasValueSatisfying(users -> assertThat(users.columns())
                            .extracting(column -> column.name())
                            .containsExactly("id", "town"));
        }
    }

    /** As a kill leaves it: the statement has run, and its row in the journal is still open. */
    @ForDatabases
    void whatMayHaveRunBeforeAKillIsNotUndone(SharedDatabase kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            ShellProject project = project(database, "CREATE TABLE users (id INTEGER);", """
                            op.outsideTransaction(outside -> {
                                outside.ifMissing(o -> o.addColumn("users", column("town", varchar(20))));
                                outside.execute("ALTER TABLE missing ADD COLUMN extra INTEGER");
                            });
                            """);
            project.refused("retort upgrade heads");
            database.execute("UPDATE retort_journal SET closed_at = NULL WHERE statement_no = 1");

            assertThat(project.refused("retort upgrade heads"))
                    .contains("ALTER TABLE missing")
                    .doesNotContain("--undo");
            assertThat(project.refused("retort resume --undo"))
                    .contains("This one cannot be undone, it is not known whether it has run:", "town");

            assertThat(DatabaseState.schema(database).table(QualifiedName.of("users")))
                    .hasValueSatisfying(users -> assertThat(users.columns())
                            .extracting(column -> column.name())
                            .containsExactly("id", "town"));
        }
    }

    @ForDatabases
    void aResumedStepDoesNotAskAgainWhetherWhatIsDoneHadToRun(SharedDatabase kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            ShellProject project = project(database, "CREATE TABLE users (id INTEGER, town VARCHAR(20));", """
                            op.outsideTransaction(outside -> {
                                outside.ifPresent(o -> o.renameColumn("users", "town", "city"));
                                outside.ifPresent(o -> o.dropColumn("users", "street"));
                                outside.execute("ALTER TABLE later ADD COLUMN extra INTEGER");
                            });
                            """);

            project.refused("retort upgrade heads");
            database.execute("CREATE TABLE later (id INTEGER)", "ALTER TABLE users ADD COLUMN street VARCHAR(20)");
            project.done("retort upgrade heads");

            assertThat(DatabaseState.schema(database).table(QualifiedName.of("users")))
                    .hasValueSatisfying(users -> assertThat(users.columns())
                            .extracting(column -> column.name())
                            .containsExactly("id", "city", "street"));
        }
    }

    @Test
    void whatIsInAnotherSchemaOfTheSearchPathIsNotDropped() throws Exception {
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            ShellProject project = project(database, """
                            CREATE SCHEMA away;
                            CREATE TABLE away.t (id INTEGER);
                            CREATE VIEW away.v AS SELECT 1 AS one;
                            CREATE FUNCTION away.f(INTEGER) RETURNS INTEGER LANGUAGE sql AS 'SELECT 1';
                            CREATE SEQUENCE away.s;
                            """, """
                            op.execute("SET search_path = public, away");
                            op.ifPresent(o -> o.dropTable("t").dropView("v").dropFunction("f").dropFunction("f(integer)").dropSequence("s")
                                    .dropColumn("t", "id"));
                            """);

            project.done("retort upgrade heads");

            assertThat(
                            DatabaseState.rows(
                                    database,
                                    "SELECT count(*) FROM pg_class WHERE relnamespace = 'away'::regnamespace"
                                            + " UNION ALL SELECT count(*) FROM pg_proc WHERE pronamespace = 'away'::regnamespace"))
                    .containsExactly("3", "1");
        }
    }

    @ForDatabases
    void aViewIsNotDroppedAsATable(SharedDatabase kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            ShellProject project = project(
                    database,
                    "CREATE TABLE t (id INTEGER); CREATE VIEW v AS SELECT id FROM t;",
                    "op.ifPresent(o -> o.dropTable(\"v\").dropView(\"t\"));");

            project.done("retort upgrade heads");

            assertThat(DatabaseState.rows(database, "SELECT id FROM v UNION SELECT id FROM t"))
                    .isEmpty();
        }
    }

    @Test
    void overloadedFunctionsAreToldApartByTheirArguments() throws Exception {
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            ShellProject project = project(database, """
                            CREATE FUNCTION f(INTEGER, NUMERIC(10, 2)) RETURNS INTEGER LANGUAGE sql AS 'SELECT 1';
                            CREATE FUNCTION f(TEXT) RETURNS INTEGER LANGUAGE sql AS 'SELECT 1';
                            CREATE FUNCTION f() RETURNS INTEGER LANGUAGE sql AS 'SELECT 1';
                            """, """
                            op.ifPresent(o -> o.dropFunction("f(int, numeric(10, 2))").dropFunction("f()").dropFunction("f(nothing)")
                                    .dropFunction("f(int)"));
                            """);

            project.done("retort upgrade heads");

            assertThat(DatabaseState.rows(
                            database,
                            "SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'public'::regnamespace"))
                    .containsExactly("f(text)");
        }
    }

    @ForDatabases
    void whatFollowsIsNotTriedBeforeTheFirstStep(SharedDatabase kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            ShellProject project = project(
                    database,
                    "CREATE TABLE t (id INTEGER, n INTEGER, CONSTRAINT ck CHECK (n > 0)); CREATE TABLE other (id INTEGER);",
                    """
                            op.ifPresent(o -> o.dropColumn("other", "n").dropConstraint("nothing", "t"));
                            op.ifMissing(o -> o.addColumn("t", column("id", text()).notNull()));
                            """);

            project.done("retort upgrade heads");

            assertThat(DatabaseState.schema(database).table(QualifiedName.of("t")))
                    .hasValueSatisfying(t -> assertThat(t.columns()).hasSize(2));
        }
    }

    @Test
    void aSchemaIsNotDroppedWhereWhatIsInItWouldBeDroppedWithIt() throws Exception {
        try (TestDatabase database = SharedDatabase.MARIADB.fresh()) {
            String schema = "s" + Long.toString(System.nanoTime(), 36);
            ShellProject project = project(
                    database,
                    "CREATE SCHEMA SCHEMA; CREATE TABLE SCHEMA.t (id INTEGER); CREATE FUNCTION SCHEMA.f() RETURNS INTEGER RETURN 1;"
                            .replace("SCHEMA.", schema + ".")
                            .replace("SCHEMA;", schema + ";"),
                    "op.dropSchema(\"" + schema + "\");");

            assertThat(project.refused("retort upgrade heads"))
                    .contains("The schema " + schema
                            + " is not empty, and what is in it would be dropped with it: function f, base table t.");

            database.execute("DROP TABLE " + schema + ".t");
            assertThat(project.refused("retort upgrade heads")).contains("dropped with it: function f.");

            database.execute("DROP FUNCTION " + schema + ".f");
            project.done("retort upgrade heads");
        }
    }
}
