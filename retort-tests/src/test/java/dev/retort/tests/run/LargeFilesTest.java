package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.MigrationFailedException;
import dev.retort.error.SourcePosition;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQL files that are too large to be read at once. */
class LargeFilesTest {

    private static final String TABLE = "CREATE TABLE notes (id INTEGER NOT NULL PRIMARY KEY, note VARCHAR(300));";
    private static final String COMMENT = "/* " + "why; ".repeat(20_000) + " */\n";
    private static final int INSERTS = 43;
    private static final int ROWS = 20;
    private static final List<String> STATEMENTS = statements();

    @TempDir
    private Path folder;

    @ForDatabases
    void aLargeFileMakesWhatASmallOneMakesAndFailsInTheLineThatIsWrong(SharedDatabase kind) throws SQLException {
        String broken = "INSERT INTO nowhere VALUES (1);";
        write(TABLE, STATEMENTS, broken);
        try (TestDatabase database = kind.fresh()) {
            RunSetup setup = RunSetup.upgrade(folder, database);
            assertThatThrownBy(() -> setup.run(MigrationListener.SILENT))
                    .isInstanceOfSatisfying(
                            MigrationFailedException.class,
                            failed -> assertThat(failed.position().map(SourcePosition::line))
                                    .contains(5 + 2 * INSERTS));

            write(TABLE, STATEMENTS, "");
            setup.run(MigrationListener.SILENT);

            assertThat(number(database, "SELECT COUNT(*) FROM notes")).isEqualTo((long) INSERTS * ROWS);
            assertThat(number(database, "SELECT SUM(id) FROM notes"))
                    .isEqualTo((long) INSERTS * ROWS * (INSERTS * ROWS - 1) / 2);

            RunSetup.downgrade(folder, database).run(MigrationListener.SILENT);
            assertThatThrownBy(() -> number(database, "SELECT COUNT(*) FROM notes"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @ForDatabases(has = Capability.TRANSACTIONAL_DDL)
    void aLargeFileThatIsChangedWhileItRunsStopsBeforeWhatWasNotChecked(SharedDatabase kind) throws SQLException {
        write(TABLE, STATEMENTS, "");
        try (TestDatabase database = kind.fresh()) {
            RunSetup setup = RunSetup.upgrade(folder, database);
            MigrationListener changing = atFirstStatement(() -> write(TABLE, STATEMENTS, "DELETE FROM notes;"));

            assertThatThrownBy(() -> setup.run(changing))
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessageContaining("The file was changed after its statements were checked");
            setup.run(MigrationListener.SILENT);

            assertThat(number(database, "SELECT COUNT(*) FROM notes")).isZero();
        }
    }

    @ForDatabases(lacks = Capability.TRANSACTIONAL_DDL)
    void whereStatementsCommitAChangedFileIsRestoredAndTheStepGoesOn(SharedDatabase kind) throws SQLException {
        write(TABLE, STATEMENTS, "");
        try (TestDatabase database = kind.fresh()) {
            RunSetup setup = RunSetup.upgrade(folder, database);
            MigrationListener changing = atFirstStatement(() -> write("-- another file\n" + TABLE, STATEMENTS, ""));

            assertThatThrownBy(() -> setup.run(changing))
                    .isInstanceOfSatisfying(
                            MigrationFailedException.class,
                            failed -> assertThat(failed.hint())
                                    .hasValueSatisfying(hint ->
                                            assertThat(hint).contains("done and committed", "CREATE TABLE notes")));
            write(TABLE, STATEMENTS, "");
            setup.run(MigrationListener.SILENT);

            assertThat(number(database, "SELECT COUNT(*) FROM notes")).isEqualTo((long) INSERTS * ROWS);
        }
    }

    @Test
    void theRowsOfACopyMayFillMoreThanOnePartAndARejectedOneIsNamedByItsLine() throws SQLException {
        String note = "with a \\\\ and a \\t; -- and\\\na line break in it";
        List<String> rows = IntStream.range(0, 100_000)
                .mapToObj(row -> row + "\tthe note of row " + row + " " + note)
                .collect(Collectors.toCollection(ArrayList::new));
        String right = rows.set(70_000, "x\t" + note);
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            RunSetup setup = RunSetup.upgrade(folder, database);
            writeCopy(rows);
            assertThatThrownBy(() -> setup.run(MigrationListener.SILENT))
                    .isInstanceOfSatisfying(
                            MigrationFailedException.class,
                            failed -> assertThat(failed.position().map(SourcePosition::line))
                                    .contains(7 + 2 * 70_000))
                    .hasMessageContaining("COPY notes, column id: \"x\"");

            rows.set(70_000, right);
            writeCopy(rows);
            setup.run(MigrationListener.SILENT);

            assertThat(number(database, "SELECT COUNT(*) FROM notes")).isEqualTo(100_000);
            assertThat(
                            number(
                                    database,
                                    "SELECT COUNT(*) FROM notes WHERE note = 'the note of row ' || id || E' with a \\\\ and a \\t; -- and\\na line break in it'"))
                    .isEqualTo(99_999);
        }
    }

    private void writeCopy(List<String> rows) {
        write(
                TABLE,
                List.of("COPY notes\n  FROM stdin;\n" + String.join("\n", rows) + "\n\\."),
                "UPDATE notes SET note = '' WHERE id = 1;");
    }

    private static MigrationListener atFirstStatement(Runnable action) {
        return new MigrationListener() {
            @Override
            public void statementStarted(MigrationStep step, String sql) {
                if (sql.startsWith("CREATE TABLE notes")) {
                    action.run();
                }
            }
        };
    }

    private static long number(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<String> statements() {
        List<String> statements = new ArrayList<>();
        for (int insert = 0; insert < INSERTS; insert++) {
            int first = insert * ROWS;
            statements.add(IntStream.range(first, first + ROWS)
                    .mapToObj(id -> "(" + id + ", 'a note; of -- " + id + "')")
                    .collect(Collectors.joining(", ", COMMENT + "INSERT INTO notes VALUES ", ";")));
        }
        return statements;
    }

    private void write(String first, List<String> statements, String last) {
        String text = "-- revision: r1\n\n-- upgrade\n" + first + "\n" + String.join("\n", statements) + "\n" + last
                + "\n-- downgrade\nDROP TABLE notes;\n";
        assertThat(text.length()).isGreaterThan(4 * 1024 * 1024);
        try {
            Files.createDirectories(folder.resolve("versions"));
            Files.writeString(folder.resolve("versions/r1_large.sql"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
