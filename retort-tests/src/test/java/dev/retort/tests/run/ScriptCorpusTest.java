package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.error.RetortException;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import dev.retort.tests.run.ScriptCorpus.Script;
import dev.retort.tests.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts that are hard to split: the real server runs each of their statements, or they are refused where they are wrong. */
@Order(20)
class ScriptCorpusTest {

    private static final Pattern REFUSAL = Pattern.compile("(\\d+):(\\d+) (.+)");

    private static final Script NOTHING = new Script("nothing", "", false, 0, "", List.of());

    @TempDir
    private Path folder;

    /** The scripts are one project, in which each revises the one before it; what fails is left out and reported. */
    @ParameterizedTest
    @MethodSource("databases")
    void theServerRunsEachStatementOfAScript(SharedDatabase kind) throws SQLException, IOException {
        List<Script> scripts = ScriptCorpus.of(kind.name()).stream()
                .filter(script -> !script.isRefused())
                .toList();
        Files.createDirectories(folder.resolve("versions"));
        for (int i = 0; i < scripts.size(); i++) {
            write(i, scripts.get(i).revision(id(i), i == 0 ? "" : id(i - 1)));
        }
        Map<String, String> wrong = new LinkedHashMap<>();
        boolean complete = false;
        while (!complete) {
            try (TestDatabase database = kind.fresh()) {
                complete = run(database, scripts, wrong);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(scripts).hasSizeGreaterThan(40);
    }

    /** Runs all scripts and reports what has not come about; false if one has failed, which is then left out of the next run. */
    private boolean run(TestDatabase database, List<Script> scripts, Map<String, String> wrong)
            throws SQLException, IOException {
        Map<String, List<String>> sent = new HashMap<>();
        database.execute(seen(database));
        try {
            retort(database, sent).upgrade("heads");
        } catch (RetortException e) {
            int failed = failed(e, scripts, wrong);
            if (failed < 0) {
                throw e;
            }
            wrong.put(scripts.get(failed).name(), e.getMessage());
            write(failed, NOTHING.revision(id(failed), failed == 0 ? "" : id(failed - 1)));
            return false;
        }
        for (int i = 0; i < scripts.size(); i++) {
            Script script = scripts.get(i);
            if (!wrong.containsKey(script.name())) {
                difference(database, script, sent.getOrDefault(id(i), List.of()))
                        .ifPresent(found -> wrong.put(script.name(), found));
            }
        }
        return true;
    }

    /** Some databases do not take every character unless they are told to. */
    private static String seen(TestDatabase database) {
        String characters = switch (database.kind()) {
            case MARIADB, MYSQL -> " CHARACTER SET utf8mb4";
            default -> "";
        };
        return "CREATE TABLE seen (s VARCHAR(60), v VARCHAR(4000))" + characters;
    }

    private static Optional<String> difference(TestDatabase database, Script script, List<String> statements)
            throws SQLException {
        if (statements.size() != script.statements()) {
            return Optional.of(statements.size() + " statements: " + String.join("\n~~~~\n", statements));
        }
        List<String> rows = script.query().isEmpty() ? List.of() : DatabaseState.rows(database, script.query());
        return sorted(rows).equals(sorted(script.rows())) ? Optional.empty() : Optional.of("the rows " + rows);
    }

    private static List<String> sorted(List<String> rows) {
        return rows.stream().sorted().toList();
    }

    private static int failed(RetortException e, List<Script> scripts, Map<String, String> wrong) {
        String file = e.position().map(at -> at.file()).orElse("");
        for (int i = 0; i < scripts.size(); i++) {
            if (file.endsWith(id(i) + ".sql")
                    && !wrong.containsKey(scripts.get(i).name())) {
                return i;
            }
        }
        return -1;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aScriptIsRefusedWithTheLineAndColumnOfWhatIsWrong(SharedDatabase kind) throws SQLException, IOException {
        Files.createDirectories(folder.resolve("versions"));
        Map<String, String> wrong = new LinkedHashMap<>();
        List<Script> refused =
                ScriptCorpus.of(kind.name()).stream().filter(Script::isRefused).toList();
        try (TestDatabase database = kind.fresh()) {
            for (Script script : refused) {
                write(0, script.revision(id(0), ""));
                String outcome = outcome(database);
                if (!outcome.startsWith(expected(script))) {
                    wrong.put(script.name(), outcome);
                }
            }
            assertThat(DatabaseState.schema(database).tables())
                    .noneMatch(table -> table.name().name().equalsIgnoreCase("t"));
        }
        assertThat(wrong).isEmpty();
        assertThat(refused).hasSizeGreaterThan(5);
    }

    /** The place in the file, whose line 4 is the first of the text, and the message. */
    private static String expected(Script script) {
        Matcher place = REFUSAL.matcher(script.rows().get(0));
        assertThat(place.matches()).as(script.name()).isTrue();
        return "versions/" + id(0) + ".sql:" + (Integer.parseInt(place.group(1)) + 3) + ":" + place.group(2) + " "
                + place.group(3);
    }

    private String outcome(TestDatabase database) {
        try {
            retort(database, new HashMap<>()).upgrade("heads");
            return "is not refused";
        } catch (RetortException e) {
            return e.position().map(Object::toString).orElse("") + " " + e.getMessage();
        }
    }

    /** But for names: the program joins a line that begins with the word to the next one. */
    @Test
    void theProgramOfMariadbRunsTheScriptsWithDelimitersToTheSameEnd() throws SQLException {
        List<Script> scripts = ScriptCorpus.of("mariadb").stream()
                .filter(script -> script.name().startsWith("delimiter")
                        && !script.isRefused()
                        && !script.name().equals("delimiter-as-a-name")
                        && !script.text().contains("-- statement"))
                .toList();
        try (TestDatabase database = SharedDatabase.MARIADB.fresh()) {
            database.execute(seen(database));
            for (Script script : scripts) {
                database.runScript(script.text());
            }
            for (Script script : scripts) {
                assertThat(sorted(DatabaseState.rows(database, script.query())))
                        .as(script.name())
                        .isEqualTo(sorted(script.rows()));
            }
        }
        assertThat(scripts).hasSizeGreaterThan(10);
    }

    @Test
    void thereAreThreeHundredScripts() {
        assertThat(Stream.of(SharedDatabase.values())
                        .flatMap(kind -> ScriptCorpus.of(kind.name()).stream())
                        .distinct())
                .hasSizeGreaterThan(300);
    }

    static Stream<SharedDatabase> databases() {
        return SharedDatabase.available();
    }

    private static String id(int number) {
        return String.format("r%03d", number);
    }

    private void write(int number, String text) throws IOException {
        Files.writeString(folder.resolve("versions").resolve(id(number) + ".sql"), text);
    }

    private Retort retort(TestDatabase database, Map<String, List<String>> sent) {
        return RunSetup.upgrade(folder, database).retort(new MigrationListener() {
            @Override
            public void statementStarted(MigrationStep step, String sql) {
                sent.computeIfAbsent(step.revision().id(), revision -> new ArrayList<>())
                        .add(sql);
            }
        });
    }
}
