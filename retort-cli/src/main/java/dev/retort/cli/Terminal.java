package dev.retort.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where output goes.
 *
 * @param out results
 * @param err everything else
 * @param colours whether results may be coloured
 */
record Terminal(PrintStream out, PrintStream err, boolean colours) {

    /** The streams of this process, in UTF-8; coloured when the launcher says that a person looks
     * ({@code RETORT_COLOURS=1}; Java cannot tell one stream from the other) and {@code NO_COLOR} is not set. */
    static Terminal ofProcess() {
        String colours = System.getenv("RETORT_COLOURS");
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                "1".equals(colours) && System.getenv("NO_COLOR") == null);
    }

    /** Where results go that nobody asked for. */
    Terminal quiet() {
        return new Terminal(new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8), err, false);
    }

    String bold(String text) {
        return coloured("1", text);
    }

    String green(String text) {
        return coloured("32", text);
    }

    String yellow(String text) {
        return coloured("33", text);
    }

    String dim(String text) {
        return coloured("2", text);
    }

    private String coloured(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
