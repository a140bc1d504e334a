package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.error.NewerDatabaseException;
import dev.retort.error.UnknownVersionRowException;
import dev.retort.report.MigrationReport;
import dev.retort.spi.MigrationListener;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An application that starts on a database which a newer version of it has upgraded, as after an image was rolled back. */
class NewerDatabaseTest {

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // each test makes one of its kind
    private TestDatabase database;

    private final List<List<String>> warnings = new ArrayList<>();

    @BeforeEach
    void makeRevisions() {
        Revisions.ofTwoTables(folder).sql("r3", "r2", "CREATE TABLE three (id INTEGER);");
    }

    @AfterEach
    void removeDatabase() {
        database.close();
    }

    @ForDatabases
    void theLibraryStartsWithAWarningAndRunsNothing(SharedDatabase kind) throws IOException {
        upgradeByTheNewerVersion(kind);

        MigrationReport report = retort().upgrade("heads");

        assertThat(report.steps()).isEmpty();
        assertThat(report.heads()).containsExactly("r3");
        assertThat(warnings).containsExactly(List.of("r3"));
    }

    @ForDatabases
    void aBranchOfTheOldFilesThatWasTakenBackStaysPending(SharedDatabase kind) throws IOException {
        new Revisions(folder).sql("p1", "r1", "CREATE TABLE branch (id INTEGER);");
        database = kind.fresh();
        retort().upgrade("heads");
        retort().downgrade("p1@-1");
        Files.delete(folder.resolve("versions/r3_step.sql"));

        MigrationReport report = retort().upgrade("heads");

        assertThat(report.steps()).isEmpty();
        assertThat(report.heads()).containsExactly("r3");
        assertThat(warnings).containsExactly(List.of("r3"));
    }

    @ForDatabases
    void anErrorSaysThatTheDatabaseIsNewer(SharedDatabase kind) throws IOException {
        upgradeByTheNewerVersion(kind);

        assertThatThrownBy(() -> retort("error").upgrade("heads"))
                .isInstanceOf(NewerDatabaseException.class)
                .hasMessageContaining("r3");
    }

    /** The old files have a head that was never applied, so nobody knows that all of them were. */
    @ForDatabases
    void rowsOfAnotherProjectStayAnError(SharedDatabase kind) throws IOException, SQLException {
        upgradeByTheNewerVersion(kind);
        new Revisions(folder).sql("b1", "r1", "CREATE TABLE branch (id INTEGER);");

        assertThatThrownBy(() -> retort().upgrade("heads")).isInstanceOf(UnknownVersionRowException.class);
        assertThat(warnings).isEmpty();
    }

    /** The old files have a revision below their heads that was never applied. */
    @ForDatabases
    void aRevisionThatWasInsertedBelowTheHeadsStaysAnError(SharedDatabase kind) throws IOException {
        upgradeByTheNewerVersion(kind);
        new Revisions(folder)
                .sql("between", "r1", "CREATE TABLE between_both (id INTEGER);")
                .sql("r2", "between", "CREATE TABLE two (id INTEGER);");

        assertThatThrownBy(() -> retort().upgrade("heads")).isInstanceOf(UnknownVersionRowException.class);
        assertThat(warnings).isEmpty();
    }

    @ForDatabases
    void aRowThatTheHistoryDoesNotKnowStaysAnError(SharedDatabase kind) throws SQLException {
        database = kind.fresh();
        retort().upgrade("heads");
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE retort_version SET version_num = 'elsewhere'");
        }

        assertThatThrownBy(() -> retort().upgrade("heads")).isInstanceOf(UnknownVersionRowException.class);
    }

    @ForDatabases
    void onlyAnUpgradeLetsItPass(SharedDatabase kind) throws IOException {
        upgradeByTheNewerVersion(kind);

        assertThatThrownBy(() -> retort().downgrade("r1")).isInstanceOf(UnknownVersionRowException.class);
        assertThatThrownBy(() -> retort().current()).isInstanceOf(UnknownVersionRowException.class);
    }

    /** Then the file of r3 is gone again, as in the older version. */
    private void upgradeByTheNewerVersion(SharedDatabase kind) throws IOException {
        database = kind.fresh();
        retort().upgrade("heads");
        Files.delete(folder.resolve("versions/r3_step.sql"));
    }

    private Retort retort() {
        return retort(null);
    }

    private Retort retort(@Nullable String onNewer) {
        var settings = RunSetup.upgrade(folder, database).settings();
        return Retort.configure()
                .settings(onNewer == null ? settings : settings.with(ConfigKey.ON_NEWER, onNewer))
                .listener(new MigrationListener() {
                    @Override
                    public void newerDatabase(String database, List<String> rows) {
                        warnings.add(rows);
                    }
                })
                .load();
    }
}
