package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.QualifiedName;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operations that run only if something is missing, or if it is there, and others that ask the database while they run. */
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

    @ForDatabases
    void whatIsThereStaysAsItIs(SharedDatabase kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            ShellProject project = ShellProject.on(database, folder);
            project.revisions()
                    .sql("r1", "", "CREATE TABLE users (id INTEGER, name VARCHAR(20), age INTEGER);")
                    .java("r2", "r1", CONDITIONS);

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

    @ForDatabases
    void whatDidNotRunIsNotUndone(SharedDatabase kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            ShellProject project = ShellProject.on(database, folder);
            project.revisions()
                    .sql("r1", "", "CREATE TABLE users (id INTEGER, town VARCHAR(20));")
                    .java("r2", "r1", """
                            op.outsideTransaction(outside -> {
                                outside.ifMissing(o -> o.addColumn("users", column("town", varchar(20))));
                                outside.execute("ALTER TABLE missing ADD COLUMN extra INTEGER");
                            });
                            """);

            assertThat(project.refused("retort upgrade heads")).doesNotContain("resume --undo");
            assertThat(project.refused("retort resume --undo"))
                    .contains("cannot be undone, the journal does not say whether it has run");

            assertThat(DatabaseState.schema(database).table(QualifiedName.of("users")))
                    .hasValueSatisfying(users -> assertThat(users.columns()).hasSize(2));
        }
    }

    @ForDatabases(has = Capability.SET_IDENTITY)
    void aColumnThatBecomesAnIdentityColumnGoesOnBehindItsRows(SharedDatabase kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            ShellProject project = ShellProject.on(database, folder);
            project.revisions()
                    .sql(
                            "r1",
                            "",
                            "CREATE TABLE t (id INTEGER NOT NULL, n INTEGER); INSERT INTO t VALUES (7, 1), (8, 2);")
                    .java("r2", "r1", """
                            op.alterColumn("t", "id", c -> c.from(column("id", integer()).notNull()).identity(identity()));
                            """);

            project.done("retort upgrade heads");
            database.execute("INSERT INTO t (n) VALUES (3)");

            assertThat(DatabaseState.rows(database, "SELECT id FROM t WHERE n = 3"))
                    .containsExactly("9");
        }
    }

    @Test
    void aSchemaWithTablesIsNotDroppedWhereTheyWouldBeDroppedWithIt() throws Exception {
        try (TestDatabase database = SharedDatabase.MARIADB.fresh()) {
            String schema = "s" + Long.toString(System.nanoTime(), 36);
            ShellProject project = ShellProject.on(database, folder);
            project.revisions()
                    .sql("r1", "", "CREATE SCHEMA " + schema + "; CREATE TABLE " + schema + ".t (id INTEGER);")
                    .java("r2", "r1", "op.dropSchema(\"" + schema + "\");");

            assertThat(project.refused("retort upgrade heads"))
                    .contains("The schema " + schema + " has tables, which would be dropped with it: t.");

            database.execute("DROP TABLE " + schema + ".t");
            project.done("retort upgrade heads");
        }
    }
}
