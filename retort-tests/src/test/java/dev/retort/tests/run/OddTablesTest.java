package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.dialect.MigrationLock;
import dev.retort.error.RetortException;
import dev.retort.report.Resolution;
import dev.retort.schema.Table;
import dev.retort.spi.MigrationListener;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody else has written into Retort's metadata tables, which may also be tables of another making. */
class OddTablesTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeRevisions() {
        Revisions.ofTwoTables(folder);
    }

    @ForDatabases
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

    @ForDatabases
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

            assertThat(retort(database).purgeAndStamp("r1").forgotten()).isEqualTo("r2");
            assertThat(retort(database).upgrade().heads()).containsExactly("r2");
        }
    }

    /** PostgreSQL has no text with such a character. */
    static Stream<SharedDatabase> aVersionRowWithAControlCharacterCanBePurged() {
        return SharedDatabase.available().filter(kind -> kind != SharedDatabase.POSTGRESQL);
    }

    @ParameterizedTest
    @MethodSource
    void aVersionRowWithAControlCharacterCanBePurged(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            retort(database).upgrade("r1");
            try (Connection connection = database.open();
                    PreparedStatement insert = connection.prepareStatement("INSERT INTO retort_version VALUES (?)")) {
                insert.setString(1, "a\0b");
                insert.executeUpdate();
            }

            retort(database).purgeAndStamp("r1");
            assertThat(retort(database).upgrade().heads()).containsExactly("r2");
        }
    }

    /** Tables that were copied or restored have lost their keys. */
    @ForDatabases
    void aVersionRowThatIsThereTwiceIsSaidBeforeTheFirstStatementAndCanBePurged(SharedDatabase kind)
            throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            database.execute("CREATE TABLE retort_version (version_num VARCHAR(32))");
            retort(database).upgrade("r1");
            database.execute("INSERT INTO retort_version VALUES ('r1')");

            for (ThrowingCallable use : List.<ThrowingCallable>of(
                    () -> retort(database).upgrade(),
                    () -> retort(database).downgrade("base"),
                    () -> retort(database).current(),
                    () -> retort(database).stamp("r2"))) {
                assertThatThrownBy(use)
                        .isInstanceOf(RetortException.class)
                        .hasMessageContaining("holds 'r1' more than once");
            }
            assertThat(DatabaseState.schema(database).tables())
                    .noneMatch(table -> table.name().name().equalsIgnoreCase("two"));

            retort(database).purgeAndStamp("r1");
            assertThat(retort(database).upgrade().heads()).containsExactly("r2");
        }
    }

    static Stream<Arguments> oddJournals() {
        return SharedDatabase.available()
                .flatMap(kind -> Stream.of(
                                "'r2', 'upgrade', 0, 'x', NULL | statement 0",
                                "'r2', 'upgrade', -1, 'x', NULL | statement -1",
                                "'r2', 'upgrade', NULL, 'x', NULL | statement 0",
                                "'r2', 'upgrade', 2, 'x', NULL | statement 2",
                                "NULL, 'upgrade', 1, 'x', NULL | without revision",
                                "'r2', 'upgrade', 1, NULL, NULL | without statement_hash",
                                "'r2', NULL, 1, 'x', NULL | direction 'null'",
                                "'r2', 'upgrade', 1, 'x', NULL; 'r2', 'upgrade', 2, 'x', NULL | before another one",
                                "'r1', 'upgrade', 1, 'x', CURRENT_TIMESTAMP; 'r2', 'upgrade', 1, 'x', NULL | two steps")
                        .map(rows -> rows.split(" \\| ", 2))
                        .map(rows -> Arguments.of(kind, rows[0], rows[1])));
    }

    @ParameterizedTest
    @MethodSource("oddJournals")
    void rowsOfTheJournalThatNoRunLeavesAreSaidAndCanBePurged(SharedDatabase kind, String rows, String said)
            throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            database.execute(
                    "CREATE TABLE retort_journal (revision VARCHAR(255), direction VARCHAR(10), statement_no INTEGER,"
                            + " statement_hash VARCHAR(64), opened_at TIMESTAMP NULL, closed_at TIMESTAMP NULL, opened_by VARCHAR(100))");
            retort(database).upgrade("r1");
            for (String row : rows.split("; ", -1)) {
                database.execute(
                        "INSERT INTO retort_journal (revision, direction, statement_no, statement_hash, closed_at) VALUES ("
                                + row + ")");
            }

            for (ThrowingCallable use : List.<ThrowingCallable>of(
                    () -> retort(database).upgrade(),
                    () -> retort(database).resume(Resolution.DONE),
                    () -> retort(database).resume(Resolution.UNDO),
                    () -> retort(database).current())) {
                assertThatThrownBy(use)
                        .isInstanceOfSatisfying(
                                RetortException.class,
                                odd -> assertThat(odd.describe()).contains(said, "Retort.purgeAndStamp(REVISION)"));
            }

            retort(database).purgeAndStamp("r1");
            assertThat(retort(database).upgrade().heads()).containsExactly("r2");
        }
    }

    @ForDatabases
    void anOpenStatementOfAStepThatIsDoneNamesTheWayOut(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            retort(database).upgrade();
            database.execute("INSERT INTO retort_journal (revision, direction, statement_no, statement_hash, opened_at)"
                    + " VALUES ('r1', 'upgrade', 1, 'x', CURRENT_TIMESTAMP)");

            for (Resolution resolution : Resolution.values()) {
                assertThatThrownBy(() -> retort(database).resume(resolution))
                        .isInstanceOfSatisfying(
                                RetortException.class,
                                half -> assertThat(half.describe())
                                        .contains("is not where the step begins", "Retort.purgeAndStamp(REVISION)"));
            }

            retort(database).purgeAndStamp("r2");
            assertThat(retort(database).upgrade().steps()).isEmpty();
        }
    }

    @ForDatabases
    void entriesOfTheHistoryWithoutARevisionStopNothing(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            retort(database).upgrade("r1");
            String copied =
                    "run_id, direction, message, checksum, database_user, operator, host, tool_version, started_at,"
                            + " duration_ms";
            database.execute("CREATE TABLE copied AS "
                    + kind.asTable(
                            "SELECT NULLIF(id, 0) AS id, NULLIF(revision, '') AS revision, NULLIF(heads_after, '')"
                                    + " AS heads_after, applied_digest, applied, " + copied + " FROM retort_history"));
            database.execute("DROP TABLE retort_history");
            database.execute("ALTER TABLE copied RENAME TO retort_history");
            database.execute("INSERT INTO retort_history (id, revision, heads_after, " + copied
                    + ") SELECT id + 1, NULL, NULL, " + copied + " FROM retort_history");

            assertThat(retort(database).current().missed()).isEmpty();
            assertThat(retort(database).upgrade().heads()).containsExactly("r2");
            assertThat(retort(database).downgrade("base").heads()).isEmpty();
        }
    }

    @ForDatabases
    void oddEntriesOfTheHistoryStopNothing(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            retort(database).upgrade("r1");
            database.execute(
                    "UPDATE retort_history SET direction = 'sideways', applied = NULL, applied_digest = 'odd'");

            assertThat(retort(database).current().missed()).isEmpty();
            assertThat(retort(database).upgrade().heads()).containsExactly("r2");
        }
    }

    @ForDatabases
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

    @ForDatabases
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
