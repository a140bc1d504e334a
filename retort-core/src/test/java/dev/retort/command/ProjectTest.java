package dev.retort.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.script.RevisionScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {

    @TempDir
    private Path folder;

    @Test
    void aRevisionIsLoadedOnceForAllDatabases() throws Exception {
        write("1", "");
        write("2", "1");
        ExecutorService databases = Executors.newFixedThreadPool(8);
        try (Project project = project()) {
            Callable<RevisionScript> loading = () -> script(project, List.of("1"), "1");
            Set<RevisionScript> loaded = databases.invokeAll(List.of(loading, loading, loading, loading)).stream()
                    .map(ProjectTest::result)
                    .collect(Collectors.toSet());

            assertThat(loaded).containsExactly(script(project, List.of("1", "2"), "1"));
            assertThat(script(project, List.of("2"), "2").file().id()).isEqualTo("2");
        } finally {
            databases.shutdownNow();
        }
    }

    private Project project() {
        Settings settings = Settings.empty(folder).with(ConfigKey.SCRIPT_LOCATION, folder.toString());
        return new Project(settings, getClass().getClassLoader(), List.of());
    }

    private void write(String id, String revises) throws IOException {
        Path versions = Files.createDirectories(folder.resolve("versions"));
        Files.writeString(versions.resolve("V" + id + ".java"), """
                package versions;
                import dev.retort.migration.*;
                @Revision(id = "%s", revises = {%s})
                public final class V%s implements Migration {
                    public void upgrade(Operations op) {}
                    public void downgrade(Operations op) {}
                }
                """.formatted(
                        id, revises.isEmpty() ? "" : '"' + revises + '"', id));
    }

    private static RevisionScript script(Project project, List<String> ids, String id) {
        return Objects.requireNonNull(project.load(ids).get(id));
    }

    private static RevisionScript result(Future<RevisionScript> script) {
        try {
            return script.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
