package dev.retort.tests.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.tests.shell.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entities are read from classes; whatever is wrong with these, the answer is never that there are no differences. */
@Order(2)
class StaleClassesIT {

    private static final String CUSTOMER = "com/example/pos/model/Customer";
    private static final String PROGRAM = "com/example/pos/model/LoyaltyProgram";

    /** The example with its classes, on a SQLite file with the schema of these. */
    @TempDir
    private static Path compiled;

    @TempDir
    private Path directory;

    @BeforeAll
    static void compileTheExample() throws Exception {
        ExampleProject.copiedInto(compiled);
        Shell.Outcome outcome = new Shell(compiled, Map.of()).run("""
                cp -r changes/2-loyalty-programs/src .
                retort revision --autogenerate -m "create all"
                retort upgrade head
                """);
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    }

    @BeforeEach
    void copyIt() throws IOException {
        try (Stream<Path> files = Files.walk(compiled)) {
            for (Path file : files.skip(1).toList()) {
                Files.copy(
                        file,
                        directory.resolve(compiled.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @Test
    void aChangedSourceIsCompiledBeforeItIsCompared() throws Exception {
        change(CUSTOMER);

        Shell.Outcome outcome = run("retort check");

        assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(3);
        assertThat(outcome.output()).contains("add column customers.nickname").doesNotContain("No differences");
    }

    @Test
    void aRemovedSourceTakesItsTableAlong() throws Exception {
        Files.delete(source(PROGRAM));

        Shell.Outcome outcome = run("retort check");

        assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(3);
        assertThat(outcome.output()).contains("drop table loyalty_programs").doesNotContain("No differences");
    }

    @Test
    void aClassWithoutSourceThatMavenKnowsNothingOfIsNamed() throws Exception {
        Files.delete(source(PROGRAM));

        assertRefused(
                "rm -r target/maven-status && retort check",
                "target/classes/" + PROGRAM + ".class",
                "mvn clean compile");
    }

    @Test
    void aSourceThatAPluginAddedFromElsewhereIsFound() throws Exception {
        Path elsewhere = directory.resolve("src/main/more/" + PROGRAM + ".java");
        Files.createDirectories(elsewhere.getParent());
        Files.move(source(PROGRAM), elsewhere);

        Shell.Outcome outcome = run("rm -r target/maven-status && retort check");

        assertThat(outcome.output()).contains("No differences");
    }

    @Test
    void whereCompilingIsLeftToThePersonTheCommandIsNamed() throws Exception {
        change(CUSTOMER);

        assertRefused("retort check --set compile=check", "src/main/java/" + CUSTOMER + ".java", "mvn compile");
        assertRefused("retort revision --autogenerate -m x --set compile=check", "mvn compile");
    }

    @Test
    void whereCompilingIsLeftToThePersonAClassWithoutSourceIsNamed() throws Exception {
        Files.delete(source(PROGRAM));

        assertRefused("retort check --set compile=check", "target/classes/" + PROGRAM + ".class", "mvn clean compile");
    }

    @Test
    void aSourceThatDoesNotCompileIsAnErrorWithTheCompilersWords() throws Exception {
        Files.writeString(source(CUSTOMER), "class Customer {");

        assertRefused("retort check", "The application does not compile.", "reached end of file");
    }

    @Test
    void aClassOfANewerJavaIsAnErrorThatSaysSo() throws Exception {
        Path file = directory.resolve("target/classes/" + CUSTOMER + ".class");
        byte[] bytes = Files.readAllBytes(file);
        bytes[7] = (byte) 200;
        Files.write(file, bytes);

        assertRefused("retort check", "was compiled for Java 156", "Run Retort with Java 156");
    }

    @Test
    void aPackageWithoutEntitiesIsAnErrorAndNotAnEmptySchema() throws Exception {
        assertRefused(
                "retort check --set entity_packages=com.example.pos.modle",
                "No entities were found in 'com.example.pos.modle'");
    }

    @Test
    void whatWasSeenIsSaid() throws Exception {
        Shell.Outcome outcome = run("retort check");

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("4 entities in com.example.pos.model", "No differences");
    }

    private void assertRefused(String command, String... words) throws Exception {
        List<String> before = new ExampleProject(directory).revisionFiles();
        Shell.Outcome outcome = run(command);

        assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(1);
        assertThat(outcome.output())
                .contains(words)
                .doesNotContainIgnoringCase("no differences")
                .doesNotContain("\u001b");
        assertThat(new ExampleProject(directory).revisionFiles()).isEqualTo(before);
    }

    private Shell.Outcome run(String command) throws Exception {
        return new Shell(directory, Map.of()).run(command);
    }

    private Path source(String name) {
        return directory.resolve("src/main/java/" + name + ".java");
    }

    private void change(String name) throws IOException {
        Path source = source(name);
        String text = Files.readString(source);
        int end = text.lastIndexOf('}');
        Files.writeString(source, text.substring(0, end) + "\n    private String nickname;\n}\n");
        // Of file systems that count whole seconds, too.
        Files.setLastModifiedTime(
                directory.resolve("target/classes/" + name + ".class"),
                FileTime.from(Instant.now().minusSeconds(10)));
    }
}
