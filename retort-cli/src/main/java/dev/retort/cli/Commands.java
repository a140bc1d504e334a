package dev.retort.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;

/** The commands by name, in the order in which the help lists them. */
final class Commands {

    private static final List<String> VERSION = List.of("--version");
    private static final String COMPLETION = "completion";
    private static final Map<String, Function<RootCommand, ProjectCommand>> BY_NAME = byName();

    private Commands() {}

    private static Map<String, Function<RootCommand, ProjectCommand>> byName() {
        Map<String, Function<RootCommand, ProjectCommand>> commands = new LinkedHashMap<>();
        commands.put("init", InitCommand::new);
        commands.put("revision", RevisionCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("upgrade", UpgradeCommand::new);
        commands.put("downgrade", DowngradeCommand::new);
        commands.put("current", CurrentCommand::new);
        commands.put("history", HistoryCommand::new);
        commands.put("heads", HeadsCommand::new);
        commands.put("branches", BranchesCommand::new);
        commands.put("show", ShowCommand::new);
        commands.put("stamp", StampCommand::new);
        commands.put("merge", MergeCommand::new);
        commands.put("edit", EditCommand::new);
        commands.put("ensure-version", EnsureVersionCommand::new);
        commands.put("resume", ResumeCommand::new);
        commands.put("accept", AcceptCommand::new);
        commands.put("index", IndexCommand::new);
        commands.put("list-templates", ListTemplatesCommand::new);
        commands.put(COMPLETION, CompletionCommand::new);
        return commands;
    }

    /** The program with all commands. */
    static CommandLine program(RootCommand root) {
        return program(root, BY_NAME.values());
    }

    /**
     * The program with the commands that a call may need: one that begins with a command needs no other, and one that
     * asks for the version needs none.
     */
    static CommandLine program(RootCommand root, String... arguments) {
        if (VERSION.equals(List.of(arguments))) {
            return program(root, List.of());
        }
        String first = arguments.length == 0 ? "" : arguments[0];
        Function<RootCommand, ProjectCommand> command = BY_NAME.get(first);
        return command == null || first.equals(COMPLETION) ? program(root) : program(root, List.of(command));
    }

    private static CommandLine program(RootCommand root, Collection<Function<RootCommand, ProjectCommand>> commands) {
        CommandLine program = new CommandLine(root.spec());
        for (Function<RootCommand, ProjectCommand> command : commands) {
            program.addSubcommand(command.apply(root).spec());
        }
        Help.layOut(program);
        return program;
    }
}
