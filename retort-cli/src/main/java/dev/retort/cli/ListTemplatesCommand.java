package dev.retort.cli;

import java.util.List;

/** Lists what {@code init} can begin a project with. */
final class ListTemplatesCommand extends ProjectCommand {

    ListTemplatesCommand(RootCommand root) {
        super(root, "list-templates", "List what 'init' can begin a project with.");
        alias("list_templates");
        footer("Examples:", "  retort list-templates", "  retort init --template sql migrations");
    }

    @Override
    public Integer call() {
        if (json()) {
            Json.print(terminal(), json -> Json.list(json, "templates", List.of("java", "sql")));
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
