package dev.retort.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** The commands by name, in the order in which the help lists them. */
final class Commands {

    private static final List<String> VERSION = List.of("--version");
    private static final Map<String, Class<?>> BY_NAME = byName();

    private Commands() {}

    private static Map<String, Class<?>> byName() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("init", InitCommand.class);
        commands.put("revision", RevisionCommand.class);
        commands.put("check", CheckCommand.class);
        commands.put("upgrade", UpgradeCommand.class);
        commands.put("downgrade", DowngradeCommand.class);
        commands.put("current", CurrentCommand.class);
        commands.put("history", HistoryCommand.class);
        commands.put("heads", HeadsCommand.class);
        commands.put("branches", BranchesCommand.class);
        commands.put("show", ShowCommand.class);
        commands.put("stamp", StampCommand.class);
        commands.put("merge", MergeCommand.class);
        commands.put("edit", EditCommand.class);
        commands.put("ensure-version", EnsureVersionCommand.class);
        commands.put("resume", ResumeCommand.class);
        commands.put("accept", AcceptCommand.class);
        commands.put("index", IndexCommand.class);
        commands.put("list-templates", ListTemplatesCommand.class);
        commands.put("completion", CompletionCommand.class);
        return commands;
    }

    /** The program with all commands. */
    static CommandLine program(RootCommand root) {
        return program(root, BY_NAME.values());
    }

    /**
     * The program with the commands that a call may need: one that begins with a command needs no other, and one that asks for the
     * version needs none. picocli reads the annotations of each, which for all of them takes longer than most calls do.
     */
    static CommandLine program(RootCommand root, String... arguments) {
        if (VERSION.equals(List.of(arguments))) {
            return program(root, List.of());
        }
        Class<?> first = arguments.length == 0 ? null : BY_NAME.get(arguments[0]);
        return first == null || first == CompletionCommand.class ? program(root) : program(root, List.of(first));
    }

    private static CommandLine program(RootCommand root, Collection<Class<?>> commands) {
        CommandLine program = new CommandLine(root, new CommandFactory(root));
        commands.forEach(program::addSubcommand);
        Help.layOut(program);
        return program;
    }
}
