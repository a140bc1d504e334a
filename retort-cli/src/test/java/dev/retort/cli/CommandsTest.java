package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandsTest {

    private static RootCommand root() {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new RootCommand(
                new Terminal(nowhere, nowhere, false), Map.of(), Path.of(""), new Interruption(Interruption.GRACE));
    }

    static Set<String> names() {
        return Commands.program(root()).getSubcommands().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aCallThatBeginsWithACommandFindsIt(String name) {
        CommandLine program = Commands.program(root(), name, "--help");

        assertThat(program.parseArgs(name, "--help").subcommand().commandSpec().names())
                .contains(name);
    }

    @Test
    void aCallThatBeginsWithACommandHasNoOther() {
        assertThat(Commands.program(root(), "heads", "--json").getSubcommands()).containsOnlyKeys("heads");
    }

    @Test
    void theCompletionKnowsAllCommands() {
        assertThat(Commands.program(root(), "completion").getSubcommands()).containsOnlyKeys(names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-h", "--help", "-q heads", "head", "upgraed head"})
    void anyOtherCallHasAllCommands(String call) {
        CommandLine program = Commands.program(root(), call.split(" ", -1));

        assertThat(program.getSubcommands()).containsOnlyKeys(names());
    }

    @Test
    void askingForTheVersionNeedsNoCommand() {
        CommandLine program = Commands.program(root(), "--version");

        assertThat(program.getSubcommands()).isEmpty();
        assertThat(program.parseArgs("--version").isVersionHelpRequested()).isTrue();
    }
}
