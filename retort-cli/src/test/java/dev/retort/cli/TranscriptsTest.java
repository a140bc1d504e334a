package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command and its options, as a person sees them. {@code -Dretort.transcripts=write} writes the answers of today, to be reviewed. */
class TranscriptsTest {

    private static final Path SCRIPTS = Path.of("src/test/resources/scripts");

    static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void theProgramAnswersAsTheTranscriptSays(Path script, @TempDir Path directory) throws Exception {
        String actual =
                Transcript.read(script).replayed(new ScriptedProject(directory)).text();

        if ("write".equals(System.getProperty("retort.transcripts"))) {
            Files.writeString(script, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(script));
    }
}
