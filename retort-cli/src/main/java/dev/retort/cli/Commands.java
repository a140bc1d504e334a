package dev.retort.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.TraceLevel;

/** The commands by name, in the order in which the help lists them. */
final class Commands {

    private static final List<String> VERSION = List.of("--version");
    private static final String COMPLETION = "completion";
    private static final Map<String, Entry> BY_NAME = byName();

    private Commands() {}

    /** A command, and where the help lists it. */
    private record Entry(CommandGroup group, Function<RootCommand, ProjectCommand> command) {}

    private static Map<String, Entry> byName() {
        Map<String, Entry> commands = new LinkedHashMap<>();
        commands.put("init", new Entry(CommandGroup.DAILY, InitCommand::new));
        commands.put("revision", new Entry(CommandGroup.DAILY, RevisionCommand::new));
        commands.put("check", new Entry(CommandGroup.DAILY, CheckCommand::new));
        commands.put("upgrade", new Entry(CommandGroup.DAILY, UpgradeCommand::new));
        commands.put("downgrade", new Entry(CommandGroup.DAILY, DowngradeCommand::new));
        commands.put("current", new Entry(CommandGroup.DAILY, CurrentCommand::new));
        commands.put("history", new Entry(CommandGroup.DAILY, HistoryCommand::new));
        commands.put("show", new Entry(CommandGroup.DAILY, ShowCommand::new));
        commands.put("edit", new Entry(CommandGroup.DAILY, EditCommand::new));
        commands.put("heads", new Entry(CommandGroup.BRANCHES, HeadsCommand::new));
        commands.put("branches", new Entry(CommandGroup.BRANCHES, BranchesCommand::new));
        commands.put("merge", new Entry(CommandGroup.BRANCHES, MergeCommand::new));
        commands.put("stamp", new Entry(CommandGroup.REPAIR, StampCommand::new));
        commands.put("resume", new Entry(CommandGroup.REPAIR, ResumeCommand::new));
        commands.put("accept", new Entry(CommandGroup.REPAIR, AcceptCommand::new));
        commands.put("index", new Entry(CommandGroup.PACKAGING, IndexCommand::new));
        commands.put("ensure-version", new Entry(CommandGroup.PACKAGING, EnsureVersionCommand::new));
        commands.put("list-templates", new Entry(CommandGroup.PACKAGING, ListTemplatesCommand::new));
        commands.put(COMPLETION, new Entry(CommandGroup.PACKAGING, CompletionCommand::new));
        return commands;
    }

    /** The names of the commands, without aliases, in the order in which the help lists them. */
    static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /** The names of the commands of a group. */
    static List<String> names(CommandGroup group) {
        return BY_NAME.entrySet().stream()
                .filter(command -> command.getValue().group() == group)
                .map(Map.Entry::getKey)
                .toList();
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
        Entry command = BY_NAME.get(first);
        return command == null || first.equals(COMPLETION) ? program(root) : program(root, List.of(command));
    }

    private static CommandLine program(RootCommand root, Collection<Entry> commands) {
        // It would print values of options, of which one may be a password.
        CommandLine.tracer().setLevel(TraceLevel.OFF);
        CommandLine program = new CommandLine(root.spec());
        for (Entry entry : commands) {
            program.addSubcommand(entry.command().apply(root).spec());
        }
        Help.layOut(program);
        return program;
    }
}
