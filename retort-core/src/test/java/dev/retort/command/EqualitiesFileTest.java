package dev.retort.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EqualitiesFileTest {

    @TempDir
    private Path project;

    private Path directory;
    private Path path;
    private EqualitiesFile file;

    @BeforeEach
    void open() {
        directory = project.resolve(".retort");
        path = directory.resolve("equal-definitions");
        file = new EqualitiesFile(directory);
    }

    @Test
    void whatIsKeptIsReadAgainAndGrows() throws IOException {
        assertThat(file.read()).isEmpty();

        file.keep(hashes(5, 7));
        file.keep(hashes(1, 6));

        assertThat(file.read()).isEqualTo(hashes(1, 7));
        assertThat(Files.readAllLines(path)).isSorted().hasSize(6);
        assertThat(directory.resolve(".gitignore")).hasContent("*");
        assertThat(names()).containsExactly(".gitignore", "equal-definitions");
    }

    @Test
    void aComparisonThatComesToKnowNothingNewWritesNothing() throws IOException {
        file.keep(Set.of());
        assertThat(directory).doesNotExist();

        file.keep(hashes(1, 5));
        Object before = Files.readAttributes(path, "*").get("fileKey");
        file.keep(hashes(2, 4));

        assertThat(Files.readAttributes(path, "*").get("fileKey")).isEqualTo(before);
    }

    @Test
    @Timeout(60)
    void aPipeInItsPlaceIsNotReadAndIsReplaced() throws Exception {
        file.keep(Set.of());
        Files.createDirectories(directory);
        assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor())
                .isZero();

        assertThat(file.read()).isEmpty();
        file.keep(hashes(0, 2));
        assertThat(file.read()).isEqualTo(hashes(0, 2));
    }

    @Test
    void aFileThatIsFarTooLargeIsNotReadAndIsReplaced() throws IOException {
        file.keep(hashes(0, 2));
        try (RandomAccessFile sparse = new RandomAccessFile(path.toFile(), "rw")) {
            sparse.setLength(5_000_000_000L);
        }

        assertThat(file.read()).isEmpty();
        file.keep(hashes(0, 2));
        assertThat(file.read()).isEqualTo(hashes(0, 2));
    }

    @Test
    void whatWasNotUsedIsDroppedWhenThereIsTooMuchOfIt() {
        file.keep(hashes(0, EqualitiesFile.MOST));
        assertThat(file.read()).hasSize(EqualitiesFile.MOST);

        file.keep(hashes(100, 110));
        assertThat(file.read()).hasSize(EqualitiesFile.MOST);

        Set<String> used = hashes(100, EqualitiesFile.MOST + 110);
        file.keep(used);
        assertThat(file.read()).isEqualTo(used);
    }

    @ParameterizedTest
    @ValueSource(strings = {"half a hash", "\n", "\u0000\u0000\u0000", "<<<<<<< ours\n", "../../../etc/passwd"})
    void aDamagedFileIsIgnoredAndReplaced(String damage) throws IOException {
        file.keep(hashes(1, 5));
        Files.writeString(path, Files.readString(path) + damage);
        assertThat(file.read()).isEmpty();

        file.keep(hashes(1, 3));

        assertThat(file.read()).isEqualTo(hashes(1, 3));
    }

    @Test
    void bytesThatAreNoTextAreIgnored() throws IOException {
        Files.createDirectories(directory);
        Files.write(path, new byte[] {(byte) 0xc3, 0x28, (byte) 0xff});

        assertThat(file.read()).isEmpty();
    }

    @Test
    void whereNothingCanBeWrittenNothingIsKept() throws IOException {
        Files.writeString(directory, "a file, not a directory");

        file.keep(hashes(1, 5));

        assertThat(file.read()).isEmpty();
        assertThat(directory).hasContent("a file, not a directory");
    }

    @Test
    void whatOthersMayHaveWrittenIsIgnored() throws IOException {
        file.keep(hashes(1, 5));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw----"));

        assertThat(file.read()).isEmpty();
    }

    @Test
    void processesThatWriteAtOnceLeaveAWholeFile() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> running = IntStream.range(0, 8)
                    .<Future<?>>mapToObj(writer -> writers.submit(() -> {
                        for (int round = 0; round < 20; round++) {
                            new EqualitiesFile(directory).keep(hashes(writer * 20 + round, writer * 20 + round + 1));
                            assertThat(Set.copyOf(hashes(0, 160))).containsAll(new EqualitiesFile(directory).read());
                        }
                    }))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            writers.shutdown();
        }

        assertThat(file.read()).isNotEmpty();
        assertThat(names()).containsExactly(".gitignore", "equal-definitions");
    }

    @Test
    void aProjectWhoseRevisionsAreOnTheClassPathHasNone() {
        Settings settings = Settings.empty(project);

        assertThat(EqualitiesFile.of(settings)).isPresent();
        assertThat(EqualitiesFile.of(settings.with(ConfigKey.SCRIPT_LOCATION, "classpath:db")))
                .isEmpty();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private static Set<String> hashes(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> String.format("%043d", number))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
