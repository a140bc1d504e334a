package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.dialect.DatabaseVersion;
import dev.retort.error.MigrationFailedException;
import dev.retort.error.RetortException;
import dev.retort.error.SourcePosition;
import dev.retort.spi.MigrationListener;
import dev.retort.tests.server.MariadbDump;
import dev.retort.tests.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What dump programs really wrote makes, as a revision, the database that it is of. */
class RecordedDumpsTest {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @TempDir
    private Path folder;

    /** What an older server does not know fails, and nothing is left of it. */
    @ParameterizedTest
    @CsvSource({
        "14, pg_dump-15.18-of-14.24.sql, postgresql.sql",
        "15, pg_dump-15.18.sql, postgresql.sql postgresql-15.sql",
        "18, pg_dump-18.3.sql, postgresql.sql postgresql-15.sql postgresql-18.sql"
    })
    void aDumpOfPostgresqlRunsAsItIsFromItsVersionOn(int version, String dump, String scripts) throws SQLException {
        new Revisions(folder).sql("r1", "", DumpFile.read(dump));
        try (TestDatabase original = SharedDatabase.POSTGRESQL.fresh();
                TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            if (!hasVersion(database, version)) {
                assertThatThrownBy(() -> retort(database).upgrade("heads"))
                        .isInstanceOf(MigrationFailedException.class);
                assertThat(WholeDatabase.of(database)).isEqualTo(WholeDatabase.of(original));
                return;
            }
            for (String script : scripts.split(" ", -1)) {
                original.runScript(DumpFile.read(script));
            }

            retort(database).upgrade("heads");

            assertThat(WholeDatabase.of(database))
                    .hasSizeGreaterThan(500)
                    .containsExactlyElementsOf(WholeDatabase.of(original));
        }
    }

    private static boolean hasVersion(TestDatabase database, int version) throws SQLException {
        try (Connection connection = database.open()) {
            return DatabaseVersion.of(connection).atLeast(version, 0);
        }
    }

    @Test
    void aDumpOfMariadbRunsWithTheOptionsOfTheManual() throws SQLException, IOException {
        List<String> options = Arrays.stream(manual("mariadb-dump").get(2).split("[` ]+"))
                .filter(word -> word.startsWith("--"))
                .toList();
        try (TestDatabase original = SharedDatabase.MARIADB.fresh();
                TestDatabase database = SharedDatabase.MARIADB.fresh()) {
            original.runScript(DumpFile.read("mariadb.sql"));
            new Revisions(folder).sql("r1", "", MariadbDump.of(original, options));

            retort(database).upgrade("heads");

            assertThat(WholeDatabase.of(database)).containsExactlyElementsOf(WholeDatabase.of(original));
        }
    }

    @Test
    void aWholeDumpOfMariadbRunsWithoutTheLinesThatAreRefused() throws SQLException, IOException {
        try (TestDatabase original = SharedDatabase.MARIADB.fresh();
                TestDatabase database = SharedDatabase.MARIADB.fresh()) {
            original.runScript(DumpFile.read("mariadb.sql"));
            String dump = MariadbDump.of(
                    original,
                    List.of("--hex-blob", "--routines", "--events", "--no-autocommit", "--single-transaction"));

            assertThat(refused(database, dump))
                    .hasSize(16)
                    .contains("LOCK TABLES `parted` WRITE;", "UNLOCK TABLES;", "set autocommit=0;", "commit;")
                    .noneMatch(line -> line.startsWith("DELIMITER"))
                    .allMatch(isRefusedIn("mariadb-dump"));
            assertThat(WholeDatabase.of(database)).containsExactlyElementsOf(WholeDatabase.of(original));
        }
    }

    @Test
    void aDumpOfSqliteRunsWithoutTheLinesThatAreRefused() throws SQLException, IOException {
        try (TestDatabase original = SharedDatabase.SQLITE.fresh();
                TestDatabase database = SharedDatabase.SQLITE.fresh()) {
            original.runScript(DumpFile.read("sqlite.sql"));

            assertThat(refused(database, DumpFile.read("sqlite3-3.40.1.sql")))
                    .containsExactly("PRAGMA foreign_keys=OFF;", "BEGIN TRANSACTION;", "COMMIT;")
                    .allMatch(isRefusedIn("sqlite3 .dump"));
            assertThat(WholeDatabase.of(database))
                    .hasSizeGreaterThan(30)
                    .containsExactlyElementsOf(WholeDatabase.of(original));
        }
    }

    @Test
    void aDumpOfLargeObjectsRunsWithoutTheLinesThatAreRefused() throws SQLException, IOException {
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            assertThat(refused(database, DumpFile.read("pg_dump-15.18-large-objects.sql")))
                    .containsExactly("BEGIN;", "COMMIT;")
                    .allMatch(isRefusedIn("pg_dump --no-owner --no-acl"));
            assertThat(DatabaseState.rows(
                            database,
                            "SELECT name, lo_get(content), obj_description(content, 'pg_largeobject') FROM files"))
                    .containsExactly("; -- \\x6162633b00ff0a it's; a file");
        }
    }

    @Test
    void aScriptOfH2RunsAsItIs() throws SQLException {
        try (TestDatabase original = SharedDatabase.H2.fresh();
                TestDatabase database = SharedDatabase.H2.fresh()) {
            original.runScript(DumpFile.read("h2.sql"));
            new Revisions(folder).sql("r1", "", String.join("\n", DatabaseState.rows(original, "SCRIPT NOSETTINGS")));

            retort(database).upgrade("heads");

            assertThat(WholeDatabase.of(database))
                    .hasSizeGreaterThan(15)
                    .containsExactlyElementsOf(WholeDatabase.of(original));
        }
    }

    /** It has one statement a line, about the whole database first. */
    @Test
    void aScriptOfHsqldbRunsWithSemicolonsAndWithoutTheLinesOfTheManual() throws SQLException, IOException {
        try (TestDatabase original = SharedDatabase.HSQLDB.fresh();
                TestDatabase database = SharedDatabase.HSQLDB.fresh()) {
            original.execute(DumpFile.read("hsqldb.sql").lines().toArray(String[]::new));
            List<String> own = CODE.matcher(manual("SCRIPT` of HSQLDB").get(2))
                    .results()
                    .map(code -> code.group(1))
                    .toList();
            String script = DatabaseState.rows(original, "SCRIPT").stream()
                    .filter(line -> own.stream().noneMatch(line::startsWith))
                    .map(line -> line + ";\n")
                    .collect(Collectors.joining());
            new Revisions(folder).sql("r1", "", script);

            retort(database).upgrade("heads");

            assertThat(WholeDatabase.of(database))
                    .hasSizeGreaterThan(10)
                    .containsExactlyElementsOf(WholeDatabase.of(original));
        }
    }

    /** Runs a dump, and as often as a line of it is refused, again without this line; answers the lines. */
    private List<String> refused(TestDatabase database, String dump) throws SQLException {
        List<String> lines = new ArrayList<>(dump.lines().toList());
        List<String> refused = new ArrayList<>();
        while (true) {
            new Revisions(folder).sql("r1", "", String.join("\n", lines));
            try {
                retort(database).upgrade("heads");
                return refused;
            } catch (RetortException e) {
                SourcePosition position = e.position().orElseThrow(() -> e);
                assertThat(position.file()).isEqualTo("versions/r1_step.sql");
                assertThat(DatabaseState.schema(database).tables()).isEmpty();
                refused.add(lines.remove(position.line() - 4));
            }
        }
    }

    /** Whether the manual says of a line of a program that it is refused. */
    private static Predicate<String> isRefusedIn(String program) throws IOException {
        List<String> beginnings = CODE.matcher(manual(program).get(3).toLowerCase(Locale.ROOT))
                .results()
                .map(code -> code.group(1))
                .toList();
        return line -> beginnings.stream().anyMatch(line.toLowerCase(Locale.ROOT)::startsWith);
    }

    /** The cells of the manual's row about what a program writes. */
    private static List<String> manual(String program) throws IOException {
        return Files.readAllLines(Path.of("../docs/revisions.md")).stream()
                .filter(line -> line.startsWith("| `" + program))
                .map(line -> List.of(line.split("\\|", -1)))
                .findAny()
                .orElseThrow();
    }

    private Retort retort(TestDatabase database) {
        return RunSetup.upgrade(folder, database).retort(MigrationListener.SILENT);
    }
}
