package dev.retort.cli;

import dev.retort.cli.config.ConfigurationFile;
import dev.retort.error.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Begins a project. */
@Command(
        name = "init",
        description = "Begin a project: write retort.toml and make the directory of the revisions.",
        footer = {
            "",
            "In a Maven project the directory is src/main/java/migrations unless you name another",
            "(with SQL src/main/resources/migrations), so that revisions reach the jar."
        })
final class InitCommand extends ProjectCommand {

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The directory of the revisions.")
    private @Nullable String directory;

    @Option(
            names = {"-t", "--template"},
            paramLabel = "NAME",
            description = "java or sql; see 'retort list-templates'.")
    private String template = "java";

    @Option(
            names = "--package",
            description = "Taken for the sake of scripts; a Java directory is a package by itself.")
    @SuppressWarnings("UnusedVariable") // there is nothing to do for it
    private boolean asPackage;

    InitCommand(RootCommand root) {
        super(root);
    }

    @Override
    public Integer call() throws IOException {
        Path base = root().workingDirectory().toAbsolutePath().normalize();
        String location = directory != null ? directory : proposed(base);
        Path target = base.resolve(location).normalize();
        Path configuration = base.resolve(ConfigurationFile.NAME);
        requireNothingThere(target);
        String text = text(location.replace('\\', '/'));
        List<Path> written = new ArrayList<>();
        Files.createDirectories(target.resolve("versions"));
        written.add(target.resolve("versions"));
        if (Files.exists(configuration)) {
            terminal()
                    .err()
                    .println(configuration + " is there already and stays as it is; set script_location = \"" + location
                            + "\" in it.");
        } else {
            Files.writeString(configuration, text, StandardOpenOption.CREATE_NEW);
            written.add(configuration);
        }
        print(written);
        return ExitCode.OK;
    }

    private String proposed(Path base) {
        if (!Files.exists(base.resolve("pom.xml"))) {
            return "migrations";
        }
        return template.equals("sql") ? "src/main/resources/migrations" : "src/main/java/migrations";
    }

    private static void requireNothingThere(Path target) throws IOException {
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
        }
    }

    private String text(String location) throws IOException {
        if (!template.equals("java") && !template.equals("sql")) {
            throw new UsageException("There is no template '" + template + "'.", "'retort list-templates' lists them.");
        }
        try (InputStream in = InitCommand.class.getResourceAsStream("retort.toml.template")) {
            if (in == null) {
                throw new IllegalStateException("The template of retort.toml is missing from the jar.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@script_location@", location)
                    .replace("@revision_format@", template);
        }
    }

    private void print(List<Path> written) {
        if (json()) {
            Json.print(
                    terminal().out(),
                    json -> Json.list(
                            json, "paths", written.stream().map(Path::toString).toList()));
        } else {
            written.forEach(path -> terminal().out().println(path));
        }
    }
}
