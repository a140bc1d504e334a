package dev.retort.cli;

import java.util.List;
import picocli.CommandLine.Command;

/** Lists what {@code init} can begin a project with. */
@Command(
        name = "list-templates",
        aliases = "list_templates",
        description = "List what 'init' can begin a project with.",
        footer = {"Examples:", "  retort list-templates", "  retort init --template sql migrations"})
final class ListTemplatesCommand extends ProjectCommand {

    ListTemplatesCommand(RootCommand root) {
        super(root);
    }

    @Override
    public Integer call() {
        if (json()) {
            Json.print(terminal().out(), json -> Json.list(json, "templates", List.of("java", "sql")));
        } else {
            terminal().out().println("java - revisions written in Java (the default)");
            terminal().out().println("sql - revisions written in SQL");
            terminal().out().println("PATH - a directory with a template of your own:");
            terminal().out().println("       revision.java.mustache or revision.sql.mustache");
            terminal().out().println();
            terminal().out().println("'retort init --template sql migrations' uses one.");
        }
        return ExitCode.OK;
    }
}
