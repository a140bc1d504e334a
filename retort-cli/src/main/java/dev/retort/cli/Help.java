package dev.retort.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Layout;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What {@code --help} prints: of a command its own options first, and those that every command has at the end. */
final class Help {

    static final int WIDTH = 100;

    private Help() {}

    /** Sets the help of the program and of all its commands. */
    static void layOut(CommandLine program) {
        program.setUsageHelpAutoWidth(false);
        program.setUsageHelpWidth(WIDTH);
        for (CommandLine command : program.getSubcommands().values()) {
            UsageMessageSpec usage = command.getCommandSpec().usageMessage();
            usage.abbreviateSynopsis(true);
            usage.parameterListHeading("%n");
            usage.optionListHeading("");
            if (usage.footer().length > 0) {
                usage.footerHeading("%n");
            }
            Map<String, IHelpSectionRenderer> sections = command.getHelpSectionMap();
            sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, Help::options);
            command.setHelpSectionMap(sections);
        }
    }

    private static String options(CommandLine.Help help) {
        Map<Boolean, List<OptionSpec>> parts = help.commandSpec().options().stream()
                .filter(option -> !option.hidden())
                .collect(Collectors.partitioningBy(OptionSpec::inherited));
        List<OptionSpec> own = parts.getOrDefault(false, List.of());
        List<OptionSpec> common = parts.getOrDefault(true, List.of());
        return (own.isEmpty() ? "" : String.format("%nOptions:%n") + listed(help, own))
                + String.format("%nOptions of every command:%n")
                + listed(help, common);
    }

    private static String listed(CommandLine.Help help, List<OptionSpec> options) {
        Layout layout = help.createDefaultLayout();
        layout.addOptions(options, help.parameterLabelRenderer());
        return layout.toString();
    }
}
