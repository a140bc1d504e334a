package dev.retort.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** What two columns need. */
    private static final int LEAST = 55;

    /** Wide enough for every line. */
    private static final int UNLIMITED = 1000;

    private static final Pattern TWO_COLUMNS = Pattern.compile("(?<first> *\\S.*?) {2,}(?<second>\\S.*)");

    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*m");

    private static final String BELOW = " ".repeat(6);

    private static final int INDENT = 2;

    private static final String STACKED = "stacked";

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
        if (!width.isTerminal()) {
            return;
        }
        if (width.columns() >= LEAST) {
            program.setUsageHelpWidth(Math.min(width.columns(), WIDTH));
            return;
        }
        program.setUsageHelpWidth(UNLIMITED);
        Map<CommandLine, IHelpSectionRenderer> wholes = new LinkedHashMap<>();
        wholes.put(program, whole(program));
        program.getSubcommands().values().forEach(command -> wholes.put(command, whole(command)));
        // What the program is given, its commands are given too.
        wholes.forEach((command, whole) -> {
            command.setHelpSectionKeys(List.of(STACKED));
            command.setHelpSectionMap(Map.of(STACKED, help -> stacked(whole.render(help), width)));
        });
    }

    /** All sections of a help, as they are now. */
    private static IHelpSectionRenderer whole(CommandLine command) {
        List<String> keys = List.copyOf(command.getHelpSectionKeys());
        Map<String, IHelpSectionRenderer> sections = Map.copyOf(command.getHelpSectionMap());
        return help -> keys.stream()
                .flatMap(key -> Optional.ofNullable(sections.get(key)).stream())
                .map(section -> section.render(help))
                .collect(Collectors.joining());
    }

    /** A help in which what stands in two columns stands one below the other. */
    private static String stacked(String text, TerminalWidth width) {
        StringBuilder stacked = new StringBuilder();
        StringBuilder paragraph = new StringBuilder();
        for (String line : text.lines().toList()) {
            String plain = COLOURS.matcher(line).replaceAll("");
            boolean prose =
                    !plain.isBlank() && !plain.startsWith(" ") && !plain.startsWith("Usage:") && !plain.endsWith(":");
            if (prose) {
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(line);
                continue;
            }
            end(paragraph, stacked, width);
            Matcher columns = TWO_COLUMNS.matcher(line);
            if (columns.matches()) {
                stacked.append(line(columns.group("first"), width)).append('\n');
                stacked.append(width.wrapped(columns.group("second"), BELOW)).append('\n');
            } else {
                stacked.append(line(line, width)).append('\n');
            }
        }
        end(paragraph, stacked, width);
        return stacked.toString();
    }

    private static String line(String line, TerminalWidth width) {
        String text = line.stripLeading();
        return text.isEmpty() ? "" : width.wrapped(text, " ".repeat(Math.min(INDENT, line.length() - text.length())));
    }

    private static void end(StringBuilder paragraph, StringBuilder stacked, TerminalWidth width) {
        if (!paragraph.isEmpty()) {
            stacked.append(width.wrapped(paragraph.toString(), "")).append('\n');
            paragraph.setLength(0);
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
