package dev.retort.tests.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.tests.shell.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The program of a checkout builds itself when it has to. What stands in for Maven writes down that it was called. */
class CheckoutTest {

    private static final List<String> MODULES =
            List.of("retort-core", "retort-jpa", "retort-rows", "retort-frontend", "retort-cli");
    private static final String SOURCE = "retort-core/src/main/java/A.java";

    @TempDir
    private Path directory;

    private Path checkout;
    private Shell shell;

    @BeforeEach
    void copyTheProgram() throws IOException {
        checkout = Files.createDirectories(directory.resolve("a checkout"));
        Files.copy(Path.of("..", "retort"), checkout.resolve("retort"));
        Files.createFile(checkout.resolve("pom.xml"));
        for (String module : MODULES) {
            Files.createDirectories(checkout.resolve(module + "/src/main/java"));
            Files.createFile(checkout.resolve(module + "/pom.xml"));
        }
        Files.createFile(checkout.resolve(SOURCE));
        Path bin = Files.createDirectory(directory.resolve("bin"));
        executable(bin.resolve("mvn"), """
                #!/bin/sh
                echo "$*" >>'CHECKOUT/calls'
                [ ! -e 'CHECKOUT/broken' ] || exit 1
                mkdir -p 'CHECKOUT/retort-cli/target/distribution/retort/bin'
                cp 'CHECKOUT/../program' 'CHECKOUT/retort-cli/target/distribution/retort/bin/retort'
                """.replace("CHECKOUT", checkout.toString()));
        executable(directory.resolve("program"), "#!/bin/sh\necho \"runs $* in $PWD\"\n");
        shell = new Shell(
                Files.createDirectory(directory.resolve("elsewhere")),
                Map.of("PATH", bin + ":" + System.getenv("PATH")));
        setAllTimes(Instant.parse("2025-06-06T15:15:00Z"));
    }

    @Test
    void buildsOnFirstUseOnlyAndRunsWhereItIsCalled() throws Exception {
        String output = done("""
                ln -s '../a checkout/retort' link
                ./link upgrade head
                '../a checkout/retort' current
                """);

        assertThat(output)
                .containsOnlyOnce("Building Retort ...")
                .contains("runs upgrade head in " + shell.directory().toRealPath())
                .contains("runs current in " + shell.directory().toRealPath());
        assertThat(calls()).singleElement().asString().contains("-f " + checkout.toRealPath() + "/pom.xml", "package");
    }

    @Test
    void buildsAgainWhenASourceWasChangedAddedOrRemoved() throws Exception {
        done("'../a checkout/retort' heads");
        Path source = checkout.resolve(SOURCE);

        Files.setLastModifiedTime(source, later());
        done("'../a checkout/retort' heads");
        assertThat(calls()).hasSize(2);

        setAllTimes(Instant.parse("2025-06-06T15:15:00Z"));
        done("'../a checkout/retort' heads");
        assertThat(calls()).hasSize(2);

        Files.delete(source);
        done("'../a checkout/retort' heads");
        assertThat(calls()).hasSize(3);
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void buildsAgainWhenASourceOfAnyModuleInTheProgramWasAdded(String module) throws Exception {
        done("'../a checkout/retort' heads");

        Path source = Files.createFile(checkout.resolve(module + "/src/main/java/B.java"));
        Files.setLastModifiedTime(source, later());
        done("'../a checkout/retort' heads");

        assertThat(calls()).hasSize(2);
    }

    @Test
    void saysThatABuildFailedAndBuildsAgainTheNextTime() throws Exception {
        Files.createFile(checkout.resolve("broken"));

        Shell.Outcome outcome = shell.run("'../a checkout/retort' heads");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).contains("retort: the build failed").doesNotContain("runs heads");

        Files.delete(checkout.resolve("broken"));
        assertThat(done("'../a checkout/retort' heads")).contains("runs heads");
        assertThat(calls()).hasSize(2);
    }

    private String done(String commands) throws Exception {
        Shell.Outcome outcome = shell.run(commands);
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        return outcome.output();
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(checkout.resolve("calls"));
    }

    private static FileTime later() {
        return FileTime.from(Instant.now().plusSeconds(60));
    }

    private void setAllTimes(Instant time) throws IOException {
        for (String part : List.of(
                "pom.xml",
                "retort-core",
                "retort-jpa",
                "retort-rows",
                "retort-frontend",
                "retort-cli/pom.xml",
                "retort-cli/src")) {
            try (Stream<Path> files = Files.walk(checkout.resolve(part))) {
                for (Path file : files.toList()) {
                    Files.setLastModifiedTime(file, FileTime.from(time));
                }
            }
        }
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
