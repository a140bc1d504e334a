package dev.retort.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.ConfigurationException;
import dev.retort.error.RevisionGraphException;
import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.error.UsageException;
import dev.retort.script.source.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionWriterTest {

    @TempDir
    Path base;

    private ScriptFolder folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = new ScriptFolder(base);
    }

    @Test
    void writesASqlFileUnderTheNameOfTheTemplate() throws IOException {
        RevisionFile written = folder.write(ScriptFolder.revision(RevisionFormat.SQL, "Add Points!"));

        assertThat(written.name()).isEqualTo("migrations/versions/20250606_1515_a1_add_points.sql");
        assertThat(written.header().id()).isEqualTo("a1");
        assertThat(written.header().created()).isEqualTo("2025-06-06T15:15:09Z");
        assertThat(everything()).containsExactly("migrations/versions/20250606_1515_a1_add_points.sql");
        assertThat(folder.ids()).containsExactly("a1");
    }

    @Test
    void writesAJavaClassOfTheSameNameAsItsFile() throws IOException {
        RevisionFile written = folder.write(ScriptFolder.revision(RevisionFormat.JAVA, "Add Points!"));

        Path file = base.resolve("migrations/versions/V20250606_1515_a1_add_points.java");
        assertThat(written.path()).contains(file);
        assertThat(file)
                .content()
                .startsWith("package migrations.versions;")
                .contains("class V20250606_1515_a1_add_points ");
    }

    @Test
    void makesAnIdWhenNoneIsGiven() {
        NewRevision revision =
                new NewRevision(null, List.of(), List.of(), List.of(), "", RevisionFormat.SQL, null, ScriptFolder.NOON);

        RevisionFile written = folder.write(revision);

        assertThat(written.id()).matches("[0-9a-f]{12}");
        assertThat(written.name()).isEqualTo("migrations/versions/20250606_1515_" + written.id() + "_.sql");
    }

    @Test
    void refusesIdsThatAreTakenOrMalformed() throws IOException {
        folder.sql("migrations/versions/other.sql", "a1");

        assertThatThrownBy(() -> folder.write(ScriptFolder.revision(RevisionFormat.SQL, "x")))
                .isInstanceOfSatisfying(
                        RevisionGraphException.class,
                        e -> assertThat(e.position()).contains(new SourcePosition("migrations/versions/other.sql", 1)));
        assertThatThrownBy(() -> folder.write(new NewRevision(
                        "a/b", List.of(), List.of(), List.of(), "", RevisionFormat.SQL, null, ScriptFolder.NOON)))
                .isInstanceOf(UsageException.class);
        assertThat(everything()).containsExactly("migrations/versions/other.sql");
    }

    @Test
    void neverOverwritesAFile() throws IOException {
        folder.template("%(rev)s");
        Path file = folder.file("migrations/versions/a1.sql", "-- revision: other\n");

        assertThatThrownBy(() -> folder.write(ScriptFolder.revision(RevisionFormat.SQL, "x")))
                .isInstanceOfSatisfying(ScriptException.class, e -> {
                    assertThat(e.problem()).contains("exists already");
                    assertThat(e.position()).contains(SourcePosition.of("migrations/versions/a1.sql"));
                });
        assertThat(file).hasContent("-- revision: other\n");
        assertThatThrownBy(() -> AtomicFile.create(file, "new", "a1.sql"))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("exists already");
        assertThat(file).hasContent("-- revision: other\n");
        assertThat(everything()).containsExactly("migrations/versions/a1.sql");
    }

    @Test
    void namesTheFileThatCannotBeWrittenAndLeavesNothingBehind() throws IOException {
        Files.delete(base.resolve("migrations/versions"));
        Files.writeString(base.resolve("migrations/blocked"), "");

        assertThatThrownBy(() -> AtomicFile.create(base.resolve("migrations/blocked/a.sql"), "text", "blocked/a.sql"))
                .isInstanceOfSatisfying(ScriptException.class, e -> {
                    assertThat(e.problem()).contains("cannot be written");
                    assertThat(e.position()).contains(SourcePosition.of("blocked/a.sql"));
                });
        assertThatThrownBy(() -> AtomicFile.replace(base.resolve("migrations"), "text", "migrations"))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("cannot be written");
        assertThat(everything()).containsExactly("migrations/blocked");
    }

    @Test
    void writesNothingWhenRenderingFails() throws IOException {
        assertThatThrownBy(() -> folder.open()
                        .write(
                                ScriptFolder.revision(RevisionFormat.SQL, "x"),
                                draft -> {
                                    throw new IllegalStateException("broken template");
                                },
                                folder.output::add))
                .hasMessage("broken template");
        assertThat(everything()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SQL, '-- upgrade', no line",
        "SQL, '-- revision: other', 'id'",
        "SQL, '-- revision: a1', 'revises'",
        "SQL, '-- revision: a1\n-- revises: p', 'labels'",
        "JAVA, 'class Helper {}', no @Revision",
        "JAVA, '@dev.retort.migration.Revision(id = \"a1\") public class Other {}', name of its file"
    })
    void writesNothingWhenTheTextIsNotTheRevision(RevisionFormat format, String text, String problem)
            throws IOException {
        NewRevision revision =
                new NewRevision("a1", List.of("p"), List.of(), List.of("shop"), "x", format, null, ScriptFolder.NOON);

        assertThatThrownBy(() -> folder.open().write(revision, draft -> text, folder.output::add))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining(problem);
        assertThat(everything()).isEmpty();
    }

    @Test
    void makesSubDirectoriesWhereTheyAreSearched() {
        folder.template("%(year)d/%(rev)s");
        NewRevision sql = ScriptFolder.revision(RevisionFormat.SQL, "x");

        assertThatThrownBy(() -> folder.write(sql)).isInstanceOf(ConfigurationException.class);
        assertThat(folder.recursive().write(sql).name()).isEqualTo("migrations/versions/2025/a1.sql");
    }

    @Test
    void putsAJavaFileIntoThePackageOfItsSubDirectory() throws IOException {
        folder.recursive().template("%(year)d/%(rev)s");

        RevisionFile written = folder.write(ScriptFolder.revision(RevisionFormat.JAVA, "x"));

        assertThat(written.name()).isEqualTo("migrations/versions/V2025/a1.java");
        assertThat(base.resolve(written.name())).content().startsWith("package migrations.versions.V2025;");
    }

    @Test
    void refusesNamesThatWouldBeSkipped() {
        folder.recursive().template("%(slug)s/%(rev)s");

        assertThatThrownBy(() -> folder.write(new NewRevision(
                        "a", List.of(), List.of(), List.of(), "", RevisionFormat.SQL, null, ScriptFolder.NOON)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("hidden");
    }

    @Test
    void choosesTheLocationOfTheFirstParent() throws IOException {
        folder.locations("shop", "billing").recursive();
        folder.sql("shop/s.sql", "s");
        folder.sql("billing/2024/b.sql", "b");

        assertThat(folder.write(child("c", null, "b")).name()).startsWith("billing/2025");
        assertThat(folder.write(child("d", null, "none", "s")).name()).startsWith("shop/2025");
        assertThat(folder.write(child("e", "shop/", "b")).name()).startsWith("shop/2025");
        assertThat(folder.write(child("f", base.resolve("billing/../shop").toString()))
                        .name())
                .startsWith("shop/2025");
        assertThatThrownBy(() -> folder.write(child("g", null)))
                .isInstanceOfSatisfying(
                        UsageException.class,
                        e -> assertThat(e.hint().orElseThrow()).contains("versionPath: shop, billing"));
        assertThatThrownBy(() -> folder.write(child("g", "elsewhere")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("'elsewhere' is not a version location");
    }

    @Test
    void refusesToWriteToTheClassPath() throws IOException {
        Path classes = base.resolve("classes");
        folder.file("classes/META-INF/retort/db.index", "retort-index: 1\n");
        folder.classPath(classes).locations("classpath:db");

        assertThatThrownBy(() -> folder.write(ScriptFolder.revision(RevisionFormat.SQL, "x")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("classpath:db");
    }

    @ParameterizedTest
    @CsvSource({
        "src/main/java/migrations/versions, migrations.versions",
        "app/src/main/java/com/acme/db, com.acme.db",
        "migrations/versions, migrations.versions",
        "db-migrations/versions, versions",
        "db/2025/new, ''",
        "a/class/b, b",
        "my-db, ''"
    })
    void findsThePackageOfAnEmptyLocation(String location, String packageName) throws IOException {
        folder.locations(location);

        RevisionFile written = folder.write(ScriptFolder.revision(RevisionFormat.JAVA, "x"));

        String text = Files.readString(written.path().orElseThrow());
        assertThat(text).startsWith(packageName.isEmpty() ? "@dev" : "package " + packageName + ";");
        assertThat(folder.ids()).containsExactly("a1");
    }

    @Test
    void takesThePackageOfTheNewestNeighbour() throws IOException {
        folder.java("migrations/versions", "versions", "V1", "old", "");
        assertThat(draftedPackage()).isEqualTo("versions");

        folder.file(
                "migrations/versions/V0.java",
                "@dev.retort.migration.Revision(id = \"new\", created = \"2025-01-01T00:00:00Z\") public class V0 {}");
        assertThat(draftedPackage()).isEmpty();
    }

    @Test
    void takesTheConfiguredPackageWhereItFits() {
        assertThat(draftedPackage(folder.packageName("versions"))).isEqualTo("versions");
        assertThatThrownBy(() -> draftedPackage(folder.packageName("com.acme")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("does not fit");
        assertThatThrownBy(() -> draftedPackage(folder.packageName("com acme")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("not a Java package");
    }

    @Test
    void runsHooksOnTheFileAndPassesTheirOutputOn() {
        folder.hooks(
                exec("echo", "REVISION_SCRIPT_FILENAME \"a  b\" --in=REVISION_SCRIPT_FILENAME", "keep"),
                exec("echo", "", "keep"),
                exec("sh", "-c 'pwd -P' REVISION_SCRIPT_FILENAME", "keep"));

        String file = folder.write(ScriptFolder.revision(RevisionFormat.SQL, "x"))
                .path()
                .orElseThrow()
                .toString();

        assertThat(folder.output).hasSize(3).startsWith(file + " a  b --in=" + file, file);
        assertThat(Path.of(folder.output.get(2))).isEqualTo(realBase());
    }

    @Test
    void readsTheFileAgainAfterTheHooks() throws IOException {
        folder.hooks(exec(
                "sh",
                "-c 'echo \"-- message: hooked\" | cat - REVISION_SCRIPT_FILENAME > x && mv x REVISION_SCRIPT_FILENAME'",
                "keep"));

        assertThat(folder.write(ScriptFolder.revision(RevisionFormat.SQL, "x"))
                        .header()
                        .message())
                .isEqualTo("hooked");
    }

    @Test
    void removesAFileThatAHookMadeUnreadable() throws IOException {
        folder.hooks(exec("sh", "-c 'echo broken > REVISION_SCRIPT_FILENAME'", "keep"));

        assertThatThrownBy(() -> folder.write(ScriptFolder.revision(RevisionFormat.SQL, "x")))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("no line '-- revision: …'");
        assertThat(everything()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"keep, 1", "remove, 0"})
    void keepsOrRemovesTheFileOfAFailedHook(String onFailure, int files) throws IOException {
        folder.hooks(
                exec("sh", "-c 'echo no style; exit 3' REVISION_SCRIPT_FILENAME", onFailure),
                exec("echo", "never", "keep"));

        assertThatThrownBy(() -> folder.write(ScriptFolder.revision(RevisionFormat.SQL, "x")))
                .isInstanceOfSatisfying(ScriptException.class, e -> {
                    assertThat(e.problem())
                            .contains("'sh' failed")
                            .contains("status 3")
                            .contains("no style");
                    assertThat(e.position()).contains(SourcePosition.of("migrations/versions/20250606_1515_a1_x.sql"));
                });
        assertThat(everything()).hasSize(files);
        assertThat(folder.output).containsExactly("no style");
    }

    @Test
    void namesTheProgramThatCannotBeRun() {
        folder.hooks(exec("no-such-program", "", "remove"));

        assertThatThrownBy(() -> folder.write(ScriptFolder.revision(RevisionFormat.SQL, "x")))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("'no-such-program' cannot be run");
    }

    @Test
    void runsHooksThatAreClasses() throws IOException {
        folder.hooks(classHook(AppendingHook.class));

        RevisionFile written = folder.write(ScriptFolder.revision(RevisionFormat.SQL, "x"));

        assertThat(written.path().orElseThrow()).content().endsWith("-- appended by me\n");
    }

    @Test
    void refusesClassesThatAreNoHooks() {
        Map<Class<?>, String> refused = Map.of(
                String.class,
                "does not implement",
                FailingHook.class,
                "IOException: no",
                HiddenHook.class,
                "no public constructor");
        refused.forEach((type, problem) -> {
            folder.hooks(classHook(type));
            assertThatThrownBy(() -> folder.write(ScriptFolder.revision(RevisionFormat.SQL, "x")))
                    .isInstanceOf(ScriptException.class)
                    .hasMessageContaining(problem);
        });
        folder.hooks(PostWriteHook.of(
                Map.of("name", "f", "type", "class", "class", "com.acme.None", "on_failure", "remove")));
        assertThatThrownBy(() -> folder.write(ScriptFolder.revision(RevisionFormat.SQL, "x")))
                .hasMessageContaining("'com.acme.None' is not on the class path");
    }

    public static final class AppendingHook implements WrittenFileHook {
        @Override
        public void written(Path file, Map<String, String> values) throws IOException {
            Files.writeString(file, Files.readString(file) + "-- appended by " + values.get("author") + "\n");
        }
    }

    public static final class FailingHook implements WrittenFileHook {
        @Override
        public void written(Path file, Map<String, String> values) throws IOException {
            throw new IOException("no");
        }
    }

    public static final class HiddenHook implements WrittenFileHook {
        private HiddenHook() {}

        @Override
        public void written(Path file, Map<String, String> values) {}
    }

    private static PostWriteHook exec(String program, String options, String onFailure) {
        return PostWriteHook.of(
                Map.of("name", program, "executable", program, "options", options, "on_failure", onFailure));
    }

    private static PostWriteHook classHook(Class<?> type) {
        return PostWriteHook.of(
                Map.of("name", "f", "type", "class", "class", type.getName(), "author", "me", "on_failure", "remove"));
    }

    private static NewRevision child(String id, @Nullable String versionPath, String... parents) {
        return new NewRevision(
                id, List.of(parents), List.of(), List.of(), "", RevisionFormat.SQL, versionPath, ScriptFolder.NOON);
    }

    private String draftedPackage() {
        return draftedPackage(folder);
    }

    private static String draftedPackage(ScriptFolder folder) {
        ScriptDirectory directory = folder.open();
        return new RevisionWriter(folder.settings(), directory.files(), Map.of())
                .draft(ScriptFolder.revision(RevisionFormat.JAVA, "x"))
                .packageName();
    }

    private Path realBase() {
        try {
            return base.toRealPath();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> everything() throws IOException {
        try (Stream<Path> tree = Files.walk(base)) {
            return tree.filter(Files::isRegularFile)
                    .map(file -> base.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
