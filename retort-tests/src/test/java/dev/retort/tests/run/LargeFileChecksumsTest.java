package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.RetortConfiguration;
import dev.retort.config.ConfigKey;
import dev.retort.error.ChangedRevisionException;
import dev.retort.tests.server.TestDatabase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applied SQL files that become larger or smaller than what is read at once. */
class LargeFileChecksumsTest {

    private static final String UPGRADE = "-- why\nCREATE TABLE one (id INTEGER);\n";
    private static final String DOWNGRADE = "DROP TABLE one;\n";
    private static final String LONG_DOWNGRADE = ("-- a long " + "story ".repeat(20_000) + "\n").repeat(40) + DOWNGRADE;

    @TempDir
    private Path folder;

    private TestDatabase database;
    private int revisions = 1;

    @BeforeEach
    void aDatabase() {
        database = SharedDatabase.SQLITE.fresh();
    }

    @AfterEach
    void noDatabase() {
        database.close();
    }

    @Test
    void aSectionIsTheSameWhenItsFileBecomesLarge() {
        write(UPGRADE, DOWNGRADE);
        upgrade();
        write(UPGRADE, LONG_DOWNGRADE);
        upgrade();
        write("-- because\n" + UPGRADE, LONG_DOWNGRADE);
        upgrade();
        write(UPGRADE + "DROP TABLE one;\n", LONG_DOWNGRADE);

        assertThatThrownBy(this::upgrade)
                .isInstanceOf(ChangedRevisionException.class)
                .hasMessageContaining("r1");
    }

    @Test
    void aSectionIsTheSameWhenItsFileBecomesSmall() {
        write(UPGRADE, LONG_DOWNGRADE);
        upgrade();
        write(UPGRADE, DOWNGRADE);
        upgrade();
        write("-- because\n" + UPGRADE, DOWNGRADE);

        assertThatThrownBy(this::upgrade)
                .isInstanceOf(ChangedRevisionException.class)
                .hasMessageContaining("r1");
    }

    @Test
    void aPackagedSectionIsTheSameWhenItsFileBecomesLarge() throws IOException {
        write(UPGRADE, DOWNGRADE);
        upgrade();
        write(UPGRADE, LONG_DOWNGRADE);
        upgradePackaged();
        write(UPGRADE + "DROP TABLE one;\n", LONG_DOWNGRADE);

        assertThatThrownBy(this::upgradePackaged)
                .isInstanceOf(ChangedRevisionException.class)
                .hasMessageContaining("r1");
    }

    private void write(String upgrade, String downgrade) {
        new Revisions(folder).sql("r1", "", upgrade, downgrade);
    }

    /** Runs another revision, so that the applied ones are looked at. */
    private void upgrade() {
        addRevision();
        retort().load().upgrade();
    }

    private void upgradePackaged() throws IOException {
        addRevision();
        Path classes = Files.createDirectories(folder.resolve("classes" + revisions));
        Files.createDirectories(classes.resolve("versions"));
        try (var files = Files.list(folder.resolve("versions"))) {
            for (Path file : files.toList()) {
                Files.copy(file, classes.resolve("versions").resolve(file.getFileName()));
            }
        }
        int indexed = Retort.index(List.of(folder), classes, "versions");
        assertThat(indexed).isEqualTo(revisions);
        try (URLClassLoader application = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, LargeFileChecksumsTest.class.getClassLoader())) {
            retort().scriptLocation("classpath:versions")
                    .classLoader(application)
                    .load()
                    .upgrade();
        }
    }

    private void addRevision() {
        new Revisions(folder).sql("r" + (revisions + 1), "r" + revisions, "SELECT 1;");
        revisions++;
    }

    private RetortConfiguration retort() {
        return Retort.configure()
                .settings(RunSetup.upgrade(folder, database).settings().with(ConfigKey.ON_CHANGED, "error"));
    }
}
