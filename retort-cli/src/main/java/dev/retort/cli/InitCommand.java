package dev.retort.cli;

import dev.retort.frontend.template.NewProject;
import dev.retort.frontend.text.ReportText;
import java.nio.file.Path;
import java.util.List;

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
        NewProject project = NewProject.begin(
                root().workingDirectory().toAbsolutePath().normalize(),
                directory.value().orElse(null),
                template.value().orElse(null),
                root()::settings);
        ReportText text = asText();
        text.unset(project).ifPresent(root()::say);
        print(project.written());
        root().say(project.written().isEmpty() ? text.complete(project) : text.afterBeginning());
        return ExitCode.OK;
    }

    private void print(List<Path> written) {
        if (json()) {
            confirmations().write(asJson().paths(written));
        } else {
            written.forEach(path -> confirmations().out().println(root().paths().of(path)));
        }
    }
}
