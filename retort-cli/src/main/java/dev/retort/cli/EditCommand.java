package dev.retort.cli;

import dev.retort.error.ConfigurationException;
import dev.retort.error.UsageException;
import dev.retort.report.RevisionEntry;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens a revision file in an editor. */
final class EditCommand extends ProjectCommand {

    private static final List<String> USUAL = List.of("sensible-editor", "editor", "nano", "vim", "code");

    private final Argument<String> revision =
            parameter("REVISION", "A revision, 'head', a branch label, or 'current'.");

    EditCommand(RootCommand root) {
        super(root, "edit", "Open a revision file in the editor that EDITOR or VISUAL names.");
        footer(
                "Examples:",
                "  retort edit head    the newest",
                "  retort edit ae10    the one whose id begins with ae10");
    }

    @Override
    public Integer call() throws InterruptedException {
        List<String> paths = new ArrayList<>();
        for (RevisionEntry entry : retort().show(revision.value())) {
            if (entry.path() != null) {
                paths.add(entry.path());
            }
        }
        if (paths.isEmpty()) {
            throw new UsageException("'" + revision.value() + "' has no file to edit.", "Name a revision.");
        }
        List<String> command = new ArrayList<>(editor());
        command.addAll(paths);
        return run(command);
    }

    private List<String> editor() {
        String editor = variable("EDITOR")
                .or(() -> variable("VISUAL"))
                .or(this::installed)
                .orElseThrow(() -> new UsageException(
                        "No editor is known.", "Set EDITOR to the program, such as EDITOR=\"code --wait\"."));
        return Arrays.asList(editor.strip().split("\\s+"));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(root().environment().get(name)).filter(value -> !value.isBlank());
    }

    /** The first of the usual editors that the PATH has. */
    private Optional<String> installed() {
        List<Path> directories = variable("PATH").stream()
                .flatMap(path -> Stream.of(path.split(File.pathSeparator)))
                .map(Path::of)
                .toList();
        return USUAL.stream()
                .filter(program ->
                        directories.stream().anyMatch(directory -> Files.isExecutable(directory.resolve(program))))
                .findFirst();
    }

    private static int run(List<String> command) throws InterruptedException {
        try {
            int status = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (status != 0) {
                throw new ConfigurationException(
                        null,
                        "The editor '" + command.get(0) + "' ended with status " + status + ".",
                        null,
                        "EDITOR and VISUAL say which editor is used.");
            }
            return ExitCode.OK;
        } catch (IOException e) {
            throw new ConfigurationException(
                    null,
                    "The editor '" + command.get(0) + "' cannot be started.",
                    null,
                    "Set EDITOR to a program that is installed, such as EDITOR=\"code --wait\".");
        }
    }
}
