package dev.retort.frontend.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.error.UsageException;
import dev.retort.frontend.config.ConfigurationReader;
import dev.retort.frontend.config.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewProjectTest {

    @TempDir
    private Path directory;

    private NewProject begun(@Nullable String revisions, @Nullable String template) {
        return NewProject.begin(directory, revisions, template, this::settings);
    }

    private Settings settings(Path file) {
        return ConfigurationReader.read(file, "", new Variables(Map.of("DATABASE_URL", ""), Map.of(), directory));
    }

    @Test
    void aProjectBeginsWithAConfigurationThatCanBeReadAndADirectory() {
        NewProject project = begun(null, "sql");

        assertThat(project.directory()).isEqualTo(directory.resolve("migrations"));
        assertThat(project.written()).containsExactly(project.directory().resolve("versions"), project.configuration());
        assertThat(project.unset()).isNull();
        assertThat(settings(project.configuration()).text(ConfigKey.SCRIPT_LOCATION))
                .contains("migrations");
        assertThat(settings(project.configuration()).text(ConfigKey.REVISION_FORMAT))
                .contains("sql");
    }

    @Test
    void aConfigurationThatIsThereStaysAndWhatBelongsIntoItIsSaid() throws IOException {
        Path configuration = Files.writeString(directory.resolve("retort.toml"), "url = \"jdbc:sqlite:a.db\"\n");

        NewProject project = begun("db", null);

        assertThat(configuration).hasContent("url = \"jdbc:sqlite:a.db\"\n");
        assertThat(project.written()).containsExactly(directory.resolve("db/versions"));
        assertThat(project.unset()).contains("script_location = \"db\"", "revision_format = \"java\"");
    }

    @Test
    void nothingIsWrittenWhereEverythingIsSetUp() {
        begun(null, null);

        NewProject again = begun(null, null);

        assertThat(again.written()).isEmpty();
        assertThat(again.unset()).isNull();
    }

    @Test
    void nothingIsWrittenWhereTheTemplateIsUnknown() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> begun(null, "sqll"))
                .withMessage("There is no template 'sqll'.");
        assertThat(directory).isEmptyDirectory();
    }
}
