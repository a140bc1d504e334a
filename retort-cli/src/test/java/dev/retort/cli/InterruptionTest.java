package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in a process of its own, in the middle of a statement that would never end. */
@Tag("jdk")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class InterruptionTest {

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
        Files.writeString(
                directory.resolve("retort.toml"), "url = \"sqlite:///shop.db\"\nscript_location = \"migrations\"\n");

        Process process = new ProcessBuilder(command("upgrade", "head"))
                .directory(directory.toFile())
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader err = process.errorReader()) {
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                said.add(line.replaceAll(" in [0-9.]+ m?s$", " in no time"));
                if (line.startsWith("Upgrade   001 -> 002")) {
                    interrupt(process);
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
                        "The step under way was rolled back, nothing of it is left. Run the command again to go on.");
        assertThat(query("SELECT version_num FROM retort_version")).containsExactly("001");
        assertThat(query("SELECT name FROM sqlite_master WHERE name = 'numbers'"))
                .isEmpty();
        assertThat(query("SELECT statement_no FROM retort_journal")).isEmpty();
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

    /** The program as a process. A parent that ignores interrupts hands that down, which Linux can undo. */
    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath(), Main.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static void interrupt(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
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
