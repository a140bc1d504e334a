package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.frontend.text.ProgressListener;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a terminal shows of a run while it runs. */
class ProgressVoiceTest {

    private static final String YELLOW = "\u001b[33m";
    private static final String PLAIN = "\u001b[0m";
    private static final int WIDTH = 60;

    @Test
    void everyWarningBeginsInTheSameColourAndFitsTheTerminal() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                true,
                TerminalWidth.of(Map.of("COLUMNS", String.valueOf(WIDTH))));
        ProgressListener listener = new ProgressListener(
                new ProgressVoice(terminal, new GlobalOptions()), terminal, CommandLineWords.INSTANCE, false);

        listener.changedFiles("db", List.of("r1"));
        listener.missedRevisions(
                "db", List.of("r1"), List.of("'r2' revises 'r1' now, and did not when it was applied"));
        listener.unfiledRevisions(
                "db", List.of("The history knows 'r0', which no file has: was it renamed or deleted?"));
        listener.newerDatabase("db", List.of("r3"));

        List<String> lines = err.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines)
                .filteredOn(line -> line.contains("warning:"))
                .hasSize(4)
                .allMatch(line -> line.startsWith(YELLOW + "warning:" + PLAIN + " "));
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(line.replace(YELLOW, "").replace(PLAIN, "")).hasSizeLessThanOrEqualTo(WIDTH));
    }
}
