package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An upgrade that is asked to stop in the middle of a slow statement, by Ctrl-C or by whoever ends the container it runs in. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class StopTest {

    private static final int ENDLESS = 100_000;

    @TempDir
    private Path folder;

    static Stream<Arguments> databasesAndSignals() {
        return SharedDatabase.available()
                .filter(SharedDatabase::sessionSurvivesCancel)
                .flatMap(kind -> Stream.of(Arguments.of(kind, "INT", 130), Arguments.of(kind, "TERM", 143)));
    }

    @ParameterizedTest
    @MethodSource("databasesAndSignals")
    void anUpgradeThatIsAskedToStopIsContinuedByTheNext(SharedDatabase kind, String signal, int exitCode)
            throws Exception {
        try (TestDatabase database = kind.fresh()) {
            ShellProject project = ShellProject.on(database, folder);
            project.revisions().sql("r1", "", "CREATE TABLE one (id INTEGER);").sql("r2", "r1", slow(kind, ENDLESS));
            Process upgrade = upgrade(project);
            String said = sendAt("Upgrade   r1 -> r2", signal, upgrade);

            assertThat(upgrade.waitFor()).as(said).isEqualTo(exitCode);
            assertThat(said)
                    .contains("error: Stopped on request after 1 step.", "Run the command again")
                    .doesNotContain("\tat ", "Remove the cause");
            assertThat(DatabaseState.versionRows(database)).containsExactly("r1");

            project.revisions().sql("r2", "r1", slow(kind, 1));
            assertThat(project.done("retort upgrade heads")).contains("1 step done; the database is at r2.");
            assertThat(DatabaseState.rows(database, "SELECT revision FROM retort_history ORDER BY id"))
                    .containsExactly("r1", "r2");
            assertThat(DatabaseState.rows(database, "SELECT revision FROM retort_journal"))
                    .isEmpty();
        }
    }

    @ForDatabases
    void anUpgradeThatWaitsForAnotherStopsWithoutRunningAnything(SharedDatabase kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            ShellProject project = ShellProject.on(database, folder);
            project.revisions().sql("r1", "", slow(kind, ENDLESS));
            Process first = upgrade(project);
            try (BufferedReader output = first.inputReader(StandardCharsets.UTF_8)) {
                readTo("Upgrade   <base> -> r1", output);
                Process second = upgrade(project);
                String said = sendAt("Waiting for another run", "INT", second);

                assertThat(second.waitFor()).as(said).isEqualTo(130);
                assertThat(said).contains("Nothing was run.").doesNotContain("\tat ");
                assertThat(first.isAlive()).isTrue();
            } finally {
                send("INT", first);
                first.waitFor();
            }
        }
    }

    @ParameterizedTest
    @Tag("jdk")
    @ValueSource(strings = {"INT", "TERM"})
    void aCopyThatWaitsForALockIsGivenUp(String signal) throws Exception {
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh();
                Connection other = database.open();
                Statement statement = other.createStatement()) {
            ShellProject project = ShellProject.on(database, folder);
            project.revisions().sql("r1", "", "CREATE TABLE one (id INTEGER);");
            project.done("retort upgrade heads");
            project.revisions().sql("r2", "r1", "COPY one FROM stdin;\n1\n\\.\n");
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE one");
            Process upgrade = upgrade(project);
            waitForALock(statement);
            send(signal, upgrade);

            try (BufferedReader output = upgrade.inputReader(StandardCharsets.UTF_8)) {
                String said = output.lines().collect(Collectors.joining("\n"));
                assertThat(upgrade.waitFor()).as(said).isEqualTo(signal.equals("INT") ? 130 : 143);
                assertThat(said).contains("error: Stopped on request", "un the command again to continue");
            }
            other.commit();
            assertThat(DatabaseState.versionRows(database)).containsExactly("r1");
            assertThat(project.done("retort upgrade heads")).contains("1 step done; the database is at r2.");
            assertThat(DatabaseState.rows(database, "SELECT id FROM one")).containsExactly("1");
        }
    }

    /** Waits until somebody waits for the table one. */
    private static void waitForALock(Statement statement) throws SQLException {
        boolean waiting = false;
        while (!waiting) {
            try (ResultSet locks = statement.executeQuery(
                    "SELECT pg_sleep(0.05), EXISTS (SELECT FROM pg_locks WHERE relation = 'one'::regclass AND NOT granted)")) {
                waiting = locks.next() && locks.getBoolean(2);
            }
        }
    }

    private static Process upgrade(ShellProject project) throws IOException {
        // A parent that ignores interrupts hands that down.
        return project.shell().start("exec env --default-signal=INT retort upgrade heads");
    }

    /** Sends a signal when a process has said something, and returns all that it says. */
    private static String sendAt(String beginning, String signal, Process process)
            throws IOException, InterruptedException {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String before = readTo(beginning, output);
            send(signal, process);
            return before + output.lines().collect(Collectors.joining("\n"));
        }
    }

    /** Reads up to a line that begins like this, or to the end. */
    private static String readTo(String beginning, BufferedReader output) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith(beginning)) {
                break;
            }
        }
        return said.toString();
    }

    private static String slow(SharedDatabase kind, int milliseconds) {
        return """
                CREATE TABLE two (id INTEGER);
                CREATE TABLE slow AS SLOW;
                """.replace("SLOW", kind.slowSelect(milliseconds));
    }

    private static void send(String signal, Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }
}
