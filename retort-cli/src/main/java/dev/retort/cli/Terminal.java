package dev.retort.cli;

import dev.retort.frontend.Styles;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Help.Ansi;

/**
 * Where output goes.
 *
 * @param out results
 * @param err everything else
 * @param colours whether output may be coloured
 * @param width how long a line may get
 * @param masked takes passwords out of a text; whatever is printed here passes it
 */
record Terminal(PrintStream out, PrintStream err, boolean colours, TerminalWidth width, UnaryOperator<String> masked)
        implements Styles {

    Terminal {
        out = HarmlessStream.of(out, colours, masked);
        err = HarmlessStream.of(err, colours, masked);
    }

    /** Streams on which nothing is masked. */
    Terminal(PrintStream out, PrintStream err, boolean colours, TerminalWidth width) {
        this(out, err, colours, width, UnaryOperator.identity());
    }

    /** Streams in which nothing is wrapped. */
    Terminal(PrintStream out, PrintStream err, boolean colours) {
        this(out, err, colours, TerminalWidth.NONE);
    }

    /** The streams of this process, in UTF-8; for a person when the launcher says that one looks
     * ({@code RETORT_COLOURS=1}; Java cannot tell one stream from the other), and then coloured unless {@code NO_COLOR} is set. */
    static Terminal ofProcess() {
        Map<String, String> environment = System.getenv();
        boolean person = "1".equals(environment.get("RETORT_COLOURS"));
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                person && environment.getOrDefault("NO_COLOR", "").isEmpty(),
                person ? TerminalWidth.of(environment) : TerminalWidth.NONE);
    }

    /** The same streams for somebody who does not want to hear what was done. */
    Terminal quiet() {
        return new Terminal(
                new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                err,
                colours,
                width,
                masked);
    }

    /** The same streams, on which texts are printed without passwords. */
    Terminal masking(UnaryOperator<String> mask) {
        return new Terminal(out, err, colours, width, mask);
    }

    /** Writes a result in which no character may be another one, such as a script. */
    void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
    }

    /** Prints sentences beside the results. */
    void say(String text) {
        err.println(fitted(text));
    }

    /** Prints sentences that are the result. */
    void tell(String text) {
        out.println(fitted(text));
    }

    /** A line break in a password would hide it from the stream, which masks whatever it prints. */
    private String fitted(String text) {
        return width.isTerminal() ? width.wrapped(masked.apply(text)) : text;
    }

    /** How picocli colours the help. */
    Ansi ansi() {
        return colours ? Ansi.ON : Ansi.OFF;
    }

    @Override
    public String bold(String text) {
        return coloured("1", text);
    }

    @Override
    public String red(String text) {
        return coloured("1;31", text);
    }

    @Override
    public String green(String text) {
        return coloured("32", text);
    }

    @Override
    public String yellow(String text) {
        return coloured("33", text);
    }

    @Override
    public String dim(String text) {
        return coloured("2", text);
    }

    private String coloured(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
