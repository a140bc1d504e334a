package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.config.ConfigKey;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The pages of the manual that say the same as the program. */
class ManualTest {

    private static final Path MANUAL = Path.of("../docs");
    private static final String COMMON = "Options of every command";

    @Test
    void theTableOfKeysIsTheListOfKeys() throws IOException {
        List<String> rows = sections("configuration.md")
                .getOrDefault("All keys", "")
                .lines()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(
                        Arrays.stream(ConfigKey.values()).map(ManualTest::row).toList());
    }

    private static String row(ConfigKey key) {
        String type = key.choices().isEmpty()
                ? switch (key.type()) {
                    case TEXT -> "text";
                    case FLAG -> "true or false";
                    case NUMBER -> "number";
                    case TEXT_LIST -> "list of texts";
                    case TABLE -> "table";
                    case TABLE_LIST -> "list of tables";
                }
                : key.choices().stream().map(choice -> "`" + choice + "`").collect(Collectors.joining(", "));
        String defaultValue = key.defaultValue()
                .filter(value -> !(value instanceof Collection<?> || value instanceof Map<?, ?>))
                .map(value -> "`" + value + "`")
                .orElse("");
        return "| `" + key.key() + "` | " + type + " | " + defaultValue + " | " + key.meaning() + " |";
    }

    static Collection<CommandSpec> commands() {
        return program().getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .collect(Collectors.toMap(CommandSpec::name, spec -> spec, (one, alias) -> one, LinkedHashMap::new))
                .values();
    }

    private static CommandLine program() {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        RootCommand root = new RootCommand(
                new Terminal(nowhere, nowhere, false), Map.of(), Path.of(""), new Interruption(Interruption.GRACE));
        return Commands.program(root);
    }

    @Test
    void everyCommandHasASectionAndNoOtherOne() throws IOException {
        List<String> names = commands().stream().map(CommandSpec::name).toList();
        Set<String> sections = sections("commands.md").keySet();

        assertThat(sections).containsAll(names).contains(COMMON, "Exit codes", "JSON");
        assertThat(sections).hasSize(names.size() + 3);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theSectionOfACommandNamesItsOptions(CommandSpec command) throws IOException {
        String section = sections("commands.md").getOrDefault(command.name(), "");
        List<OptionSpec> own = command.options().stream()
                .filter(option -> !option.inherited() && !option.hidden())
                .toList();

        assertThat(own).allSatisfy(option -> assertThat(section).contains("`" + option.longestName()));
        assertThat(command.optionsMap().keySet()).containsAll(options(section));
    }

    @Test
    void theOptionsOfEveryCommandAreNamed() throws IOException {
        String section = sections("commands.md").getOrDefault(COMMON, "");
        CommandSpec program = program().getCommandSpec();

        assertThat(program.options()).allSatisfy(option -> assertThat(section).contains("`" + option.longestName()));
        assertThat(program.optionsMap().keySet()).containsAll(options(section));
    }

    private static Set<String> options(String text) {
        return Pattern.compile("(?<![-\\w])--[a-z][a-z-]*")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> sections(String page) throws IOException {
        Map<String, String> sections = new LinkedHashMap<>();
        String title = "";
        for (String line : Files.readAllLines(MANUAL.resolve(page))) {
            if (line.startsWith("## ")) {
                title = line.substring(3).replace("`", "");
                sections.put(title, "");
            } else if (!title.isEmpty()) {
                sections.merge(title, line + "\n", String::concat);
            }
        }
        return sections;
    }
}
