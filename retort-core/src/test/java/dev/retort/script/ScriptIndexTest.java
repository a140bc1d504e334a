package dev.retort.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.error.UsageException;
import dev.retort.migration.RevisionHeader;
import dev.retort.operation.ExecuteSql;
import dev.retort.script.source.SourceText;
import dev.retort.script.sql.SqlScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

@Tag("jdk")
class ScriptIndexTest {

    private static final String SQL = """
            -- revision: 2
            -- revises: 1, 0
            -- depends on: 3
            -- labels: shop, billing
            -- created: 2025-06-06T15:15:00Z
            -- message: back\\slash
            -- message: second \\n line
            -- upgrade
            SELECT 2;
            -- downgrade h2
            SELECT 'back';
            """;

    @TempDir
    Path base;

    private ScriptFolder folder;
    private Path java;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = new ScriptFolder(base);
        java = folder.java("src/com/acme/db", "com.acme.db", "V1", "1", "op.execute(\"compiled\");");
        folder.file("resources/com/acme/db/below/b.sql", SQL);
        folder.file("classes/com/acme/db/below/b.sql", SQL);
        folder.compile(java, "classes");
    }

    @Test
    void readsBackEverythingThatWasWritten() throws IOException {
        assertThat(writer().write("classpath:/com/acme/db/")).isEqualTo(2);
        Files.delete(java);

        ScriptDirectory directory = open();

        assertThat(directory.headers())
                .containsExactly(
                        new RevisionHeader(
                                "1",
                                List.of(),
                                List.of(),
                                List.of(),
                                "Does it.",
                                null,
                                1,
                                new SourcePosition("META-INF/retort/com/acme/db.index", 3)),
                        new RevisionHeader(
                                "2",
                                List.of("1", "0"),
                                List.of("3"),
                                List.of("shop", "billing"),
                                "back\\slash\nsecond \\n line",
                                Instant.parse("2025-06-06T15:15:00Z"),
                                1,
                                new SourcePosition("META-INF/retort/com/acme/db.index", 10)));
        RevisionFile sql = directory.find("2").orElseThrow();
        assertThat(sql.name()).isEqualTo("com/acme/db/below/b.sql");
        assertThat(sql.path()).isEmpty();
        ScriptChecksums expected =
                ScriptChecksums.ofSql(SqlScript.parse(new SourceText("b.sql", SQL)), ScriptFolder.SYNTAXES);
        assertThat(sql.checksums().upgrade("h2"))
                .isEqualTo(expected.upgrade("h2"))
                .isPresent();
        assertThat(sql.checksums().downgrade("h2"))
                .isEqualTo(expected.downgrade("h2"))
                .isPresent();
        assertThat(sql.checksums().downgrade("mysql")).isEmpty();
        assertThat(directory.find("1").orElseThrow().checksums().upgrade("h2")).isPresent();
    }

    @Test
    void loadsCompiledClassesAndResourcesWithoutCompiler() throws IOException {
        writer().write("com/acme/db");
        Files.delete(java);

        try (LoadedScripts scripts = open().load(List.of("1", "2"))) {
            assertThat(scripts.script("1").upgrade(ScriptFolder.context("h2")).operations())
                    .containsExactly(new ExecuteSql("compiled", List.of()));
            Recording downgrade = scripts.script("2").downgrade(ScriptFolder.context("h2"));
            assertThat(downgrade.operations()).containsExactly(new ExecuteSql("SELECT 'back'", List.of()));
            assertThat(downgrade.position(downgrade.operations().get(0)))
                    .isEqualTo(new SourcePosition("com/acme/db/below/b.sql", 11, 1));
        }
        assertThat(base.resolve(".retort")).doesNotExist();
    }

    @Test
    void readsAJarAndCountsWhatIsThereTwiceOnce() throws IOException {
        writer().write("com/acme/db");
        Path jar = jar();
        folder.classPath(jar, base.resolve("classes")).locations("classpath:com/acme/db");

        assertThat(folder.ids()).containsExactly("1", "2");
        try (LoadedScripts scripts = folder.open().load(List.of("2"))) {
            assertThat(scripts.script("2").upgrade(ScriptFolder.context("h2")).operations())
                    .hasSize(1);
        }
    }

    @Test
    void anIndexThatIsOlderThanTheClassesBesideItIsAnError() throws IOException {
        writer().write("com/acme/db");
        Path later = folder.java("src/com/acme/db", "com.acme.db", "V3", "3", "");
        folder.compile(later, "classes");
        assertDiffers("com/acme/db/V3.class", "leaves this revision out");

        Files.delete(base.resolve("classes/com/acme/db/V3.class"));
        assertThat(open().headers()).hasSize(2);

        folder.file("classes/com/acme/db/V4.sql", SQL.replace("revision: 2", "revision: 4"));
        assertDiffers("com/acme/db/V4.sql", "leaves this revision out");
        Files.delete(base.resolve("classes/com/acme/db/V4.sql"));

        folder.file("classes/com/acme/db/below/b.sql", SQL.replace("revises: 1, 0", "revises: 1"));
        assertDiffers("com/acme/db/below/b.sql", "does not match");
        folder.file("classes/com/acme/db/below/b.sql", SQL.replace("SELECT 2", "SELECT 3"));
        assertDiffers("com/acme/db/below/b.sql", "does not match");
        folder.file("classes/com/acme/db/below/b.sql", SQL);

        Files.writeString(java, Files.readString(java).replace("id = \"1\"", "id = \"1\", revises = \"0\""));
        folder.compile(java, "classes");
        assertDiffers("com/acme/db/V1.class", "does not match");

        Files.delete(base.resolve("classes/com/acme/db/V1.class"));
        assertThatThrownBy(this::open)
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("com/acme/db/V1.class', which is not there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "op.execute(\"compiled anew\");",
                "new Object() { void say() { op.execute(\"compiled anew\"); } }.say();"
            })
    void anIndexThatIsOlderThanTheBodyOfAClassBesideItIsAnError(String body) throws IOException {
        folder.java("src/com/acme/db", "com.acme.db", "V1", "1", body.replace("anew", "once"));
        folder.compile(java, "classes");
        writer().write("com/acme/db");
        folder.compile(java, "classes");
        assertThat(open().headers()).hasSize(2);

        folder.java("src/com/acme/db", "com.acme.db", "V1", "1", body);
        folder.compile(java, "classes");
        assertDiffers("com/acme/db/V1.class", "does not match");

        writer().write("com/acme/db");
        assertThat(open().headers()).hasSize(2);
    }

    @Test
    void revisionsInADirectoryThatNoIndexListsAreAnError() throws IOException {
        writer().write("com/acme/db");
        folder.file("more/com/acme/db/c.sql", SQL.replace("revision: 2", "revision: 5"));
        folder.classPath(base.resolve("classes"), base.resolve("more")).locations("classpath:com/acme/db");

        assertThatThrownBy(folder::open)
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("leaves this revision out");
    }

    @Test
    void aRevisionBehindASymbolicLinkThatTheIndexLacksIsAnError() throws IOException {
        writer().write("com/acme/db");
        folder.file("elsewhere/c.sql", SQL.replace("revision: 2", "revision: 5"));
        Files.createSymbolicLink(base.resolve("classes/com/acme/db/linked"), base.resolve("elsewhere"));

        assertThatThrownBy(folder.classPath(base.resolve("classes")).locations("classpath:com/acme/db")::open)
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("leaves this revision out");
    }

    @Test
    void theIndexOfAJarIsTrusted() throws IOException {
        writer().write("com/acme/db");
        Path later = folder.java("src/com/acme/db", "com.acme.db", "V3", "3", "");
        folder.compile(later, "classes");
        Path jar = jar();
        folder.classPath(jar).locations("classpath:com/acme/db");

        assertThat(folder.ids()).containsExactly("1", "2");
    }

    private void assertDiffers(String resource, String problem) {
        assertThatThrownBy(this::open).isInstanceOfSatisfying(ScriptException.class, e -> {
            assertThat(e.problem()).contains(problem);
            assertThat(e.position().orElseThrow().file())
                    .isEqualTo(base.resolve("classes").resolve(resource).toString());
            assertThat(e.hint().orElseThrow()).contains("Retort.index(SOURCES, CLASSES, LOCATION)");
        });
    }

    private Path jar() throws IOException {
        Path jar = base.resolve("app.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> tree = Files.walk(base.resolve("classes"))) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(base.resolve("classes").relativize(file).toString()));
                out.write(Files.readAllBytes(file));
            }
        }
        return jar;
    }

    @Test
    void stableTextIsWrittenForTheSameRevisions() throws IOException {
        writer().write("com/acme/db");
        String index = Files.readString(base.resolve("classes/META-INF/retort/com/acme/db.index"));
        writer().write("com/acme/db");

        assertThat(base.resolve("classes/META-INF/retort/com/acme/db.index")).hasContent(index);
        assertThat(index.lines().filter(line -> !line.startsWith("checksum: ")))
                .containsExactly(
                        "retort-index: 1",
                        "",
                        "revision: 1",
                        "message: Does it.",
                        "api level: 1",
                        "class: com.acme.db.V1",
                        "",
                        "revision: 2",
                        "revises: 1, 0",
                        "depends on: 3",
                        "labels: shop, billing",
                        "created: 2025-06-06T15:15:00Z",
                        "message: back\\\\slash\\nsecond \\\\n line",
                        "api level: 1",
                        "resource: com/acme/db/below/b.sql");
    }

    @Test
    void describesTheRevisionsToNativeImages() throws IOException {
        writer().write("com/acme/db");

        JsonNode metadata = new ObjectMapper()
                .readTree(
                        base.resolve("classes/META-INF/native-image/dev.retort/com/acme/db/reachability-metadata.json")
                                .toFile());

        assertThat(metadata.at("/reflection/0/type").asString()).isEqualTo("com.acme.db.V1");
        assertThat(metadata.at("/reflection/0/methods/0/name").asString()).isEqualTo("<init>");
        assertThat(metadata.at("/resources/0/glob").asString()).isEqualTo("META-INF/retort/com/acme/db.index");
        assertThat(metadata.at("/resources/1/glob").asString()).isEqualTo("com/acme/db/below/b.sql");
    }

    @Test
    void aLocationWithoutIndexIsAnErrorAndNeverEmpty() {
        assertThatThrownBy(this::open).isInstanceOfSatisfying(ScriptException.class, e -> {
            assertThat(e.problem()).contains("'classpath:com/acme/db' has no index");
            assertThat(e.hint().orElseThrow()).contains("Retort.index");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "retort-index: 2\n",
                "retort-index: 1\n\nrevision: a\n",
                "retort-index: 1\n\nclass: A\n",
                "retort-index: 1\n\nrevision: a\nclass: A\nresource: a.sql\n",
                "retort-index: 1\n\nrevision: a\nclass: A\ncolour: red\n",
                "retort-index: 1\n\nrevision: a\nclass\n",
                "retort-index: 1\n\nrevision: a\nclass: A\napi level: 9\n"
            })
    void refusesAnIndexThatItCannotUnderstand(String text) {
        assertThatThrownBy(() -> ScriptIndex.parse("db.index", text, ScriptFolder.SYNTAXES))
                .isInstanceOfSatisfying(
                        ScriptException.class,
                        e -> assertThat(e.position().orElseThrow().file()).isEqualTo("db.index"));
    }

    @Test
    void refusesToIndexWhatWasNotCompiledOrCopied() throws IOException {
        Path compiled = base.resolve("classes/com/acme/db/V1.class");
        byte[] bytes = Files.readAllBytes(compiled);
        Files.delete(compiled);
        assertThatThrownBy(() -> writer().write("com/acme/db")).isInstanceOfSatisfying(ScriptException.class, e -> {
            assertThat(e.problem()).contains("com/acme/db/V1.class");
            assertThat(e.position().orElseThrow().file()).isEqualTo(java.toString());
        });
        Files.write(compiled, bytes);
        Files.delete(base.resolve("classes/com/acme/db/below/b.sql"));
        assertThatThrownBy(() -> writer().write("com/acme/db")).hasMessageContaining("com/acme/db/below/b.sql");
        assertThat(base.resolve("classes/META-INF")).doesNotExist();
    }

    @Test
    void refusesToLeaveOutWhatIsPackagedBelowTheLocation() throws IOException {
        Map<String, String> leftOut = Map.of("src", "com/acme/db/below/b.sql", "resources", "com/acme/db/V1.class");
        leftOut.forEach((root, resource) -> assertThatThrownBy(
                        () -> writer(root).write("com/acme/db"))
                .isInstanceOfSatisfying(ScriptException.class, e -> {
                    assertThat(e.problem()).contains("leave this revision out");
                    assertThat(e.position().orElseThrow().file())
                            .isEqualTo(base.resolve("classes").resolve(resource).toString());
                }));
        assertThat(base.resolve("classes/META-INF")).doesNotExist();
    }

    @Test
    void takesNoOtherFileForAPackagedRevision() throws IOException {
        Path helper = folder.file(
                "src/com/acme/db/Reading.java",
                "package com.acme.db; class Reading { Object a = dev.retort.migration.Revision.class; }");
        folder.compile(helper, "classes");
        folder.file("classes/com/acme/other/c.sql", SQL);
        folder.file("classes/com/acme/db/.old/c.sql", SQL);
        folder.file("classes/com/acme/db/notes.txt", "-- revision: 3");

        assertThat(writer().write("com/acme/db")).isEqualTo(2);
    }

    @Test
    void refusesLocationsThatAreNotThere() {
        assertThatThrownBy(() -> writer().write("com/acme/none"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("com/acme/none");
    }

    @Test
    void refusesSourceRootsThatAreNone() {
        assertThatThrownBy(() -> new IndexWriter(
                                List.of(base.resolve("src/com")), base.resolve("classes"), ScriptFolder.SYNTAXES)
                        .write("acme/db"))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("Its package begins in");
    }

    @Test
    void saysWhenAnIndexedClassOrResourceIsMissing() throws IOException {
        writer().write("com/acme/db");
        Files.delete(base.resolve("classes/com/acme/db/V1.class"));
        Files.delete(base.resolve("classes/com/acme/db/below/b.sql"));
        folder.classPath(jar()).locations("classpath:com/acme/db");

        assertThatThrownBy(() -> folder.open().load(List.of("1")))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("'com.acme.db.V1' is not on the class path");
        assertThatThrownBy(() -> folder.open().load(List.of("2")))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("'com/acme/db/below/b.sql', which is not on the class path");
    }

    private IndexWriter writer() {
        return writer("src", "resources");
    }

    private IndexWriter writer(String... roots) {
        return new IndexWriter(
                Stream.of(roots).map(base::resolve).toList(), base.resolve("classes"), ScriptFolder.SYNTAXES);
    }

    private ScriptDirectory open() {
        return folder.classPath(base.resolve("classes"))
                .locations("classpath:com/acme/db")
                .open();
    }
}
