package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.error.ChangedRevisionException;
import dev.retort.error.HalfDoneStepException;
import dev.retort.error.MigrationFailedException;
import dev.retort.error.RunInterruptedException;
import dev.retort.report.Resolution;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import dev.retort.spi.StopSignal;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Rows of files that a database rejects, that are changed, or whose run is asked to stop in their middle. */
class RowFileFailuresTest {

    private static final int ROWS = 2_000;

    /** One for all, so that each revision is compiled once. */
    @TempDir
    private static Path folder;

    @BeforeEach
    void aTable() {
        new Revisions(folder)
                .clear()
                .java(
                        "r1",
                        "",
                        "op.createTable(\"one\", column(\"id\", integer()).notNull(), column(\"note\", varchar(20)),"
                                + " Constraints.primaryKey(\"id\"));");
    }

    @ForDatabases
    void aRejectedRowIsNamedByItsLine(SharedDatabase kind) throws Exception {
        write("""
                id,note
                1,"two
                lines"

                2,
                1,again
                3,
                """);
        new Revisions(folder).java("r2", "r1", insert());
        try (TestDatabase database = kind.fresh()) {
            MigrationFailedException failed = catchThrowableOfType(
                    MigrationFailedException.class, () -> retort(database).upgrade());

            assertThat(failed.reason())
                    .startsWith("rows.csv, " + (kind == SharedDatabase.MARIADB ? "lines 2 to 7: " : "line 6: "));
            assertThat(DatabaseState.rows(database, "SELECT id FROM one")).isEmpty();
            assertThat(DatabaseState.versionRows(database)).containsExactly("r1");
        }
    }

    /** Where a server gets many rows as one, as the lines of all of them. */
    @ForDatabases
    void aRejectedRowOfManyIsNamedByItsLines(SharedDatabase kind) throws Exception {
        write(numbers(1, 1_234) + "7,again\n" + numbers(1_235, ROWS).substring("id,note\n".length()));
        new Revisions(folder).java("r2", "r1", insert());
        try (TestDatabase database = kind.fresh()) {
            MigrationFailedException failed = catchThrowableOfType(
                    MigrationFailedException.class, () -> retort(database).upgrade());

            assertThat(failed.reason())
                    .startsWith("rows.csv, "
                            + switch (kind) {
                                case MARIADB -> "lines 1002 to 2001: ";
                                case MYSQL -> "lines 1202 to 1301: ";
                                default -> "line 1236: ";
                            });
        }
    }

    @ForDatabases
    void aColumnThatTheTableHasNotIsTheDatabasesError(SharedDatabase kind) throws Exception {
        write("id,nope\n1,2\n");
        new Revisions(folder).java("r2", "r1", insert());
        try (TestDatabase database = kind.fresh()) {
            MigrationFailedException failed = catchThrowableOfType(
                    MigrationFailedException.class, () -> retort(database).upgrade());

            assertThat(failed.reason()).containsIgnoringCase("nope");
            assertThat(failed.position()).hasToString("Optional[versions/Vr2.java:14]");
        }
    }

    @ForDatabases
    void aTextThatIsNoNumberIsNamedByItsLine(SharedDatabase kind) throws Exception {
        write("id,note\n1,\n2,\nthree,\n");
        new Revisions(folder).java("r2", "r1", insert());
        try (TestDatabase database = kind.fresh()) {
            MigrationFailedException failed = catchThrowableOfType(
                    MigrationFailedException.class, () -> retort(database).upgrade());

            assertThat(failed.reason())
                    .startsWith("rows.csv, " + (kind == SharedDatabase.MARIADB ? "lines 2 to 4: " : "line 4: "))
                    .doesNotContain("line 3");
        }
    }

    @ForDatabases
    void aFailureOutsideTheTransactionLeavesWhatTheJournalSays(SharedDatabase kind) throws Exception {
        write(numbers(1, 1_500) + "7,again\n");
        new Revisions(folder)
                .java(
                        "r2",
                        "r1",
                        "op.outsideTransaction(o -> o.bulkInsert(\"one\", dev.retort.rows.RowFiles.csv(\"rows.csv\")));");
        try (TestDatabase database = kind.fresh()) {
            assertThatThrownBy(() -> retort(database).upgrade()).isInstanceOf(MigrationFailedException.class);

            List<String> left = DatabaseState.rows(database, "SELECT id FROM one");
            if (kind == SharedDatabase.POSTGRESQL) {
                assertThat(left).isEmpty();
                assertThat(DatabaseState.of(database).journal()).isEmpty();
            } else {
                assertThat(left).hasSizeBetween(1_000, 1_500);
                assertThat(DatabaseState.of(database).journal()).hasSize(1);
                assertThatThrownBy(() -> retort(database).upgrade())
                        .isInstanceOf(HalfDoneStepException.class)
                        .hasMessageContaining("insert 1501 rows of rows.csv into one");
                database.execute("DELETE FROM one");
            }
            write(numbers(1, ROWS));
            retort(database).resume(Resolution.RETRY);
            retort(database).upgrade();

            assertThat(DatabaseState.rows(database, "SELECT COUNT(*) FROM one"))
                    .containsExactly(Integer.toString(ROWS));
            assertThat(DatabaseState.of(database).journal()).isEmpty();
        }
    }

    @ForDatabases
    void aFileThatChangesAfterItsRowsAreInIsNotTheOneOfAHalfDoneStep(SharedDatabase kind) throws Exception {
        write(numbers(1, 3));
        new Revisions(folder)
                .java(
                        "r2",
                        "r1",
                        "op.outsideTransaction(o -> o.bulkInsert(\"one\", dev.retort.rows.RowFiles.csv(\"rows.csv\")));\n"
                                + "op.execute(\"INSERT INTO missing VALUES (1)\");");
        try (TestDatabase database = kind.fresh()) {
            assertThatThrownBy(() -> retort(database).upgrade()).isInstanceOf(MigrationFailedException.class);
            assertThat(DatabaseState.rows(database, "SELECT COUNT(*) FROM one")).containsExactly("3");
            write(numbers(1, 4));

            assertThatThrownBy(() -> retort(database).upgrade())
                    .isInstanceOf(HalfDoneStepException.class)
                    .hasMessageContaining("its statement 1 (")
                    .hasMessageContaining("is not the one that was run");
        }
    }

    @ForDatabases
    void aStopInTheMiddleOfTheRowsLeavesNone(SharedDatabase kind) throws Exception {
        new Revisions(folder)
                .java("r2", "r1", "op.bulkInsert(\"one\", new dev.retort.tests.run.StoppedFile(\"rows.csv\"));");
        Path classes = folder.resolve("classes");
        Files.createDirectories(classes.resolve("versions"));
        Files.writeString(classes.resolve("versions/rows.csv"), numbers(1, ROWS));
        Compilation.of(folder.resolve("versions/Vr1.java"), classes);
        Compilation.of(folder.resolve("versions/Vr2.java"), classes);
        int indexed = Retort.index(List.of(folder), classes, "versions");
        assertThat(indexed).isEqualTo(2);
        StopSignal stop = new StopSignal();
        try (TestDatabase database = kind.fresh();
                URLClassLoader application = new URLClassLoader(
                        new URL[] {classes.toUri().toURL()}, RowFileFailuresTest.class.getClassLoader())) {
            RunInterruptedException stopped = catchThrowableOfType(
                    RunInterruptedException.class,
                    () -> packaged(database, application, stop).upgrade());

            assertThat(stopped.steps()).isEqualTo(1);
            assertThat(DatabaseState.rows(database, "SELECT id FROM one")).isEmpty();
            assertThat(DatabaseState.versionRows(database)).containsExactly("r1");
            packaged(database, application, null).upgrade();
            assertThat(DatabaseState.rows(database, "SELECT COUNT(*) FROM one"))
                    .containsExactly(Integer.toString(ROWS));
        }
    }

    @ForDatabases
    void aFileThatChangesAfterTheUpgradeChangesTheRevision(SharedDatabase kind) throws Exception {
        write("id,note\n1,one\n");
        new Revisions(folder).java("r2", "r1", insert());
        try (TestDatabase database = kind.fresh()) {
            Retort strict = Retort.configure()
                    .settings(RunSetup.upgrade(folder, database).settings().with(ConfigKey.ON_CHANGED, "error"))
                    .load();
            strict.upgrade();
            new Revisions(folder).java("r2", "r1", "// The rows.\n" + insert()).sql("r3", "r2", "DELETE FROM one;");
            strict.upgrade();
            write("id,note\n1,uno\n");
            new Revisions(folder).sql("r4", "r3", "DELETE FROM one;");

            assertThatThrownBy(strict::upgrade)
                    .isInstanceOf(ChangedRevisionException.class)
                    .hasMessageContaining("r2");
            assertThat(strict.accept(List.of("r2"), "A typing error.")).containsExactly("r2");
            assertThat(strict.upgrade().heads()).containsExactly("r4");
        }
    }

    /** A project that stops in the middle of the rows, if there is something to request. */
    private Retort packaged(TestDatabase database, ClassLoader application, @Nullable StopSignal stop) {
        return Retort.configure()
                .settings(RunSetup.upgrade(folder, database).settings())
                .scriptLocation("classpath:versions")
                .classLoader(application)
                .stopSignal(stop == null ? new StopSignal() : stop)
                .listener(new MigrationListener() {
                    @Override
                    public void statementStarted(MigrationStep step, String sql) {
                        StoppedFile.requests(stop);
                    }
                })
                .load();
    }

    private static String insert() {
        return "op.bulkInsert(\"one\", dev.retort.rows.RowFiles.csv(\"rows.csv\"));";
    }

    /** A file with the numbers from the first to the last. */
    private static String numbers(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> number + ",the note\n")
                .collect(Collectors.joining("", "id,note\n", ""));
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("versions/rows.csv"), text);
    }

    private Retort retort(TestDatabase database) {
        return RunSetup.upgrade(folder, database).retort(MigrationListener.SILENT);
    }
}
