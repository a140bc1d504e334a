package dev.retort.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.Layout;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * What {@code --help} prints: of the program its commands in groups, of a command its own options, and at the end what every command
 * has.
 */
final class Help {

    private static final int WIDTH = 100;

    /** What picocli needs. */
    private static final int LEAST = 55;

    private static final int INDENT = 2;

    private Help() {}

    /** Sets the help of the program and of all its commands. */
    static void layOut(CommandLine program) {
        program.setUsageHelpAutoWidth(false);
        program.setUsageHelpWidth(WIDTH);
        program.getCommandSpec().usageMessage().synopsisSubcommandLabel("COMMAND");
        layOut(program, help -> commands(help) + programOptions(help));
        Map<String, IHelpSectionRenderer> sections = program.getHelpSectionMap();
        sections.remove(UsageMessageSpec.SECTION_KEY_COMMAND_LIST);
        sections.remove(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING);
        program.setHelpSectionMap(sections);
        for (CommandLine command : program.getSubcommands().values()) {
            UsageMessageSpec usage = command.getCommandSpec().usageMessage();
            usage.parameterListHeading("%n");
            if (usage.footer().length > 0) {
                usage.footerHeading("%n");
            }
            layOut(command, Help::options);
        }
    }

    private static void layOut(CommandLine command, IHelpSectionRenderer options) {
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        usage.abbreviateSynopsis(true);
        usage.optionListHeading("");
        Map<String, IHelpSectionRenderer> sections = command.getHelpSectionMap();
        sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, options);
        command.setHelpSectionMap(sections);
    }

    /** Makes the help fit a terminal. */
    static void fit(CommandLine program, TerminalWidth width) {
        if (width.isTerminal()) {
            program.setUsageHelpWidth(Math.max(LEAST, Math.min(width.columns(), WIDTH)));
        }
    }

    private static String commands(CommandLine.Help help) {
        StringBuilder text = new StringBuilder();
        int longest = Commands.names().stream().mapToInt(String::length).max().orElse(0);
        int width = help.commandSpec().usageMessage().width();
        for (CommandGroup group : CommandGroup.values()) {
            TextTable table = TextTable.forColumns(
                    help.colorScheme(),
                    new Column(longest + INDENT, INDENT, Overflow.SPAN),
                    new Column(width - longest - INDENT, INDENT, Overflow.WRAP));
            help.commandSpec().subcommands().forEach((name, command) -> {
                if (Commands.names(group).contains(name)) {
                    table.addRowValues(
                            help.colorScheme().commandText(name),
                            help.colorScheme()
                                    .text(command.getCommandSpec()
                                            .usageMessage()
                                            .description()[0]));
                }
            });
            text.append(heading(help, group.heading())).append(table);
        }
        return text.toString();
    }

    private static String programOptions(CommandLine.Help help) {
        return heading(help, "Options, before or after the command")
                + listed(help, help.commandSpec().options());
    }

    private static String options(CommandLine.Help help) {
        Map<Boolean, List<OptionSpec>> parts = help.commandSpec().options().stream()
                .filter(option -> !option.hidden())
                .collect(Collectors.partitioningBy(OptionSpec::inherited));
        List<OptionSpec> own = parts.getOrDefault(false, List.of());
        List<OptionSpec> common = parts.getOrDefault(true, List.of());
        return (own.isEmpty() ? "" : heading(help, "Options") + listed(help, own))
                + heading(help, "Options of every command")
                + listed(help, common);
    }

    private static String heading(CommandLine.Help help, String text) {
        return help.createHeading("%n@|bold " + text + ":|@%n");
    }

    private static String listed(CommandLine.Help help, List<OptionSpec> options) {
        Layout layout = help.createDefaultLayout();
        layout.addOptions(options, help.parameterLabelRenderer());
        return layout.toString();
    }
}
