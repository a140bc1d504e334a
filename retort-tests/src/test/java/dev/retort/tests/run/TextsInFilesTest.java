package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.error.ChangedRevisionException;
import dev.retort.error.ScriptException;
import dev.retort.spi.MigrationListener;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Views and other objects whose definitions are in files of their own, beside the revisions. */
class TextsInFilesTest {

    private static final String REPLACED = """
            op.replaceView(
                    dev.retort.schema.SchemaObjects.view("seen", op.readText("_views/seen_2.sql")),
                    dev.retort.schema.SchemaObjects.view("seen", op.readText("_views/seen_1.sql")));
            """;

    @TempDir
    private Path folder;

    /** A table, a view of it, and a revision that replaces the view. */
    private void views() throws IOException {
        write("_views/seen_1.sql", "\uFEFF-- What is seen.\r\nSELECT id FROM t WHERE id > 1;\r\n");
        write("_views/seen_2.sql", "SELECT id FROM t WHERE id > 2\n");
        new Revisions(folder)
                .java("r1", "", """
                        op.createTable("t", column("id", integer()));
                        op.execute("INSERT INTO t (id) VALUES (1), (2), (3)");
                        op.createView("seen", op.readText("_views/seen_1.sql"));
                        """)
                .java(
                        "r2",
                        "r1",
                        REPLACED,
                        "op.reverse(back -> {" + REPLACED.replace("op.replace", "back.replace") + "});");
    }

    @ForDatabases
    void aViewIsReplacedAndRestored(SharedDatabase kind) throws Exception {
        views();
        try (TestDatabase database = kind.fresh()) {
            Retort retort = retort(database);

            retort.upgrade();
            assertThat(DatabaseState.rows(database, "SELECT id FROM seen")).containsExactly("3");

            retort.downgrade("r1");
            assertThat(DatabaseState.rows(database, "SELECT id FROM seen ORDER BY id"))
                    .containsExactly("2", "3");
        }
    }

    @Test
    void aPackagedRevisionReadsTheResourceBesideItsClass() throws Exception {
        views();
        Path classes = folder.resolve("classes");
        Files.createDirectories(classes.resolve("versions/_views"));
        for (String file : List.of("_views/seen_1.sql", "_views/seen_2.sql")) {
            Files.move(
                    folder.resolve("versions").resolve(file),
                    classes.resolve("versions").resolve(file));
        }
        Compilation.of(folder.resolve("versions/Vr1.java"), classes);
        Compilation.of(folder.resolve("versions/Vr2.java"), classes);
        Retort.index(List.of(folder), classes, "versions");
        try (TestDatabase database = SharedDatabase.SQLITE.fresh();
                URLClassLoader application = new URLClassLoader(
                        new URL[] {classes.toUri().toURL()}, TextsInFilesTest.class.getClassLoader())) {
            RunSetup.upgrade(folder, database).packaged(application).upgrade();

            assertThat(DatabaseState.rows(database, "SELECT id FROM seen")).containsExactly("3");
        }
    }

    @Test
    void aChangedTextIsAChangedRevision() throws Exception {
        views();
        try (TestDatabase database = SharedDatabase.SQLITE.fresh()) {
            Retort strict = Retort.configure()
                    .settings(RunSetup.upgrade(folder, database).settings().with(ConfigKey.ON_CHANGED, "error"))
                    .load();
            strict.upgrade();
            new Revisions(folder).sql("r3", "r2", "DELETE FROM t;");
            write("_views/seen_2.sql", "SELECT id FROM t WHERE id > 2\r\n");
            strict.upgrade();
            write("_views/seen_2.sql", "SELECT id FROM t WHERE id > 0\n");
            new Revisions(folder).sql("r4", "r3", "DELETE FROM t;");

            assertThatThrownBy(strict::upgrade)
                    .isInstanceOf(ChangedRevisionException.class)
                    .hasMessageContaining("r2");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "texts/missing.sql | Revision 'r1' cannot read 'texts/missing.sql': it does not exist.",
                "../view.sql       | its path must be one from the folder of the revision",
                "texts/empty.sql   | The file is empty.",
                "texts/latin.sql   | The file is not UTF-8",
            })
    void aFileThatCannotBeReadIsRefusedBeforeTheFirstStep(String path, String why) throws Exception {
        write("texts/empty.sql", " \n");
        Files.write(
                folder.resolve("versions/texts/latin.sql"), "SELECT '\u00e4'".getBytes(StandardCharsets.ISO_8859_1));
        new Revisions(folder).java("r1", "", """
                op.createTable("t", column("id", integer()));
                op.createView("seen", op.readText("%s"));
                """.formatted(path));
        try (TestDatabase database = SharedDatabase.SQLITE.fresh()) {
            assertThatThrownBy(() -> retort(database).upgrade())
                    .isInstanceOf(ScriptException.class)
                    .hasMessageContaining(why);

            assertThat(DatabaseState.schema(database).tables()).isEmpty();
        }
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve("versions").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Retort retort(TestDatabase database) {
        return RunSetup.upgrade(folder, database).retort(MigrationListener.SILENT);
    }
}
