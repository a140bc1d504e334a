package dev.retort.frontend.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.config.ConfigKey;
import dev.retort.error.Advice;
import dev.retort.error.ConfigurationException;
import dev.retort.error.SourcePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {

    private static final ConfigurationFile.Wording WORDING = new ConfigurationFile.Wording(
            "<config>", Advice.of("Begin a project with the goal init."), Advice.of("Correct <config>."));

    @TempDir
    private Path directory;

    @Test
    void theNearestFileUpwardsIsFound() throws IOException {
        Path file = Files.createFile(directory.resolve(ConfigurationFile.NAME));
        Path below = Files.createDirectories(directory.resolve("a/b"));

        assertThat(ConfigurationFile.find(null, Map.of(), below, WORDING)).isEqualTo(file);
    }

    @Test
    void whatIsMissingIsSaidInTheWordsOfTheFrontEnd() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ConfigurationFile.find(Path.of("other.toml"), Map.of(), directory, WORDING))
                .withMessageEndingWith("other.toml, named by <config>, does not exist.")
                .satisfies(e -> assertThat(e.hint()).contains("Correct <config>."));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(
                        () -> ConfigurationFile.find(null, Map.of("RETORT_CONFIG", "third.toml"), directory, WORDING))
                .withMessageEndingWith("third.toml, named by RETORT_CONFIG, does not exist.");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ConfigurationFile.find(null, Map.of(), directory, WORDING))
                .satisfies(e -> assertThat(e.hint()).contains("Begin a project with the goal init."));
    }

    @Test
    void theEnvironmentIsTheNamedOneOrTheOneOfTheVariableOrNone() {
        Map<String, String> variables = Map.of("RETORT_ENV", "production");

        assertThat(ConfigurationReader.environmentName("test", variables)).isEqualTo("test");
        assertThat(ConfigurationReader.environmentName(null, variables)).isEqualTo("production");
        assertThat(ConfigurationReader.environmentName(null, Map.of())).isEmpty();
    }

    @Test
    void aNamingConventionIsATable() throws IOException {
        Path file = Files.writeString(directory.resolve(ConfigurationFile.NAME), """
                [naming_convention]
                ix = "ix_%(column_0_label)s"
                ck = "ck_%(table_name)s_%(constraint_name)s"
                """);

        assertThat(ConfigurationReader.read(file, "", new Variables(Map.of(), Map.of(), directory))
                        .table(ConfigKey.NAMING_CONVENTION))
                .isEqualTo(Map.of("ix", "ix_%(column_0_label)s", "ck", "ck_%(table_name)s_%(constraint_name)s"));
    }

    @Test
    void anUnknownTokenOfANamingConventionIsNamedWithFileAndLine() throws IOException {
        Path file = Files.writeString(directory.resolve(ConfigurationFile.NAME), """
                url = "jdbc:h2:mem:"

                [naming_convention]
                uq = "uq_%(tabel_name)s"
                """);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ConfigurationReader.read(file, "", new Variables(Map.of(), Map.of(), directory)))
                .withMessageContaining("'tabel_name' is not a token")
                .withMessageContaining("table_name, constraint_name, column_0_name")
                .satisfies(e -> assertThat(e.position()).contains(new SourcePosition(file.toString(), 3)));
    }
}
