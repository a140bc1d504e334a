package dev.retort.cli;

import dev.retort.config.ConfigKey;
import dev.retort.error.ControlCharacters;
import dev.retort.error.FileReason;
import dev.retort.error.UsageException;
import dev.retort.frontend.config.ConfigurationFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Begins a project. */
final class InitCommand extends ProjectCommand {

    private final OptionalArgument<String> directory = optionalParameter("DIR", "The directory of the revisions.");

    private final OptionalArgument<String> template = optionalText(
            "NAME", "java, sql, or a directory of your own; see 'retort list-templates'.", "-t", "--template");

    InitCommand(RootCommand root) {
        super(root, "init", "Begin a project: write retort.toml and make the directory of the revisions.");
        flag("Taken for the sake of scripts; a Java directory is a package by itself.", "--package");
        footer(
                "In a Maven project the directory is src/main/java/migrations unless you name another",
                "(with SQL src/main/resources/migrations), so that revisions reach the jar.",
                "",
                "Examples:",
                "  retort init                                 revisions in Java",
                "  retort init --template sql db/migrations    revisions in SQL, below db/migrations");
    }

    @Override
    public Integer call() {
        Path base = root().workingDirectory().toAbsolutePath().normalize();
        ProjectTemplate chosen = ProjectTemplate.of(template.value().orElse("java"), base);
        Path configuration = base.resolve(ConfigurationFile.NAME);
        Optional<String> configured = configured(configuration);
        String location = directory
                .value()
                .or(() -> template.value().isPresent() ? Optional.empty() : configured)
                .orElseGet(() -> proposed(base, chosen))
                .replace('\\', '/');
        if (!ControlCharacters.isWithout(location)) {
            throw new UsageException(
                    "The directory '" + ControlCharacters.shownOnALine(location) + "' holds a control character.",
                    "Name another one.");
        }
        Path target = base.resolve(location).normalize();
        if (configured
                        .map(base::resolve)
                        .map(Path::normalize)
                        .filter(target::equals)
                        .isPresent()
                && Files.isDirectory(target.resolve("versions"))) {
            print(List.of());
            root().say("Everything is set up already: " + root().paths().of(configuration) + ", and the revisions in "
                    + root().paths().of(target) + ". 'retort revision -m MESSAGE' writes one.");
            return ExitCode.OK;
        }
        requireNothingThere(target);
        NewFiles files = new NewFiles();
        List<Path> written = new ArrayList<>();
        written.add(files.directory(target.resolve("versions")));
        String settings = settings(chosen, location);
        chosen.file().ifPresent(file -> written.add(files.copy(file, target)));
        if (Files.exists(configuration)) {
            root().say(root().paths().of(configuration) + " is there already and stays as it is; set in it\n"
                    + settings.strip());
        } else {
            written.add(files.file(configuration, text().replace("@settings@\n", settings)));
        }
        print(written);
        root().say("Next: set DATABASE_URL or 'url' in retort.toml, then 'retort revision -m MESSAGE'.");
        return ExitCode.OK;
    }

    /** The script location of the settings, if the file is there. */
    private Optional<String> configured(Path configuration) {
        return Files.exists(configuration)
                ? root().settings(configuration)
                        .text(ConfigKey.SCRIPT_LOCATION)
                        .filter(location -> !location.startsWith("classpath:"))
                : Optional.empty();
    }

    private static String proposed(Path base, ProjectTemplate chosen) {
        if (!Files.exists(base.resolve("pom.xml"))) {
            return "migrations";
        }
        return chosen.format().equals("sql") ? "src/main/resources/migrations" : "src/main/java/migrations";
    }

    private static String settings(ProjectTemplate chosen, String location) {
        String template = chosen.file()
                .map(file -> "\n# What new revisions are made from.\ntemplate = \"" + location + "/"
                        + file.getFileName() + "\"\n")
                .orElse("");
        return "# Where the revisions lie: the directory versions in here.\nscript_location = \"" + location
                + "\"\n\n# What new revisions are written in: java or sql.\nrevision_format = \"" + chosen.format()
                + "\"\n" + template;
    }

    private static void requireNothingThere(Path target) {
        if (!Files.exists(target)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new UsageException(target + " is there and is no directory.", "Name another one.");
        }
        try (Stream<Path> entries = Files.list(target)) {
            if (entries.findAny().isPresent()) {
                throw new UsageException("The directory " + target + " is not empty.", "Name another one.");
            }
        } catch (IOException e) {
            throw new UsageException(
                    "The directory " + target + " cannot be read: " + FileReason.of(e) + ".", "Name another one.");
        }
    }

    private static String text() {
        try (InputStream in = InitCommand.class.getResourceAsStream("retort.toml.template")) {
            if (in == null) {
                throw new IllegalStateException("The template of retort.toml is missing from the jar.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(List<Path> written) {
        if (json()) {
            Json.print(
                    confirmations(),
                    json -> Json.list(
                            json, "paths", written.stream().map(Path::toString).toList()));
        } else {
            written.forEach(path -> confirmations().out().println(root().paths().of(path)));
        }
    }
}
