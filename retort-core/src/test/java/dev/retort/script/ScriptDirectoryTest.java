package dev.retort.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.error.ConfigurationException;
import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptDirectoryTest {

    @TempDir
    Path base;

    private ScriptFolder folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = new ScriptFolder(base);
    }

    @Test
    void findsRevisionsInTheOrderOfTheirFileNames() throws IOException {
        folder.sql("migrations/versions/b.sql", "2");
        folder.sql("migrations/versions/B.sql", "1");
        folder.sql("migrations/versions/é.sql", "4");
        folder.java("c", "3", "");

        assertThat(folder.ids()).containsExactly("1", "2", "3", "4");
        RevisionFile java = folder.open().find("3").orElseThrow();
        assertThat(java.format()).isEqualTo(RevisionFormat.JAVA);
        assertThat(java.name()).isEqualTo("migrations/versions/c.java");
        assertThat(java.path()).contains(base.resolve("migrations/versions/c.java"));
        assertThat(java.header().message()).isEqualTo("Does it.");
        assertThat(java.header().position()).isEqualTo(new SourcePosition("migrations/versions/c.java", 6));
        assertThat(folder.open().find("5")).isEmpty();
    }

    @Test
    void skipsHiddenFilesDescriptorsHelpersAndOtherFiles() throws IOException {
        folder.sql("migrations/versions/a.sql", "1");
        folder.file("migrations/versions/.#a.sql", "broken");
        folder.file("migrations/versions/.b.java", "broken");
        folder.file("migrations/versions/package-info.java", "/** Doc. */ package migrations.versions;");
        folder.file("migrations/versions/Names.java", "package migrations.versions; class Names {}");
        folder.file("migrations/versions/README.md", "text");
        folder.file("migrations/versions/a.sql.orig", "text");
        folder.sql("migrations/versions/below/c.sql", "2");
        folder.sql("migrations/elsewhere.sql", "3");

        assertThat(folder.ids()).containsExactly("1");
    }

    @Test
    void searchesSubDirectoriesAfterTheFilesBesideThem() throws IOException {
        folder.sql("migrations/versions/z.sql", "1");
        folder.sql("migrations/versions/b/x.sql", "3");
        folder.sql("migrations/versions/a/y.sql", "2");
        folder.sql("migrations/versions/a/c/x.sql", "2c");
        folder.sql("migrations/versions/.hidden/x.sql", "4");

        assertThat(folder.recursive().ids()).containsExactly("1", "2", "2c", "3");
    }

    @Test
    void takesLocationsInTheirOrder() throws IOException {
        folder.sql("billing/b.sql", "2");
        folder.sql("shop/a.sql", "1");
        folder.sql("migrations/versions/c.sql", "3");

        assertThat(folder.locations("shop", "billing").ids()).containsExactly("1", "2");
    }

    @Test
    void aLocationThatWasNamedAndDoesNotExistIsAnErrorUnlessARevisionIsToBeWritten() throws IOException {
        folder.sql("shop/a.sql", "1");
        folder.locations("shop", "none");

        assertThatThrownBy(folder::open)
                .isInstanceOfSatisfying(
                        ScriptException.class, e -> assertThat(e.problem()).contains("'none'"));
        assertThat(ScriptDirectory.openToWrite(folder.settings()).find("1")).isPresent();
    }

    @Test
    void countsAFileOnceHoweverItIsReached() throws IOException {
        Path file = folder.sql("migrations/versions/a.sql", "1");
        Files.createSymbolicLink(file.resolveSibling("b.sql"), file);
        Files.createSymbolicLink(base.resolve("migrations/versions/loop"), base.resolve("migrations"));
        Files.createSymbolicLink(base.resolve("other"), base.resolve("migrations/versions"));
        Path outside = folder.sql("outside.sql", "2");
        Files.createSymbolicLink(file.resolveSibling("c.sql"), outside);

        assertThat(folder.recursive()
                        .locations("migrations/versions", "migrations/versions/.", "other")
                        .ids())
                .containsExactly("1", "2");
    }

    @Test
    void readsOnlyTheBeginningOfLargeSqlFiles() throws IOException {
        Path large = folder.sql("migrations/versions/a.sql", "1");
        String text = Files.readString(large) + "SELECT 1;\n".repeat(5_000) + "SELECT 'ä';\n";
        Files.write(large, text.getBytes(StandardCharsets.ISO_8859_1));
        Path longHeader = folder.file(
                "migrations/versions/b.sql",
                "-- a comment that is long\n".repeat(1_000) + "-- revision: 2\n-- upgrade\n");
        Path oneLine = folder.file("migrations/versions/c.sql", "-- revision: 3 \n-- message: " + "m".repeat(20_000));

        assertThat(folder.ids()).containsExactly("1", "2", "3");
        assertThat(List.of(large, longHeader, oneLine))
                .allSatisfy(file -> assertThat(Files.size(file)).isGreaterThan(8192));
        assertThatThrownBy(() -> folder.open().find("1").orElseThrow().checksums())
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void aFolderWithoutRevisionsHasNone() {
        assertThat(folder.ids()).isEmpty();
        assertThat(folder.open().headers()).isEmpty();
    }

    @Test
    void aFolderThatDoesNotExistIsAnError() throws IOException {
        Files.delete(base.resolve("migrations/versions"));
        assertThat(folder.ids()).isEmpty();
        Files.delete(base.resolve("migrations"));

        assertThatThrownBy(folder::open).isInstanceOfSatisfying(ScriptException.class, e -> {
            assertThat(e.problem()).contains("'migrations'");
            assertThat(e.hint().orElseThrow()).contains("Create the directory");
        });
    }

    @Test
    void aLocationThatIsAFileIsAnError() throws IOException {
        folder.file("shop", "text");

        assertThatThrownBy(folder.locations("shop")::open).isInstanceOfSatisfying(ScriptException.class, e -> {
            assertThat(e.problem()).contains("cannot be read");
            assertThat(e.position()).contains(SourcePosition.of("shop"));
        });
    }

    @Test
    void aLinkToNothingIsAnError() throws IOException {
        Files.createSymbolicLink(base.resolve("migrations/versions/a.sql"), base.resolve("none"));

        assertThatThrownBy(folder::open).isInstanceOfSatisfying(ScriptException.class, e -> {
            assertThat(e.problem()).isEqualTo("The link is broken.");
            assertThat(e.position()).contains(SourcePosition.of("migrations/versions/a.sql"));
        });
    }

    @Test
    void everyRefusalNamesFileAndLine() throws IOException {
        Map<String, String> broken = Map.of(
                "migrations/versions/a.sql:1", "SELECT 1;",
                "migrations/versions/b.sql", "",
                "migrations/versions/c.sql:3", "-- revision: c\n\n-- revise: d\n",
                "migrations/versions/c.SQL", "-- revision: c\n",
                "migrations/versions/C.Java", "class C {}",
                "migrations/versions/I.java:1", "garbage {{{",
                "migrations/versions/D.java:2",
                        "\npackage elsewhere; @dev.retort.migration.Revision(id = \"d\") public class D {}",
                "migrations/versions/E.java:2",
                        "package migrations.versions;\n@dev.retort.migration.Revision(id = \"e\") public class F {}",
                "migrations/versions/G.java:3",
                        "package migrations.versions;\nimport dev.retort.migration.*;\nclass G implements Migration {}",
                "migrations/versions/H.java:1",
                        "package versions; @dev.retort.migration.Revision(id = X) public class H {}");
        for (Map.Entry<String, String> entry : broken.entrySet()) {
            Path file = folder.file(entry.getKey().replaceFirst(":\\d$", ""), entry.getValue());
            assertThatThrownBy(folder::open)
                    .isInstanceOfSatisfying(
                            ScriptException.class,
                            e -> assertThat(e.position().orElseThrow().toString())
                                    .isEqualTo(entry.getKey()));
            Files.delete(file);
        }
    }

    @Test
    void otherFilesArePassedOver() throws IOException {
        for (String name :
                List.of("package-info.java", "module-info.java", ".a.SQL", "SQL", "a.sql.bak", "d.SQL/a.txt")) {
            folder.file("migrations/versions/" + name, "");
        }

        assertThat(folder.ids()).isEmpty();
    }

    @Test
    void javaFilesMayBelongToTheUnnamedPackage() throws IOException {
        folder.file("migrations/versions/A.java", "@dev.retort.migration.Revision(id = \"a\") public class A {}");

        assertThat(folder.ids()).containsExactly("a");
    }

    @Test
    void settingsComeFromTheConfiguration() {
        Settings settings = Settings.empty(base)
                .with(ConfigKey.SCRIPT_LOCATION, "db")
                .with(ConfigKey.POST_WRITE_HOOKS, List.of(Map.of("name", "format", "executable", "fmt")));

        ScriptSettings script = ScriptSettings.of(
                settings,
                ScriptFolder.class.getClassLoader(),
                List.of(base.resolve("target/classes")),
                List::of,
                ScriptFolder.SYNTAXES);

        assertThat(script.locations()).containsExactly("db/versions");
        assertThat(script.classPath()).containsExactly(base.resolve("target/classes"));
        assertThat(script.hooks()).extracting(PostWriteHook::onFailure).containsExactly(PostWriteHook.OnFailure.KEEP);
        assertThat(script.slugLength()).isEqualTo(40);
    }

    @Test
    void malformedHooksAreRefused() {
        List<Map<String, String>> malformed = List.of(
                Map.of("executable", "fmt"),
                Map.of("name", "f"),
                Map.of("name", "f", "executable", " "),
                Map.of("name", "f", "type", "module", "executable", "fmt"),
                Map.of("name", "f", "type", "class", "executable", "fmt"),
                Map.of("name", "f", "executable", "fmt", "on_failure", "ignore"),
                Map.of("name", "f", "executable", "fmt", "option", "x"),
                Map.of("name", "f", "executable", "fmt", "options", "-c \"unclosed"));
        for (Map<String, String> values : malformed) {
            assertThatThrownBy(() -> PostWriteHook.of(values))
                    .as(values.toString())
                    .isInstanceOf(ConfigurationException.class);
        }
    }
}
