package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.error.HalfDoneStepException;
import dev.retort.error.MigrationFailedException;
import dev.retort.report.MigrationReport;
import dev.retort.report.Resolution;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.spi.MigrationListener;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A step that failed in the middle, and is then finished or undone as the error says. */
class ResumeTest {

    private static final String HALF_DONE = """
            op.outsideTransaction(outside -> {
                outside.createTable("made", column("id", integer()), Index.of("ix_made", "id"));
                outside.addColumn("ledger", column("extra", integer()));
                outside.execute("ALTER TABLE missing ADD COLUMN extra INTEGER");
            });
            """;

    private static final String HALF_DONE_SQL = """
            -- outside transaction
            CREATE TABLE made (id INTEGER);
            ALTER TABLE missing ADD COLUMN extra INTEGER;
            -- end
            """;

    @TempDir
    private Path folder;

    @ForDatabases
    void aPersonTakesAStepBackAndGoesOnWithTheCorrectedFile(SharedDatabase kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            ShellProject project = ShellProject.on(database, folder);
            project.revisions().sql("r1", "", "CREATE TABLE ledger (id INTEGER);");
            project.done("retort upgrade heads");
            SchemaSnapshot before = DatabaseState.schema(database);
            project.revisions().java("r2", "r1", HALF_DONE);

            assertThat(project.refused("retort upgrade heads"))
                    .contains("error: migrations/versions/Vr2.java:")
                    .contains("The upgrade of 'r2' failed: ", "ALTER TABLE missing ADD COLUMN extra INTEGER")
                    .contains("done and committed:", "undo them with 'retort resume --undo'");
            assertThat(project.done("retort resume --undo"))
                    .contains("Undone: what was done of r2; the database is at r1.");
            assertThat(DatabaseState.schema(database)).isEqualTo(before);
            assertThat(project.done("retort resume --undo --json")).contains("{\"steps\":[],\"heads\":[\"r1\"]}");

            project.revisions().java("r2", "r1", HALF_DONE.replace("missing", "made"));
            assertThat(project.done("retort upgrade heads"))
                    .contains("1 step done; the database is at r2.")
                    .doesNotContain("Going on");
        }
    }

    @ForDatabases
    void aStatementThatWasRefusedIsNeitherRunNorSkippedWhenAPersonSaysThatItIsDone(SharedDatabase kind)
            throws Exception {
        try (TestDatabase database = kind.fresh()) {
            ShellProject project = ShellProject.on(database, folder);
            project.revisions().sql("r1", "", HALF_DONE_SQL);
            project.refused("retort upgrade heads");
            database.execute("CREATE TABLE missing (id INTEGER)");

            assertThat(project.refused("retort resume --done"))
                    .contains("with 1 statement done. No statement is in doubt")
                    .contains("    ALTER TABLE missing ADD COLUMN extra INTEGER")
                    .contains(
                            "'retort resume' runs it. If the database already has what it does, remove it from the file");
            assertThat(DatabaseState.rows(database, "SELECT * FROM missing")).isEmpty();
            assertThat(DatabaseState.versionRows(database)).isEmpty();

            database.execute("ALTER TABLE missing ADD COLUMN extra INTEGER");
            project.revisions()
                    .sql("r1", "", HALF_DONE_SQL.replace("ALTER TABLE missing ADD COLUMN extra INTEGER;", ""));
            assertThat(project.done("retort resume --done")).contains("the database is at r1.");
        }
    }

    @ForDatabases
    void whatIsNotInTheCatalogIsNotTakenForDone(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            new Revisions(folder).java("r1", "", """
                    op.outsideTransaction(outside -> {
                        outside.createTable("made", column("id", integer()));
                        outside.execute("ALTER TABLE missing ADD COLUMN extra INTEGER");
                    });
                    """);
            Retort retort = RunSetup.upgrade(folder, database).retort(MigrationListener.SILENT);
            assertThatThrownBy(retort::upgrade).isInstanceOf(MigrationFailedException.class);
            asIfKilledBeforeItsFirstStatement(database);

            assertThatThrownBy(() -> retort.resume(Resolution.DONE))
                    .isInstanceOf(HalfDoneStepException.class)
                    .hasMessageContaining("with 0 statements done. According to the catalog, the next one")
                    .hasMessageContaining("    CREATE TABLE made");

            database.execute("CREATE TABLE missing (id INTEGER)");
            assertThat(retort.resume(Resolution.ASK).heads()).containsExactly("r1");
            assertThat(DatabaseState.rows(database, "SELECT id FROM made")).isEmpty();
        }
    }

    private static void asIfKilledBeforeItsFirstStatement(TestDatabase database) throws SQLException {
        database.execute("DROP TABLE made");
        database.execute("UPDATE retort_journal SET closed_at = NULL");
    }

    @ForDatabases
    void aStepOfOneBranchIsFinishedAndTheOtherBranchStaysWhereItIs(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            Retort retort = halfDoneOnOneOfTwoBranches(database);
            new Revisions(folder).java("a2", "a1", HALF_DONE.replace("missing", "made"));

            MigrationReport report = retort.resume(Resolution.ASK);

            assertThat(report.steps()).hasSize(1);
            assertThat(report.heads()).containsExactly("a2", "b1");
            assertThat(DatabaseState.versionRows(database)).containsExactly("a2", "b1");
            assertThat(retort.upgrade("heads").heads()).containsExactly("a2", "b2");
        }
    }

    @ForDatabases
    void aStepOfOneBranchIsTakenBackAndBothBranchesStayWhereTheyAre(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            Retort retort = halfDoneOnOneOfTwoBranches(database);

            MigrationReport report = retort.resume(Resolution.UNDO);

            assertThat(report.undone()).isEqualTo("a2");
            assertThat(report.heads()).containsExactly("a1", "b1");
            assertThat(DatabaseState.versionRows(database)).containsExactly("a1", "b1");
            assertThat(retort.upgrade("b2").heads()).containsExactly("a1", "b2");
        }
    }

    @ForDatabases
    void nothingIsTakenBackThatHasBeenWrittenToSince(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            Retort retort = halfDoneOnOneOfTwoBranches(database);
            database.execute("INSERT INTO made (id) VALUES (1)");

            assertThatThrownBy(() -> retort.resume(Resolution.UNDO))
                    .isInstanceOf(HalfDoneStepException.class)
                    .hasMessageContaining("the table made has rows by now");
            assertThat(DatabaseState.rows(database, "SELECT id FROM made")).containsExactly("1");

            database.execute("DELETE FROM made");
            assertThat(retort.resume(Resolution.UNDO).undone()).isEqualTo("a2");
        }
    }

    @ForDatabases
    void whatWasRenamedSinceIsLookedAtUnderItsPresentName(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            new Revisions(folder).sql("r1", "", "CREATE TABLE ledger (id INTEGER); INSERT INTO ledger VALUES (1);");
            new Revisions(folder).java("r2", "r1", """
                    op.outsideTransaction(outside -> {
                        outside.createTable("made", column("id", integer()));
                        outside.renameTable("made", "renamed");
                        outside.createTable("made", column("id", integer()));
                        outside.addColumn("ledger", column("more", varchar(20)).defaultsTo("x"));
                        outside.renameColumn("ledger", "more", "less");
                        outside.addColumn("ledger", column("more", varchar(20)));
                        outside.execute("ALTER TABLE missing ADD COLUMN extra INTEGER");
                    });
                    """);
            Retort retort = RunSetup.upgrade(folder, database).retort(MigrationListener.SILENT);
            assertThatThrownBy(retort::upgrade).isInstanceOf(MigrationFailedException.class);

            database.execute("INSERT INTO renamed VALUES (5)");
            assertThatThrownBy(() -> retort.resume(Resolution.UNDO))
                    .isInstanceOf(HalfDoneStepException.class)
                    .hasMessageContaining("the table renamed has rows by now");
            database.execute("DELETE FROM renamed", "UPDATE ledger SET less = 'dear'");
            assertThatThrownBy(() -> retort.resume(Resolution.UNDO))
                    .isInstanceOf(HalfDoneStepException.class)
                    .hasMessageContaining("the column ledger.less holds values by now");

            database.execute("UPDATE ledger SET less = 'x'");
            assertThat(retort.resume(Resolution.UNDO).undone()).isEqualTo("r2");
            assertThat(DatabaseState.rows(database, "SELECT * FROM ledger")).containsExactly("1");
        }
    }

    @ForDatabases
    void aColumnIsTakenBackThatHoldsNothingButItsDefault(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            new Revisions(folder).sql("r1", "", "CREATE TABLE ledger (id INTEGER); INSERT INTO ledger VALUES (1);");
            Retort retort = RunSetup.upgrade(folder, database).retort(MigrationListener.SILENT);
            retort.upgrade("r1");
            new Revisions(folder).java("r2", "r1", """
                    op.outsideTransaction(outside -> {
                        outside.addColumn("ledger", column("note", varchar(20)));
                        outside.addColumn("ledger", column("state", integer()).notNull().defaultsTo(7));
                        outside.execute("ALTER TABLE missing ADD COLUMN extra INTEGER");
                    });
                    """);
            assertThatThrownBy(() -> retort.upgrade("r2")).isInstanceOf(MigrationFailedException.class);

            for (String written : List.of("note = 'x'", "state = 8")) {
                database.execute("UPDATE ledger SET " + written);
                assertThatThrownBy(() -> retort.resume(Resolution.UNDO))
                        .isInstanceOf(HalfDoneStepException.class)
                        .hasMessageContaining("ledger." + written.split(" ", 2)[0] + " holds values by now");
                database.execute("UPDATE ledger SET note = NULL, state = 7");
            }
            assertThat(retort.resume(Resolution.UNDO).undone()).isEqualTo("r2");
            assertThat(DatabaseState.rows(database, "SELECT * FROM ledger")).containsExactly("1");
        }
    }

    @ForDatabases
    void aMergeThatStoppedInTheMiddleIsFinished(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            twoBranches();
            new Revisions(folder).sql("m", "a1, b1", HALF_DONE_SQL);
            Retort retort = RunSetup.upgrade(folder, database).retort(MigrationListener.SILENT);
            assertThatThrownBy(() -> retort.upgrade("heads")).isInstanceOf(MigrationFailedException.class);
            assertThat(DatabaseState.versionRows(database)).containsExactly("a1", "b1");
            new Revisions(folder).sql("m", "a1, b1", HALF_DONE_SQL.replace("missing", "made"));

            assertThat(retort.resume(Resolution.ASK).heads()).containsExactly("m");
            assertThat(DatabaseState.versionRows(database)).containsExactly("m");
        }
    }

    /** The database is at a1 and b1, and an upgrade to a2 has stopped in the middle; b2 is pending. */
    private Retort halfDoneOnOneOfTwoBranches(TestDatabase database) throws SQLException {
        twoBranches();
        RunSetup setup = RunSetup.upgrade(folder, database);
        setup.run(MigrationListener.SILENT);
        new Revisions(folder).java("a2", "a1", HALF_DONE).sql("b2", "b1", "CREATE TABLE b_two (id INTEGER);");
        Retort retort = setup.retort(MigrationListener.SILENT);
        assertThatThrownBy(() -> retort.upgrade("a2")).isInstanceOf(MigrationFailedException.class);
        assertThat(DatabaseState.versionRows(database)).containsExactly("a1", "b1");
        return retort;
    }

    private void twoBranches() {
        new Revisions(folder)
                .sql("r1", "", "CREATE TABLE ledger (id INTEGER);")
                .sql("a1", "r1", "CREATE TABLE a (id INTEGER);")
                .sql("b1", "r1", "CREATE TABLE b (id INTEGER);");
    }
}
