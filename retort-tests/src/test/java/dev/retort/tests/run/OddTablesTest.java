package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.dialect.MigrationLock;
import dev.retort.error.RetortException;
import dev.retort.runtime.MigrationListener;
import dev.retort.runtime.Resolution;
import dev.retort.schema.Table;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody else has written into Retort's own tables, which may also be tables of another making. */
class OddTablesTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeRevisions() {
        Revisions.ofTwoTables(folder);
    }

    @ParameterizedTest
    @EnumSource
    void aVersionRowWithoutAnIdentifierIsSaidAndCanBePurged(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            database.execute("CREATE TABLE retort_version (version_num VARCHAR(32))");
            database.execute("INSERT INTO retort_version VALUES (NULL)");

            assertThatThrownBy(() -> retort(database).upgrade())
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("row without an identifier");
            assertThatThrownBy(() -> retort(database).current()).isInstanceOf(RetortException.class);
            assertThatThrownBy(() -> retort(database).stamp("r1")).isInstanceOf(RetortException.class);

            retort(database).purgeAndStamp("r1");
            assertThat(DatabaseState.versionRows(database)).containsExactly("r1");
            assertThat(retort(database).upgrade().heads()).containsExactly("r2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownDirectionInTheJournalIsSaidAndCanBePurged(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            retort(database).upgrade("r1");
            database.execute("INSERT INTO retort_journal (revision, direction, statement_no, statement_hash, opened_at)"
                    + " VALUES ('r2', 'sideways', 1, 'x', CURRENT_TIMESTAMP)");

            assertThatThrownBy(() -> retort(database).upgrade())
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("sideways");
            assertThatThrownBy(() -> retort(database).resume(Resolution.ASK)).isInstanceOf(RetortException.class);
            assertThatThrownBy(() -> retort(database).current()).isInstanceOf(RetortException.class);

            assertThat(retort(database).purgeAndStamp("r1").forgotten()).contains("r2");
            assertThat(retort(database).upgrade().heads()).containsExactly("r2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void oddEntriesOfTheHistoryStopNothing(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            retort(database).upgrade("r1");
            database.execute(
                    "UPDATE retort_history SET direction = 'sideways', applied = NULL, applied_digest = 'odd'");

            assertThat(retort(database).current().missed()).isEmpty();
            assertThat(retort(database).upgrade().heads()).containsExactly("r2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStampThatIsRefusedMakesNoTable(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            database.execute("CREATE TABLE retort_version (version_num VARCHAR(32))");
            database.execute("INSERT INTO retort_version VALUES ('unknown')");
            int before = DatabaseState.schema(database).tables().size();

            assertThatThrownBy(() -> retort(database).stamp("r1")).isInstanceOf(RetortException.class);
            assertThatThrownBy(() -> retort(database).stamp("nowhere")).isInstanceOf(RetortException.class);

            assertThat(DatabaseState.schema(database).tables()).hasSize(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTableOfSomethingElseIsNotTouched(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            database.execute("CREATE TABLE retort_history (id INTEGER, note VARCHAR(10))");
            List<Table> before = tables(database);

            for (ThrowingCallable writing : List.<ThrowingCallable>of(
                    () -> retort(database).ensureVersion(),
                    () -> retort(database).stamp("r1"),
                    () -> retort(database).upgrade())) {
                assertThatThrownBy(writing)
                        .isInstanceOfSatisfying(
                                RetortException.class,
                                refused -> assertThat(refused.describe()).contains("something else"));
            }

            assertThat(tables(database)).isEqualTo(before);
        }
    }

    /** The tables but that of H2's lock. */
    private static List<Table> tables(TestDatabase database) throws SQLException {
        return DatabaseState.schema(database).tables().stream()
                .filter(table -> !table.name().name().equalsIgnoreCase(MigrationLock.TABLE))
                .toList();
    }

    private Retort retort(TestDatabase database) {
        return RunSetup.upgrade(folder, database).retort(MigrationListener.SILENT);
    }
}
