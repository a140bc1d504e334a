package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.error.HalfDoneStepException;
import dev.retort.error.MigrationFailedException;
import dev.retort.error.SourcePosition;
import dev.retort.report.Resolution;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps that fail in the middle: what is said, what is left, and how to go on. */
class FailureTest {

    private static final String COMMITTING_AND_FAILING = """
            op.run(connection -> {
                try (var statement = connection.createStatement()) {
                    statement.executeUpdate("INSERT INTO ledger VALUES ('r2', 1)");
                    statement.execute("CREATE TABLE committing (id INTEGER)");
                }
                throw new IllegalStateException("too late");
            });
            """;

    private static final String REFUSED = "ALTER TABLE missing ADD COLUMN extra INTEGER";

    @TempDir
    private Path folder;

    private Revisions revisions;

    @BeforeEach
    void aLedger() {
        revisions = new Revisions(folder)
                .sql("r1", "", "CREATE TABLE ledger (step VARCHAR(20) NOT NULL, amount INTEGER NOT NULL);");
    }

    @ForDatabases
    void aFailureInJavaSaysInWhichLineTheStatementWasAskedFor(SharedDatabase kind) throws SQLException {
        revisions.java("r2", "r1", """
                op.execute("INSERT INTO ledger VALUES (?, ?)", "r2", 1);
                op.dropColumn("missing", "amount");
                """);
        try (TestDatabase database = kind.fresh()) {
            assertThat(failure(database).position()).contains(new SourcePosition("versions/Vr2.java", 15));
        }
    }

    @ForDatabases
    void aFailureInAPartOfAnOperationIsInTheLineOfTheOperation(SharedDatabase kind) throws SQLException {
        revisions.java("r2", "r1", """
                op.execute("INSERT INTO ledger VALUES (?, ?)", "r2", 1);
                op.createTable("made", column("id", integer()), Index.of("ix_made", "missing"));
                """);
        try (TestDatabase database = kind.fresh()) {
            MigrationFailedException failed = failure(database);
            assertThat(failed.getMessage()).contains("INDEX ix_made");
            assertThat(failed.position()).contains(new SourcePosition("versions/Vr2.java", 15));
        }
    }

    @ForDatabases
    void aFailureSaysWhichStatementAndWhatIsLeftAndTheCorrectedFileGoesOn(SharedDatabase kind) throws SQLException {
        revisions.sql("r2", "r1", """
                CREATE TABLE first (id INTEGER);
                INSERT INTO ledger VALUES ('r2', 1);
                REFUSED;
                INSERT INTO ledger VALUES ('r2', 2);
                """.replace("REFUSED", REFUSED));
        try (TestDatabase database = kind.fresh()) {
            MigrationFailedException failure = failure(database);

            assertThat(failure.revision()).isEqualTo("r2");
            assertThat(failure.statement()).isEqualTo(REFUSED);
            assertThat(failure.position()).contains(new SourcePosition("versions/r2_step.sql", 7, 1));
            assertThat(failure.reason()).containsIgnoringCase("missing");
            assertThat(failure.hint().orElseThrow()).contains("One step was finished before it: r1.");
            if (kind.transactionalDdl) {
                assertThat(failure.hint().orElseThrow()).contains("The step was rolled back, nothing of it is left.");
                assertThat(journal(database)).isEmpty();
                assertThat(hasTable(database, "first")).isFalse();
                assertThat(ledger(database)).isEmpty();
            } else {
                assertThat(failure.hint().orElseThrow())
                        .contains("done and committed:\n    CREATE TABLE first")
                        .contains("INSERT INTO ledger VALUES ('r2', 1)")
                        .contains("Retort cannot undo them", "Retort.purgeAndStamp(REVISION)")
                        .doesNotContain("--undo");
                assertThat(journal(database)).containsExactly("1 closed", "2 closed");
                assertThat(hasTable(database, "first")).isTrue();
                assertThat(ledger(database)).containsExactly("r2 1");
            }

            revisions.sql("r2", "r1", """
                    CREATE TABLE first (id INTEGER);
                    INSERT INTO ledger VALUES ('r2', 1);
                    ALTER TABLE ledger ADD COLUMN extra INTEGER;
                    INSERT INTO ledger VALUES ('r2', 2, 0);
                    """);
            retort(database).upgrade("heads");

            assertThat(journal(database)).isEmpty();
            assertThat(ledger(database)).containsExactly("r2 1", "r2 2");
            assertThat(DatabaseState.rows(database, "SELECT revision FROM retort_history ORDER BY id"))
                    .containsExactly("r1", "r2");
        }
    }

    @Test
    void anUnansweredCommitOfAllStepsSpeaksOfAllOfThem() throws SQLException {
        revisions.sql("r2", "r1", "CREATE TABLE b (id INTEGER);").sql("r3", "r2", "CREATE TABLE c (id INTEGER);");
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            Retort retort = Retort.configure()
                    .settings(RunSetup.upgrade(folder, database)
                            .settings()
                            .with(ConfigKey.TRANSACTION_PER_MIGRATION, false))
                    .listener(new MigrationListener() {
                        @Override
                        public void stepApplied(MigrationStep step) {
                            if (step.revision().id().equals("r3")) {
                                endSessionsInATransaction(database);
                            }
                        }
                    })
                    .load();
            MigrationFailedException failure = catchThrowableOfType(MigrationFailedException.class, retort::upgrade);

            assertThat(failure.statement()).startsWith("COMMIT");
            assertThat(failure.hint().orElseThrow())
                    .contains("all 3 steps of this run, r1 to r3, are applied, or none is")
                    .doesNotContain("the step is");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true | The step was not committed, and the database rolls it back. One step was finished before it: r1.",
                "false | The run was not committed, and the database rolls all of it back."
            })
    void aConnectionThatIsLostBeforeTheCommitLeavesNothingInDoubt(boolean stepByStep, String state)
            throws SQLException {
        revisions.sql("r2", "r1", "CREATE TABLE b (id INTEGER);\nSELECT pg_terminate_backend(pg_backend_pid());");
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            Retort retort = Retort.configure()
                    .settings(RunSetup.upgrade(folder, database)
                            .settings()
                            .with(ConfigKey.TRANSACTION_PER_MIGRATION, stepByStep))
                    .load();
            MigrationFailedException failure = catchThrowableOfType(MigrationFailedException.class, retort::upgrade);

            assertThat(failure.hint().orElseThrow()).startsWith("The connection is lost. " + state);
            assertThat(hasTable(database, "b")).isFalse();
        }
    }

    @Test
    void aConnectionThatIsLostBeforeTheFirstStatementLeavesWhatWasDone() throws SQLException {
        revisions.sql("r2", "r1", "SET search_path = public;");
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            Retort retort = RunSetup.upgrade(folder, database).retort(new MigrationListener() {
                @Override
                public void stepStarted(MigrationStep step) {
                    if (step.revision().id().equals("r2")) {
                        endSessions(database, "pid <> pg_backend_pid()");
                    }
                }
            });
            MigrationFailedException failure = catchThrowableOfType(MigrationFailedException.class, retort::upgrade);

            assertThat(failure.revision()).isEqualTo("r2");
            assertThat(failure.hint().orElseThrow()).contains("One step was finished before it: r1.");
        }
    }

    private static void endSessionsInATransaction(TestDatabase database) {
        endSessions(database, "state = 'idle in transaction'");
    }

    private static void endSessions(TestDatabase database, String which) {
        try {
            DatabaseState.rows(
                    database,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND "
                            + which);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ForDatabases
    void aStepThatIsUndoneLeavesTheSchemaAsItWas(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            retort(database).upgrade("heads");
            SchemaSnapshot before = DatabaseState.schema(database);
            halfDoneByOperations();
            failure(database);
            assertThat(journal(database)).containsExactly("1 closed", "2 closed", "3 closed");

            retort(database).resume(Resolution.UNDO);

            assertThat(journal(database)).isEmpty();
            assertThat(DatabaseState.schema(database)).isEqualTo(before);
            assertThat(retort(database).resume(Resolution.UNDO).steps()).isEmpty();
        }
    }

    @ForDatabases
    void anUndoThatStopsOnItsWayIsUndoneByTheNext(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            retort(database).upgrade("heads");
            SchemaSnapshot before = DatabaseState.schema(database);
            halfDoneByOperations();
            failure(database);
            Retort stopping = RunSetup.upgrade(folder, database).retort(refusing("DROP INDEX"));
            assertThatThrownBy(() -> stopping.resume(Resolution.UNDO)).isInstanceOf(MigrationFailedException.class);
            assertThat(journal(database)).containsExactly("1 closed", kind.transactionalDdl ? "2 closed" : "2 opened");

            retort(database).resume(Resolution.UNDO);

            assertThat(journal(database)).isEmpty();
            assertThat(DatabaseState.schema(database)).isEqualTo(before);
        }
    }

    /** Leaves a table with its index and a column done. */
    private void halfDoneByOperations() {
        revisions.java("r2", "r1", """
                op.outsideTransaction(outside -> {
                    outside.createTable("made", column("id", integer()), Index.of("ix_made", "id"));
                    outside.addColumn("ledger", column("extra", integer()));
                    outside.execute("REFUSED");
                });
                """.replace("REFUSED", REFUSED));
    }

    @ForDatabases
    void whatHasNoReverseIsNotUndoneAndNothingElseIsEither(SharedDatabase kind) throws SQLException {
        revisions.java("r2", "r1", """
                op.outsideTransaction(outside -> {
                    outside.execute("CREATE TABLE mine (id INTEGER)");
                    outside.createTable("made", column("id", integer()));
                    outside.execute("REFUSED");
                });
                """.replace("REFUSED", REFUSED));
        try (TestDatabase database = kind.fresh()) {
            failure(database);

            assertThatThrownBy(() -> retort(database).resume(Resolution.UNDO))
                    .isInstanceOf(HalfDoneStepException.class)
                    .hasMessageContaining("cannot be undone")
                    .hasMessageContaining("CREATE TABLE mine");
            assertThat(journal(database)).containsExactly("1 closed", "2 closed");
            assertThat(hasTable(database, "made")).isTrue();
        }
    }

    @ForDatabases
    void aStatementThatRanAndWasChangedStopsTheNextRun(SharedDatabase kind) throws SQLException {
        halfDoneByOperations();
        try (TestDatabase database = kind.fresh()) {
            failure(database);
            revisions.java(
                    "r2",
                    "r1",
                    "op.outsideTransaction(outside -> outside.createTable(\"other\", column(\"id\", integer())));");

            assertThatThrownBy(() -> retort(database).upgrade("heads"))
                    .isInstanceOf(HalfDoneStepException.class)
                    .hasMessageContaining("its statement 1 (")
                    .hasMessageContaining(") is not the one that was run");
            assertThat(hasTable(database, "other")).isFalse();
        }
    }

    @ForDatabases
    void nothingElseRunsAndNothingIsStampedBeforeAHalfDoneStepIsWhole(SharedDatabase kind) throws SQLException {
        halfDoneByOperations();
        try (TestDatabase database = kind.fresh()) {
            failure(database);

            assertThatThrownBy(() -> retort(database).downgrade("base"))
                    .isInstanceOf(HalfDoneStepException.class)
                    .hasMessageContaining("Nothing else can run before it is completed or undone.");
            assertThatThrownBy(() -> retort(database).stamp("r2")).isInstanceOf(HalfDoneStepException.class);
            retort(database).purgeAndStamp("r2");
            assertThat(journal(database)).isEmpty();
            assertThat(retort(database).upgrade("heads").steps()).isEmpty();
        }
    }

    @ForDatabases
    void aListenerThatFailsLeavesNoStatementInDoubt(SharedDatabase kind) throws SQLException {
        revisions.sql("r2", "r1", """
                CREATE TABLE first (id INTEGER);
                -- outside transaction
                CREATE TABLE later (id INTEGER);
                -- end
                """);
        try (TestDatabase database = kind.fresh()) {
            Retort failing = RunSetup.upgrade(folder, database).retort(refusing("CREATE TABLE later"));

            assertThatThrownBy(() -> failing.upgrade("heads"))
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessageContaining("refused by the listener");
            assertThat(journal(database)).containsExactly("1 closed");
            assertThat(retort(database).upgrade("heads").heads()).containsExactly("r2");
        }
    }

    @ForDatabases(lacks = Capability.TRANSACTIONAL_DDL)
    void aStepOfNothingButADataStepThatCommitsAndFailsIsInDoubt(SharedDatabase kind) throws SQLException {
        revisions.java("r2", "r1", COMMITTING_AND_FAILING);
        try (TestDatabase database = kind.fresh()) {
            assertThat(failure(database).hint().orElseThrow()).contains("Part of this may be done and committed:");
            assertThatThrownBy(() -> retort(database).upgrade("heads")).isInstanceOf(HalfDoneStepException.class);

            retort(database).resume(Resolution.DONE);
            assertThat(ledger(database)).containsExactly("r2 1");
            assertThat(retort(database).current().rows()).containsExactly("r2");
        }
    }

    @ForDatabases(lacks = Capability.TRANSACTIONAL_DDL)
    void aDataStepThatFailsAndHasCommittedNothingLeavesNothing(SharedDatabase kind) throws SQLException {
        revisions.java("r2", "r1", """
                op.run(connection -> {
                    try (var statement = connection.createStatement()) {
                        statement.executeUpdate("INSERT INTO ledger VALUES ('r2', 1)");
                    }
                    throw new IllegalStateException("too late");
                });
                """);
        try (TestDatabase database = kind.fresh()) {
            assertThat(failure(database).hint().orElseThrow()).contains("Nothing of the step is left.");
            assertThat(ledger(database)).isEmpty();
            assertThat(journal(database)).isEmpty();
        }
    }

    @Test
    void aTextOfRowsAndATableIsJournaledOnH2() throws SQLException {
        revisions.java("r2", "r1", """
                op.execute("INSERT INTO ledger VALUES ('r2', 1); CREATE TABLE committing (id INTEGER); INSERT INTO nowhere VALUES (1)");
                """);
        try (TestDatabase database = SharedDatabase.H2.fresh()) {
            assertThat(failure(database).hint().orElseThrow()).contains("Part of this may be done and committed:");
            assertThat(journal(database)).containsExactly("1 opened");
        }
    }

    @ForDatabases(lacks = Capability.TRANSACTIONAL_DDL)
    void aDataStepThatCommitsAndFailsIsInDoubt(SharedDatabase kind) throws SQLException {
        revisions.java("r2", "r1", "op.createTable(\"made\", column(\"id\", integer()));\n" + COMMITTING_AND_FAILING);
        try (TestDatabase database = kind.fresh()) {
            assertThat(failure(database).hint().orElseThrow()).contains("Part of this may be done and committed:");
            assertThat(journal(database)).containsExactly("1 closed", "2 opened");

            assertThatThrownBy(() -> retort(database).upgrade("heads")).isInstanceOf(HalfDoneStepException.class);
            retort(database).resume(Resolution.DONE);

            assertThat(ledger(database)).containsExactly("r2 1");
            assertThat(retort(database).current().rows()).hasSize(1);
        }
    }

    @Test
    void aJournalThatCannotBeWrittenEndsTheStepAndTheNextRunGoesOn() throws SQLException {
        try (TestDatabase database = SharedDatabase.SQLITE.fresh()) {
            retort(database).upgrade("heads");
            revisions.java(
                    "r2",
                    "r1",
                    "op.outsideTransaction(outside -> outside.createTable(\"made\", column(\"id\", integer())));");
            database.execute("""
                    CREATE TRIGGER full BEFORE UPDATE ON retort_journal
                    BEGIN SELECT RAISE(ABORT, 'there is no room'); END""");
            MigrationFailedException failure = failure(database);

            assertThat(failure.revision()).isEqualTo("r2");
            assertThat(failure.reason()).contains("there is no room");
            assertThat(failure.statement()).contains("metadata tables");
            assertThat(failure.hint().orElseThrow())
                    .contains("Part of this may be done and committed:\n    CREATE TABLE made");

            database.execute("DROP TRIGGER full");
            assertThat(retort(database).upgrade("heads").heads()).containsExactly("r2");
            assertThat(journal(database)).isEmpty();
        }
    }

    private MigrationFailedException failure(TestDatabase database) {
        return catchThrowableOfType(
                MigrationFailedException.class, () -> retort(database).upgrade("heads"));
    }

    private Retort retort(TestDatabase database) {
        return RunSetup.upgrade(folder, database).retort(MigrationListener.SILENT);
    }

    private static MigrationListener refusing(String beginning) {
        return new MigrationListener() {
            @Override
            public void statementStarted(MigrationStep step, String sql) {
                if (sql.startsWith(beginning)) {
                    throw new IllegalStateException("refused by the listener");
                }
            }
        };
    }

    private static List<String> journal(TestDatabase database) throws SQLException {
        // Words of the same length: in standard SQL the shorter one would be filled up.
        return DatabaseState.rows(database, """
                SELECT statement_no, CASE WHEN closed_at IS NULL THEN 'opened' ELSE 'closed' END
                FROM retort_journal ORDER BY statement_no""");
    }

    private static List<String> ledger(TestDatabase database) throws SQLException {
        return DatabaseState.rows(database, "SELECT step, amount FROM ledger ORDER BY step, amount");
    }

    private static boolean hasTable(TestDatabase database, String name) throws SQLException {
        return DatabaseState.schema(database).tables().stream()
                .anyMatch(table -> table.name().name().equalsIgnoreCase(name));
    }
}
