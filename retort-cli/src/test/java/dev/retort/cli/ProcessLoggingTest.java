package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the process itself says, beside the program in it. */
@Tag("jdk")
class ProcessLoggingTest {

    @TempDir
    private Path directory;

    @Test
    void whatDriversLogWhileTheyConnectStaysOffTheTerminal() throws Exception {
        Files.writeString(
                directory.resolve("retort.toml"),
                "url = \"jdbc:postgresql://127.0.0.1:1/a?user=bob&password=s3cret&loginTimeout=abc\"\n");
        Files.createDirectories(directory.resolve("migrations/versions"));

        Process process = program("current").redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(ExitCode.FAILURE);
        assertThat(said).startsWith("error: The database ").doesNotContain("s3cret");
    }

    @Test
    void whatARevisionPrintsIsNoPartOfTheResult() throws Exception {
        Files.writeString(directory.resolve("retort.toml"), "url = \"jdbc:h2:mem:x\"\n");
        Path versions = Files.createDirectories(directory.resolve("migrations/versions"));
        Files.writeString(versions.resolve("Vae10.java"), """
                import dev.retort.migration.*;

                @Revision(id = "ae10")
                public final class Vae10 implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        op.run(connection -> System.out.println("two rows moved"));
                    }

                    @Override
                    public void downgrade(Operations op) {}
                }
                """);

        Process process = program("upgrade", "--json")
                .redirectError(directory.resolve("err").toFile())
                .start();
        String result = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(result).startsWith("{\"steps\"");
        assertThat(directory.resolve("err")).content().contains("two rows moved");
    }

    private ProcessBuilder program(String... arguments) {
        List<String> call = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                Main.class.getName()));
        call.addAll(List.of(arguments));
        return new ProcessBuilder(call).directory(directory.toFile());
    }

    /** The program's class path without the logging of the test libraries, which would take the records. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("slf4j"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
