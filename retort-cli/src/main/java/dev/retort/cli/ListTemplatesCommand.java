package dev.retort.cli;

import dev.retort.frontend.template.ProjectTemplate;

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
            terminal().write(asJson().templates(ProjectTemplate.names()));
        } else {
            ProjectTemplate.listing().forEach(terminal().out()::println);
            terminal().out().println();
            terminal().out().println("'retort init --template sql migrations' uses one.");
        }
        return ExitCode.OK;
    }
}
