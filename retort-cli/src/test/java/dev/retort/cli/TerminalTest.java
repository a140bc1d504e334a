package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees on a terminal and another program does not. */
class TerminalTest {

    private static final TerminalWidth NARROW = TerminalWidth.of(Map.of("COLUMNS", "60"));

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int retort(boolean colours, TerminalWidth width, String... arguments) {
        Terminal terminal = new Terminal(stream(out), stream(err), colours, width);
        String url = "jdbc:sqlite:" + directory.resolve("shop.db");
        return new Program(terminal, Map.of("DATABASE_URL", url), directory).run(arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aTextIsWrappedBetweenWords() {
        assertThat(NARROW.wrapped(
                        "error: \u001b[31mone\u001b[0m two three four five six seven eight nine ten eleven twelve"))
                .isEqualTo("error: \u001b[31mone\u001b[0m two three four five six seven eight nine ten\neleven twelve");
        assertThat(NARROW.wrapped("a text that fits")).isEqualTo("a text that fits");
        assertThat(NARROW.wrapped("x".repeat(70) + " " + "y".repeat(70)))
                .isEqualTo("x".repeat(70) + "\n" + "y".repeat(70));
    }

    @Test
    void aLineThatIsIndentedIsNotWrapped() {
        String text = "short\n    SELECT one, two, three, four, five, six, seven FROM a_table_with_a_long_name\n";

        assertThat(NARROW.wrapped(text)).isEqualTo(text);
    }

    @Test
    void anotherProgramGetsALineAsItIs() {
        String text = "word ".repeat(100);

        assertThat(TerminalWidth.NONE.wrapped(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "many", "-5"})
    void aWidthThatIsNoneIsFoundOutOtherwise(String columns) {
        assertThat(TerminalWidth.of(Map.of("COLUMNS", columns)).columns()).isGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "upgrade --help", "init --help", "revision --help"})
    void aNarrowTerminalGetsHelpWithoutColumns(String call) {
        TerminalWidth width = TerminalWidth.of(Map.of("COLUMNS", "40"));

        assertThat(retort(false, width, call.split(" "))).isZero();

        assertThat(out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(40));
        assertThat(out().lines())
                .containsSequence(
                        "  -q, --quiet",
                        "      Print only what was asked for,",
                        "      such as a list or SQL, and errors.");
    }

    @Test
    void anErrorIsRedAndItsTextsAreWrapped() {
        assertThat(retort(true, NARROW, "heads")).isEqualTo(1);

        assertThat(err()).startsWith("\u001b[1;31merror:\u001b[0m There is no retort.toml");
        assertThat(err()).contains("begins a project here; -c FILE\nnames a configuration elsewhere.\n");
    }

    @Test
    void whatIsDoneIsGreen() throws IOException {
        retort(false, TerminalWidth.NONE, "init", "--template", "sql");
        retort(false, TerminalWidth.NONE, "revision", "-m", "one");
        err.reset();
        retort(true, NARROW, "upgrade");

        assertThat(out()).contains("\u001b[32m1 step done\u001b[0m; the database is at");
        assertThat(err()).contains("\u001b[32mDone\u001b[0m");
    }

    @Test
    void aColourHidesNoPassword() {
        Terminal terminal = new Terminal(stream(out), stream(err), true, NARROW)
                .masking(text -> text.replaceAll("\\bs3cretword\\b", "***"));

        terminal.out().println(terminal.red("s3cretword") + " " + terminal.bold("s3cretwords"));

        assertThat(out().strip()).isEqualTo(terminal.red("***") + " " + terminal.bold("s3cretwords"));
    }

    @Test
    void theHelpFitsTheTerminal() {
        assertThat(retort(false, NARROW, "help", "upgrade")).isZero();

        assertThat(out().lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60));
    }

    @Test
    void theHelpIsColouredOnATerminalAlone() {
        retort(true, NARROW, "--help");
        assertThat(out()).contains("\u001b[1mDaily work:");
        out.reset();
        retort(false, TerminalWidth.NONE, "--help");
        assertThat(out()).contains("Daily work:").doesNotContain("\u001b");
    }
}
