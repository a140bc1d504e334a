package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.Retort;
import dev.retort.error.MigrationFailedException;
import dev.retort.spi.MigrationListener;
import dev.retort.tests.server.TestDatabase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the README and the page about the library show works. */
class ManualExamplesTest {

    private static final Path ROOT = Path.of("..");

    @TempDir
    private Path folder;

    /** On MariaDB, DROP INDEX names the table. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "H2", "SQLITE"})
    void theRevisionInSqlOfTheReadmeIsTheOneInJava(SharedDatabase kind) throws Exception {
        Path java = revision("java", "V20250606_1515_196993effbf8_add_loyalty_points.java");
        Path sql = revision("sql", "196993effbf8.sql");
        try (TestDatabase byJava = kind.fresh();
                TestDatabase bySql = kind.fresh()) {
            Retort first = RunSetup.upgrade(java, byJava).retort(MigrationListener.SILENT);
            Retort second = RunSetup.upgrade(sql, bySql).retort(MigrationListener.SILENT);

            assertThat(first.upgrade().heads()).containsExactly("196993effbf8");
            second.upgrade();
            assertThat(DatabaseState.schema(bySql)).isEqualTo(DatabaseState.schema(byJava));

            first.downgrade("-1");
            second.downgrade("-1");
            assertThat(DatabaseState.schema(bySql)).isEqualTo(DatabaseState.schema(byJava));
            assertThat(first.show("196993effbf8").get(0).header().message())
                    .isEqualTo(second.show("196993effbf8").get(0).header().message());
        }
    }

    private Path revision(String language, String name) throws IOException {
        Path project = folder.resolve(language).resolve("migrations");
        new Revisions(project)
                .sql("4b1c0d9e2f77", "", "CREATE TABLE customers (id INTEGER PRIMARY KEY, email VARCHAR(80));");
        Files.writeString(project.resolve("versions").resolve(name), block("README.md", language, "196993effbf8"));
        return project;
    }

    @Test
    void theListenerOfTheManualLogsEachStepAndWhatStoppedTheRun() throws Exception {
        new Revisions(folder)
                .sql("r1", "", "CREATE TABLE one (id INTEGER);")
                .sql("r2", "r1", "CREATE TABLE one (id INTEGER);");
        Path source = folder.resolve("MigrationLog.java");
        Files.writeString(source, block("docs/library.md", "java", "class MigrationLog"));
        Compilation.of(source, folder);
        Heard heard = new Heard();
        Logger logger = Logger.getLogger("com.acme.MigrationLog");
        logger.setUseParentHandlers(false);
        logger.setLevel(Level.ALL);
        logger.addHandler(heard);
        try (URLClassLoader application = new URLClassLoader(
                        new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
                TestDatabase database = SharedDatabase.SQLITE.fresh()) {
            MigrationListener listener = (MigrationListener) application
                    .loadClass("com.acme.MigrationLog")
                    .getConstructor()
                    .newInstance();
            Retort retort = RunSetup.upgrade(folder, database).retort(listener);

            assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(retort::upgrade);

            assertThat(heard.texts).hasSize(2);
            assertThat(heard.texts.get(0)).startsWith("r1 is done on " + database.jdbcUrl());
            assertThat(heard.texts.get(1)).startsWith("The run on " + database.jdbcUrl() + " failed: ");
        } finally {
            logger.removeHandler(heard);
        }
    }

    @Test
    void bothPagesNameTheSameExtensionPoints() throws IOException {
        String rows = section(Files.readString(ROOT.resolve("docs/library.md")), "extension points", "A listener");
        String row = section(Files.readString(ROOT.resolve("docs/api.md")), "| `dev.retort.spi` |", "whoever extends");

        assertThat(names(rows, "^\\| `(\\w+)` \\|"))
                .containsExactlyElementsOf(names(row, "`([A-Z]\\w+)`"))
                .hasSize(4);
    }

    private static String section(String page, String beginning, String end) {
        int from = page.indexOf(beginning);
        return page.substring(from, page.indexOf(end, from));
    }

    private static List<String> names(String text, String pattern) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** The code block of a page that contains some words. */
    private static String block(String page, String language, String words) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve(page)))
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(code -> code.contains(words))
                .findFirst()
                .orElseThrow();
    }

    private static final class Heard extends Handler {

        private final List<String> texts = new ArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            texts.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
