package dev.retort.tests.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.tests.shell.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    @TempDir
    private Path directory;

    @Test
    void startsThroughALinkAndFromADirectoryWithASpaceInItsName() throws Exception {
        Path elsewhere = Files.createDirectory(directory.resolve("some where"));

        Shell.Outcome outcome =
                new Shell(elsewhere, Map.of()).run("ln -s \"$(command -v retort)\" 'a link'\n'./a link' --version");

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("\nretort ");
    }

    @Test
    void saysWhatIsMissingWhereThereIsNoJava() throws Exception {
        Shell.Outcome outcome = new Shell(directory, Map.of("JAVA_HOME", directory.toString())).run("retort --version");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).contains("retort: no Java is found; install a JDK of version 17 or later");
    }

    @Test
    void makesOneArchiveOfClassesHoweverManyStartAtOnce() throws Exception {
        Shell shell = copyThatMakesAnArchive("copy", directory);

        assertThat(shell.run("RETORT_JAVA_OPTS=-Xlog:class+load:file=loaded.txt copy/bin/retort --version")
                        .exitCode())
                .isZero();
        assertThat(Files.readAllLines(directory.resolve("loaded.txt")))
                .filteredOn(line -> line.contains("picocli.CommandLine source:"))
                .singleElement()
                .asString()
                .contains("shared objects file");
    }

    @Test
    void unpacksTheLibraryOfSqlitesDriverOnceAndForAll() throws Exception {
        Shell.Outcome outcome = copyThatMakesAnArchive("copy", directory).run("""
                copy/bin/retort init migrations
                RETORT_JAVA_OPTS=-Dorg.sqlite.tmpdir=/nowhere DATABASE_URL=jdbc:sqlite:shop.db copy/bin/retort current --json
                """);

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    }

    @Test
    void startsFromAnArchiveInADirectoryWithASpaceInItsName() throws Exception {
        Path cache = Files.createDirectory(directory.resolve("a cache"));

        Shell.Outcome outcome = copyThatMakesAnArchive("copy", cache).run("copy/bin/retort --version");

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    }

    /** Java takes no more than its own classes from it there. */
    @Test
    void makesAnArchiveAlsoWhereTheDirectoryHasASpaceInItsName() throws Exception {
        Shell.Outcome outcome = copyThatMakesAnArchive("a copy", directory).run("'a copy/bin/retort' --version");

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    }

    /** Starts a copy of the program several times at once, and waits until there is one archive. */
    private Shell copyThatMakesAnArchive(String copy, Path caches) throws Exception {
        Path cache = caches.resolve("retort");
        Shell shell = new Shell(directory, Map.of("XDG_CACHE_HOME", caches.toString(), "RETORT_NO_ARCHIVE", ""));
        Shell.Outcome outcome = shell.run("""
                cp -r "$(dirname "$(command -v retort)")/.." 'COPY'
                for start in 1 2 3; do 'COPY/bin/retort' --version & done
                wait
                """.replace("COPY", copy));
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        waitUntilNobodyMakesAnArchive(cache);
        assertThat(names(cache)).filteredOn(name -> name.endsWith(".jsa")).hasSize(1);
        assertThat(names(cache))
                .as("the archive and the directory of the native library")
                .hasSize(2);
        return shell;
    }

    private static void waitUntilNobodyMakesAnArchive(Path cache) throws IOException, InterruptedException {
        try (WatchService watch = cache.getFileSystem().newWatchService()) {
            cache.register(watch, StandardWatchEventKinds.ENTRY_DELETE);
            while (names(cache).stream().anyMatch(name -> name.endsWith(".claim"))) {
                WatchKey key = watch.poll(3, TimeUnit.MINUTES);
                assertThat(key).as("something changes in " + names(cache)).isNotNull();
                key.pollEvents();
                key.reset();
            }
        }
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
