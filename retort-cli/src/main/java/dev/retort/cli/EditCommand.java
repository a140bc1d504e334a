package dev.retort.cli;

import dev.retort.error.ConfigurationException;
import dev.retort.error.UsageException;
import dev.retort.report.RevisionEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Opens a revision file in an editor. */
final class EditCommand extends ProjectCommand {

    private final Argument<String> revision =
            parameter("REVISION", "A revision, 'head', a branch label, or 'current'.");

    EditCommand(RootCommand root) {
        super(root, "edit", "Open a revision file in the editor that VISUAL or EDITOR names.");
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
        String editor = Optional.ofNullable(root().environment().get("VISUAL"))
                .or(() -> Optional.ofNullable(root().environment().get("EDITOR")))
                .filter(name -> !name.isBlank())
                .orElseThrow(() -> new UsageException(
                        "No editor is known.", "Set EDITOR to the program, such as EDITOR=\"code --wait\"."));
        return Arrays.asList(editor.strip().split("\\s+"));
    }

    private static int run(List<String> command) throws InterruptedException {
        try {
            int status = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (status != 0) {
                throw new ConfigurationException(
                        null,
                        "The editor '" + command.get(0) + "' ended with status " + status + ".",
                        null,
                        "VISUAL and EDITOR say which editor is used.");
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
