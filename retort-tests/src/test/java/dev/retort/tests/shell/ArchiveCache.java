package dev.retort.tests.shell;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A user's cache folder in which the program has made its archive of classes.
 *
 * @param folder what XDG_CACHE_HOME says
 */
public record ArchiveCache(Path folder) {

    /** Other tests would otherwise starve what is made in the background. */
    private static final String AT_FULL_PRIORITY = """
            mkdir -p full-priority
            printf '#!/bin/sh\\nexec "$@"\\n' >full-priority/nice
            chmod +x full-priority/nice
            PATH=$PWD/full-priority:$PATH
            """;

    /** The one that shells start from unless they say otherwise; each Java has its own. */
    static ArchiveCache shared() {
        return Shared.CACHE;
    }

    /** Starts a program several times at once where there is no archive yet, and waits until nobody makes one any more. */
    public static ArchiveCache madeBy(String program, Path directory, Path folder)
            throws IOException, InterruptedException {
        Path cache = folder.resolve("retort");
        Shell.Outcome outcome = new Shell(
                        directory, Map.of("XDG_CACHE_HOME", folder.toString(), "RETORT_NO_ARCHIVE", ""))
                .run(AT_FULL_PRIORITY + """
                        for start in 1 2 3; do 'PROGRAM' --version & done
                        wait
                        """.replace("PROGRAM", program));
        if (outcome.exitCode() != 0) {
            throw new IllegalStateException(outcome.output());
        }
        try (WatchService watch = cache.getFileSystem().newWatchService()) {
            cache.register(watch, StandardWatchEventKinds.ENTRY_DELETE);
            while (names(cache).stream().anyMatch(name -> name.endsWith(".claim"))) {
                WatchKey key = watch.poll(10, TimeUnit.MINUTES);
                if (key == null) {
                    throw new IllegalStateException("Nothing changes in " + names(cache) + ".");
                }
                key.pollEvents();
                key.reset();
            }
        }
        return new ArchiveCache(folder);
    }

    /** The beginning of a command that starts a class of the tests from the program's jars and archive. */
    public static List<String> javaWith(Path classes) throws IOException {
        Path cache = shared().folder().resolve("retort");
        Path lib = Shell.LAUNCHER.resolveSibling("lib").toRealPath();
        Path archive = archive(cache);
        List<String> classPath = new ArrayList<>();
        try (Stream<Path> jars = Files.list(lib)) {
            jars.map(Path::toString)
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .forEach(classPath::add);
        }
        classPath.add(classes.toString());
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:SharedArchiveFile=" + archive,
                "-Dretort.sqlite.library=" + archive.toString().replaceFirst("\\.jsa$", ""),
                "-cp",
                String.join(File.pathSeparator, classPath));
    }

    private static Path archive(Path cache) throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.filter(file -> file.toString().endsWith(".jsa"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No archive was made in " + cache + "."));
        }
    }

    /** The names of what the program has laid into it. */
    public List<String> names() throws IOException {
        return names(folder.resolve("retort"));
    }

    private static List<String> names(Path cache) throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    /** Made when the first shell starts; stays for the next run of the tests, as the program uses it only where it fits. */
    private static final class Shared {

        static final ArchiveCache CACHE = made();

        private static ArchiveCache made() {
            String java = Integer.toHexString(System.getProperty("java.home").hashCode());
            Path folder = Path.of("target", "cache-" + java).toAbsolutePath();
            try {
                Files.createDirectories(folder);
                return madeBy(Shell.LAUNCHER.resolve("retort").toString(), folder, folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException("The test was stopped while the archive was made.", e);
            }
        }
    }
}
