package dev.retort.cli;

import dev.retort.error.ControlCharacters;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stream of a terminal on which texts of others, such as a revision's message or what a server says, do nothing: control characters
 * are shown as their code, and passwords are masked. The program's own colours pass. Bytes that are written instead of printed pass as
 * they are.
 */
final class HarmlessStream extends PrintStream {

    /** The colours and weights of {@link Terminal}. */
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[(?:[0-2]|(?:1;)?3[1-6])m");

    private final boolean colours;
    private final UnaryOperator<String> masked;

    private HarmlessStream(PrintStream target, boolean colours, UnaryOperator<String> masked) {
        super(target, true, StandardCharsets.UTF_8);
        this.colours = colours;
        this.masked = masked;
    }

    /** The stream itself where it is such a one already. */
    static PrintStream of(PrintStream target, boolean colours, UnaryOperator<String> masked) {
        return target instanceof HarmlessStream harmless && harmless.masked.equals(masked)
                ? target
                : new HarmlessStream(target, colours, masked);
    }

    @Override
    public void print(@Nullable String text) {
        super.print(shown(String.valueOf(text)));
    }

    /** The line and its end are one write. */
    @Override
    public void println(@Nullable String text) {
        super.print(shown(String.valueOf(text)) + System.lineSeparator());
    }

    /** What stands between colours is masked by itself: a colour would hide where a word begins. */
    private String shown(String text) {
        if (!colours) {
            return harmless(text);
        }
        StringBuilder shown = new StringBuilder();
        Matcher colour = COLOUR.matcher(text);
        int end = 0;
        while (colour.find()) {
            shown.append(harmless(text.substring(end, colour.start()))).append(colour.group());
            end = colour.end();
        }
        return shown.append(harmless(text.substring(end))).toString();
    }

    private String harmless(String text) {
        return ControlCharacters.shown(masked.apply(text));
    }
}
