package dev.retort.tests.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.tests.shell.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person is told whose class path lacks what the entities need. */
class MissingLibraryTest {

    private static final String API = "jakarta.persistence-api";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"SIX, check", "SEVEN, check", "SIX, revision --autogenerate -m x"})
    void anEntityWithoutTheApiOfItsAnnotationsIsNamedWithTheLibrary(Hibernate hibernate, String command)
            throws Exception {
        List<Path> withoutApi = hibernate.classPath().stream()
                .filter(place -> !place.getFileName().toString().startsWith(API))
                .toList();
        assertThat(withoutApi).hasSize(hibernate.classPath().size() - 1);

        refusesTheEntity(withoutApi, command);
    }

    @ParameterizedTest
    @CsvSource({"check", "revision --autogenerate -m x"})
    void anEntityWithoutAnyLibraryIsNamedWithTheLibrary(String command) throws Exception {
        refusesTheEntity(List.of(Hibernate.ENTITIES), command);
    }

    private void refusesTheEntity(List<Path> classPath, String command) throws Exception {
        Path revisions = Files.createDirectories(folder.resolve("migrations/versions"));
        Files.writeString(folder.resolve("retort.toml"), settings(classPath));

        Shell.Outcome outcome = new Shell(folder, Map.of()).run("retort " + command);

        assertThat(outcome.output()).endsWith("""
                        error: Class dev.retort.tests.entities.before.Coupon needs the class jakarta.persistence.Entity, which is missing.
                        Add jakarta.persistence:jakarta.persistence-api to the application's dependencies, or its jar to 'classpath'.
                        """).doesNotContain("\tat ");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(revisions).isEmptyDirectory();
    }

    private static String settings(List<Path> classPath) throws IOException {
        return """
                url = "jdbc:sqlite:db"
                script_location = "migrations"
                entity_packages = ["dev.retort.tests.entities.before"]
                compile = "off"
                classpath = [%s]
                """.formatted(classPath.stream().map(place -> "'" + place + "'").collect(Collectors.joining(", ")));
    }
}
