package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Ctrl-C and SIGTERM in a process of its own, in the middle of what would never end. */
@Tag("jdk")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class InterruptionTest {

    /** What a shell calls the end by SIGTERM. */
    private static final int TERMINATED = 128 + 15;

    private static final String CUT_OFF = "error: The run has not stopped within 2 seconds and is cut off. ";
    private static final String ADVICE =
            "'retort current' shows where the database is; then run the same command again.";

    @TempDir
    private Path directory;

    @Test
    void anInterruptRollsTheStepBackSaysHowToGoOnAndEndsWith130() throws Exception {
        revision("001", "", "CREATE TABLE customers (id INTEGER);");
        revision("002", "-- revises: 001\n", """
                CREATE TABLE numbers (n INTEGER);
                WITH RECURSIVE endless(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM endless)
                INSERT INTO numbers SELECT n FROM endless WHERE n < 0;
                """);
        configure("sqlite:///shop.db");

        Process process = start(Main.class, "upgrade", "head");
        List<String> said = new ArrayList<>();
        try (BufferedReader err = process.errorReader()) {
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                said.add(line.replaceAll(" in [0-9.]+ m?s$", " in no time"));
                if (line.startsWith("Upgrade   001 -> 002")) {
                    send("INT", process);
                }
            }
        }

        assertThat(process.waitFor()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(said)
                .containsExactly(
                        "Upgrade   <base> -> 001, empty message",
                        "Done      001 in no time",
                        "Upgrade   001 -> 002, empty message",
                        "error: Stopped on request after 1 step.",
                        "The current step was rolled back, nothing of it is left. Run the command again to continue.");
        assertThat(query("SELECT version_num FROM retort_version")).containsExactly("001");
        assertThat(query("SELECT name FROM sqlite_master WHERE name = 'numbers'"))
                .isEmpty();
        assertThat(query("SELECT statement_no FROM retort_journal")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"TERM, TERM, 143", "INT, INT, 130", "INT, TERM, 130"})
    void aStepThatDoesNotStopIsCutOffWithWhatIsKnown(String signal, String second, int exitCode) throws Exception {
        aStepThat("new CountDownLatch(1).await()");
        Process process = start(ImpatientMain.class, "upgrade", "head");

        assertThat(saidAfter(List.of(signal, second), process))
                .containsExactly(
                        CUT_OFF + "Finished and committed by this run: the upgrade of 001. Under way since NOW: the"
                                + " upgrade of 002; it is not known whether any of it is committed."
                                + " Its last statement began at NOW:",
                        "    run a data step in Java",
                        ADVICE);
        assertThat(process.waitFor()).isEqualTo(exitCode);
        assertThat(query("SELECT version_num FROM retort_version")).containsExactly("001");
    }

    @Test
    void aRevisionThatEndsTheProcessIsCutOffAndIsNoSuccess() throws Exception {
        aStepThat("System.exit(0)");
        Process process = start(Main.class, "upgrade", "head");

        assertThat(saidAfter(List.of(), process))
                .containsExactly(
                        "error: The run calls System.exit and is cut off. Finished and committed by this run: the upgrade of 001."
                                + " Under way since NOW: the upgrade of 002; it is not known whether any of it is committed."
                                + " Its last statement began at NOW:",
                        "    run a data step in Java",
                        ADVICE);
        assertThat(process.waitFor()).isEqualTo(ExitCode.FAILURE);
        assertThat(query("SELECT version_num FROM retort_version")).containsExactly("001");
    }

    @Test
    void whatIsKnownIsJsonWhereErrorsAre() throws Exception {
        aStepThat("new CountDownLatch(1).await()");
        Process process = start(ImpatientMain.class, "--json", "--set", "transaction_per_migration=false", "upgrade");

        assertThat(saidAfter(List.of("TERM"), process)).isEmpty();
        JsonNode error = new ObjectMapper()
                .readTree(process.inputReader().lines().collect(Collectors.joining("\n")))
                .get("error");
        assertThat(error.get("kind").asString()).isEqualTo("not_stopped");
        assertThat(error.get("message").asString())
                .contains(
                        "Finished and committed by this run: nothing.",
                        "Applied, and not known to be committed: the upgrade of 001.",
                        "the upgrade of 002;");
        assertThat(error.get("hint").asString()).isEqualTo(ADVICE);
        assertThat(process.waitFor()).isEqualTo(TERMINATED);
    }

    @Test
    void aRunThatWaitsForASilentServerSaysThatNoStepIsUnderWay() throws Exception {
        revision("001", "", "CREATE TABLE customers (id INTEGER);");
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            configure("jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/shop");
            Process process = start(ImpatientMain.class, "upgrade", "head");
            try (Socket unanswered = silent.accept();
                    BufferedReader err = process.errorReader()) {
                send("TERM", process);

                assertThat(unanswered.isConnected()).isTrue();
                assertThat(err.lines())
                        .containsExactly(
                                CUT_OFF + "Finished and committed by this run: nothing. No step is under way.", ADVICE);
            }
            assertThat(process.waitFor()).isEqualTo(TERMINATED);
        }
    }

    @Test
    void whatHasEndedInTimeHasNoLastWords() {
        Interruption interruption = new Interruption(Interruption.GRACE);
        List<String> said = new ArrayList<>();
        interruption.end();

        interruption.stopOrSay(said::add);

        assertThat(said).isEmpty();
    }

    @Test
    void lastWordsThatNobodyReadsKeepNothingFromEnding() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);

        new Interruption(Duration.ofMillis(1)).stopOrSay(why -> {
            begun.countDown();
            await(never);
        });

        assertThat(begun.getCount()).isZero();
    }

    @Test
    void aRunThatEndsAfterItsLastWordsSaysNothingElse() throws InterruptedException {
        Interruption interruption = new Interruption(Duration.ofMillis(1));
        List<String> said = new CopyOnWriteArrayList<>();
        CountDownLatch lastWords = new CountDownLatch(1);
        CountDownLatch returning = new CountDownLatch(1);
        Thread run = new Thread(() -> said.add(interruption.during(
                stop -> {
                    await(lastWords);
                    returning.countDown();
                    return "result";
                },
                why -> {})));
        run.start();

        interruption.stopOrSay(why -> said.add("last words"));
        lastWords.countDown();
        returning.await();

        while (run.getState() != Thread.State.WAITING) {
            assertThat(run.isAlive()).isTrue();
        }
        assertThat(said).containsExactly("last words");
        run.interrupt();
        run.join();
        interruption.end();
    }

    @Test
    void aRunThatIsSayingItsResultHasNoLastWords() {
        Interruption interruption = new Interruption(Duration.ofMillis(1));
        List<String> said = new ArrayList<>();
        boolean done = interruption.during(stop -> true, said::add);

        interruption.stopOrSay(said::add);
        interruption.end();

        assertThat(done).isTrue();
        assertThat(said).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is said after signals in the midst of the second step. */
    private List<String> saidAfter(List<String> signals, Process process) throws Exception {
        try (BufferedReader err = process.errorReader()) {
            StringBuilder before = new StringBuilder();
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                before.append(line).append('\n');
                if (line.startsWith("Upgrade   001 -> 002")) {
                    for (int i = 0; i < signals.size(); i++) {
                        if (i > 0) {
                            awaitTold(process);
                        }
                        send(signals.get(i), process);
                    }
                    return err.lines()
                            .map(said -> said.replaceAll("(since|at) [0-9TZ:-]{20}", "$1 NOW"))
                            .toList();
                }
            }
            throw new AssertionError("The second step does not begin:\n" + before);
        }
    }

    /** Of two signals that come at once either may be the first. */
    private void awaitTold(Process process) {
        while (process.isAlive() && Files.notExists(directory.resolve(ImpatientMain.TOLD))) {
            Thread.onSpinWait();
        }
    }

    private void aStepThat(String does) throws IOException {
        configure("sqlite:///shop.db");
        revision("001", "", "CREATE TABLE customers (id INTEGER);");
        Files.writeString(directory.resolve("migrations/versions/V002.java"), """
                package versions;

                import dev.retort.migration.*;
                import java.util.concurrent.CountDownLatch;

                @Revision(id = "002", revises = {"001"}, created = "2025-06-06T15:15:00Z")
                public final class V002 implements Migration {

                    @Override
                    public void upgrade(Operations op) {
                        op.run(connection -> %s);
                    }

                    @Override
                    public void downgrade(Operations op) {}
                }
                """.formatted(does));
    }

    private void configure(String url) throws IOException {
        Files.writeString(
                directory.resolve("retort.toml"), "url = \"" + url + "\"\nscript_location = \"migrations\"\n");
    }

    private void revision(String id, String header, String upgrade) throws IOException {
        Path file = directory.resolve("migrations/versions/" + id + ".sql");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "-- revision: " + id + "\n" + header + "\n-- upgrade\n" + upgrade);
    }

    /** The program's class path without the logging of the test libraries, which greets on standard error. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("slf4j"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Process start(Class<?> program, String... arguments) throws IOException {
        return new ProcessBuilder(command(program, arguments))
                .directory(directory.toFile())
                .start();
    }

    /** The program as a process. A parent that ignores interrupts hands that down, which Linux can undo. */
    private static List<String> command(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath(), program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static void send(String signal, Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    private List<String> query(String sql) throws Exception {
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("shop.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
