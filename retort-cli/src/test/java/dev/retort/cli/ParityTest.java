package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.retort.Retort;
import dev.retort.error.Action;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** The command line and the library do the same. */
class ParityTest {

    private static final String OF_THE_LIBRARY = "of the library alone: ";

    private static final Map<String, String> COMMANDS = Map.ofEntries(
            Map.entry("upgrade", "upgrade heads"),
            Map.entry("upgradeMissed", "upgrade --missed"),
            Map.entry("upgradeSql", "upgrade --sql heads"),
            Map.entry("downgrade", "downgrade -1"),
            Map.entry("downgradeSql", "downgrade --sql ae10:base"),
            Map.entry("resume", "resume --retry"),
            Map.entry("stamp", "stamp head"),
            Map.entry("purgeAndStamp", "stamp --purge head"),
            Map.entry("stampSql", "stamp --sql head"),
            Map.entry("ensureVersion", "ensure-version"),
            Map.entry("ensureVersionSql", "ensure-version --sql"),
            Map.entry("current", "current"),
            Map.entry("heads", "heads --resolve-dependencies"),
            Map.entry("history", "history -r base:heads -i"),
            Map.entry("branches", "branches"),
            Map.entry("show", "show head"),
            Map.entry("revision", "revision -m message"),
            Map.entry("autogenerate", "revision --autogenerate -m message"),
            Map.entry("check", "check"),
            Map.entry("merge", "merge heads"),
            Map.entry("accept", "accept ae10 --reason text"),
            Map.entry("acceptMissed", "accept --missed --reason text"),
            Map.entry("index", "index sources classes"),
            Map.entry("version", "--version"),
            Map.entry("configure", OF_THE_LIBRARY + "the command line reads retort.toml"),
            Map.entry("settings", OF_THE_LIBRARY + "they stand in retort.toml and in the options"),
            Map.entry("masked", OF_THE_LIBRARY + "whatever is printed is masked"));

    @Test
    void everyMethodOfTheLibraryHasACommandOrAReason() {
        Set<String> methods = Arrays.stream(Retort.class.getDeclaredMethods())
                .filter(method -> java.lang.reflect.Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(COMMANDS.keySet()).containsExactlyInAnyOrderElementsOf(methods);
        COMMANDS.values().stream()
                .filter(command -> !command.startsWith(OF_THE_LIBRARY))
                .forEach(ParityTest::requireUnderstood);
    }

    @ParameterizedTest
    @EnumSource
    void anAdviceNamesACommandThatThereIs(Action action) {
        String call = CommandLineWords.INSTANCE.call(action, List.of("ae10"));

        assertThat(call).startsWith("'retort ").endsWith("'");
        requireUnderstood(call.substring("'retort ".length(), call.length() - 1));
    }

    private static void requireUnderstood(String command) {
        assertThatCode(() -> program().parseArgs(command.split(" ")))
                .as(command)
                .doesNotThrowAnyException();
    }

    private static CommandLine program() {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return Commands.program(new RootCommand(
                new Terminal(nowhere, nowhere, false), Map.of(), Path.of(""), new Interruption(Interruption.GRACE)));
    }
}
