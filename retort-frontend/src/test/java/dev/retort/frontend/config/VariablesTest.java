package dev.retort.frontend.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.error.SourcePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where values are looked for. The name is that of a property that every Java has. */
class VariablesTest {

    private static final String NAME = "java.specification.version";

    @TempDir
    private Path directory;

    @BeforeEach
    void writeTheFile() throws IOException {
        Files.writeString(directory.resolve(".env"), NAME + "=of the file\n");
    }

    @Test
    void aSystemPropertyComesBeforeTheEnvironment() {
        assertThat(resolved(Map.of(), Map.of(NAME, "of the environment"))).isEqualTo(System.getProperty(NAME));
    }

    @Test
    void whatIsGivenComesBeforeASystemProperty() {
        assertThat(resolved(Map.of(NAME, "given"), Map.of())).isEqualTo("given");
    }

    @Test
    void aSystemPropertyComesBeforeTheFileAndTheDefault() {
        assertThat(resolved(Map.of(), Map.of())).isEqualTo(System.getProperty(NAME));
    }

    private String resolved(Map<String, String> given, Map<String, String> environment) {
        return new Variables(given, environment, directory)
                .resolve("${" + NAME + ":of the default}", "url", SourcePosition.of("retort.toml"));
    }
}
