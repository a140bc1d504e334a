package dev.retort.script.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("jdk")
class CompileCacheTest {

    @TempDir
    Path base;

    @Test
    void keepingABatchRemovesWhatNobodyHasUsedForDays() throws IOException {
        List<Path> inUse = List.of(compiled("V1"), compiled("V2"));
        Path replaced = compiled("V3");
        Path abandoned = Files.createDirectory(directory().resolve(".new-of-a-process-that-died"));
        Files.writeString(base.resolve("V3.java"), "public class V3 { int changed; }");
        for (Path old : List.of(inUse.get(0), replaced, abandoned)) {
            Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(5))));
        }

        compile("V1", "V2", "V3");

        assertThat(batches()).hasSize(3).containsAll(inUse).doesNotContain(replaced, abandoned);
    }

    @Test
    void whatIsOutOfDateStaysWhileAnotherProcessMayUseIt() throws IOException {
        Path replaced = compiled("V1");
        Files.writeString(base.resolve("V1.java"), "public class V1 { int changed; }");

        compile("V1");

        assertThat(batches()).hasSize(2).contains(replaced);
    }

    @Test
    void aHelperIsReadOnceForAllBatches() throws IOException {
        Path helper = Files.writeString(base.resolve("Helper.java"), "class Helper {}");
        String digest = CompiledBatch.digest(helper);
        CompiledBatch batch = new CompiledBatch(base, List.of(), List.of(), Map.of(helper, digest), Map.of());
        Map<Path, String> digests = new HashMap<>();

        assertThat(batch.isCurrent(digests)).isTrue();
        Files.delete(helper);
        assertThat(batch.isCurrent(digests)).isTrue();
        assertThat(batch.isCurrent(new HashMap<>())).isFalse();
    }

    /** Where users have groups of their own, what a program writes is the group's too. */
    @ParameterizedTest
    @ValueSource(strings = {"batch/V1.class", "batch/batch.list", "cache/.gitignore"})
    void whatLiesInAClosedDirectoryIsLoadedWhateverItsRights(String place) throws IOException {
        Path batch = compiled("V1");
        open(place, batch, "rw-rw-r--");

        compile("V1");

        assertThat(batches()).containsExactly(batch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cache", "cache/classes"})
    void aCacheOfOursThatOthersCanWriteIsClosed(String place) throws IOException {
        Path batch = compiled("V1");
        Path open = open(place, batch, "rwxrwxr-x");

        compile("V1");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open)))
                .isEqualTo("rwx------");
        assertThat(batches()).containsExactly(batch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwxrwx", "rwxrwxr-x", "rwx--x--x"})
    void aBatchThatOthersCanEnterIsNeitherLoadedNorTouched(String rights) throws IOException {
        Path batch = compiled("V1");
        open("batch", batch, rights);
        FileTime before = Files.getLastModifiedTime(batch);

        try (CompileCache cache = new CompileCache(base.resolve("cache"))) {
            CompiledScripts scripts = compile(cache, "V1");

            assertThat(scripts.directories().get("V1")).isNotEqualTo(batch);
            assertThat(batches()).hasSize(2);
            assertThat(Files.getLastModifiedTime(batch)).isEqualTo(before);
        }
    }

    /** Gives a directory or file of the cache these rights. */
    private Path open(String place, Path batch, String rights) throws IOException {
        Path open = place.startsWith("batch")
                ? batch.resolve(place.substring("batch".length()).replaceFirst("^/", ""))
                : base.resolve(place);
        return Files.setPosixFilePermissions(open, PosixFilePermissions.fromString(rights));
    }

    @Test
    void anEarlierVersionOfARevisionIsNotLoadedFromTheBatchOfAnotherOne() throws IOException {
        Files.writeString(base.resolve("V1.java"), "public class V1 {}");
        Files.writeString(base.resolve("V2.java"), "public class V2 {}");
        compile("V1", "V2");
        Path both = batches().get(0);
        Files.writeString(base.resolve("V2.java"), "public class V2 { class Inner {} }");
        compile("V2");
        Path changed = batches().stream()
                .filter(batch -> !batch.equals(both))
                .findFirst()
                .orElseThrow();
        for (List<String> order : List.of(List.of("V1", "V2"), List.of("V2", "V1"))) {
            try (CompileCache cache = new CompileCache(base.resolve("cache"))) {
                CompiledScripts scripts = compile(cache, order.toArray(String[]::new));

                assertThat(scripts.directories())
                        .as(order.toString())
                        .containsEntry("V1", both)
                        .containsEntry("V2", changed)
                        .containsEntry("V2$Inner", changed);
            }
        }
    }

    @Test
    void aLinkToADirectoryIsNotTakenForTheCache() throws IOException {
        Path elsewhere = Files.createDirectories(base.resolve("elsewhere"));
        Files.createSymbolicLink(base.resolve("cache"), elsewhere);

        Files.writeString(base.resolve("V1.java"), "public class V1 {}");
        compile("V1");

        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void theCacheIsThisUsersAlone() throws IOException {
        compiled("V1");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory())))
                .isEqualTo("rwx------");
    }

    /** The batch of a revision that is compiled alone. */
    private Path compiled(String name) throws IOException {
        Files.writeString(base.resolve(name + ".java"), "public class " + name + " {}");
        List<Path> before = Files.isDirectory(directory()) ? batches() : List.of();
        compile(name);
        List<Path> after = new ArrayList<>(batches());
        after.removeAll(before);
        return after.get(0);
    }

    private void compile(String... names) {
        try (CompileCache cache = new CompileCache(base.resolve("cache"))) {
            compile(cache, names);
        }
    }

    private CompiledScripts compile(CompileCache cache, String... names) {
        return new ScriptCompiler(Path::toString, ScriptClassPath.of(List.of()), cache)
                .compile(Stream.of(names)
                        .map(name -> new CompilationUnit(base.resolve(name + ".java"), base, name))
                        .toList());
    }

    private Path directory() {
        return base.resolve("cache/classes");
    }

    private List<Path> batches() throws IOException {
        try (Stream<Path> entries = Files.list(directory())) {
            return entries.toList();
        }
    }
}
