package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.tests.server.TestDatabase;
import dev.retort.tests.shell.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A project with its configuration, on which the program is called as from a shell.
 *
 * @param folder where it lies
 * @param shell a shell in it, which knows the address of the database and the login
 */
record ShellProject(Path folder, Shell shell) {

    private static final String SCRIPTS = "migrations";

    /** A new project without revisions on a database. */
    static ShellProject on(TestDatabase database, Path folder) throws IOException {
        return with(folder, database.jdbcUrl(), database.user(), database.password());
    }

    /** A new project without revisions. */
    static ShellProject with(Path folder, String url, @Nullable String user, @Nullable String password)
            throws IOException {
        Map<String, String> variables = new HashMap<>(Map.of("DATABASE_URL", url));
        String login = "";
        if (user != null && password != null) {
            variables.put("DATABASE_USER", user);
            variables.put("DATABASE_PASSWORD", password);
            login = "user = \"${DATABASE_USER}\"\npassword = \"${DATABASE_PASSWORD}\"\n";
        }
        Files.createDirectories(folder.resolve(SCRIPTS));
        Files.writeString(
                folder.resolve("retort.toml"),
                "url = \"${DATABASE_URL}\"\n" + login + "script_location = \"" + SCRIPTS + "\"\n");
        return new ShellProject(folder, new Shell(folder, variables));
    }

    Revisions revisions() {
        return new Revisions(folder.resolve(SCRIPTS));
    }

    /** What commands that succeed say. */
    String done(String commands) throws IOException, InterruptedException {
        return said(commands, 0);
    }

    /** What commands say of which the last fails. */
    String refused(String commands) throws IOException, InterruptedException {
        return said(commands, 1);
    }

    private String said(String commands, int exitCode) throws IOException, InterruptedException {
        Shell.Outcome outcome = shell.call(commands);
        assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(exitCode);
        assertThat(outcome.output()).as("What a person reads").doesNotContain("\tat ");
        return outcome.output();
    }

    /** All files and directories with their sizes, sorted. */
    List<String> tree() throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.sorted()
                    .map(path -> folder.relativize(path)
                            + (Files.isDirectory(path)
                                    ? "/"
                                    : " " + path.toFile().length()))
                    .toList();
        }
    }
}
