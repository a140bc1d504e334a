package dev.retort.cli;

import java.util.Map;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * How many columns the terminal has. It is found out when a text is too long for any terminal, since it may take a process.
 */
final class TerminalWidth {

    /** No terminal: a text is printed as it is. */
    static final TerminalWidth NONE = new TerminalWidth(false, "");

    /** What every terminal has. */
    private static final int LEAST = 40;

    private static final int USUAL = 80;

    private final boolean terminal;
    private final String columns;
    private int found;

    private TerminalWidth(boolean terminal, String columns) {
        this.terminal = terminal;
        this.columns = columns;
    }

    /** The width of a terminal: what {@code COLUMNS} says, else what the terminal itself says. */
    static TerminalWidth of(Map<String, String> environment) {
        return new TerminalWidth(true, environment.getOrDefault("COLUMNS", ""));
    }

    boolean isTerminal() {
        return terminal;
    }

    /** The columns of the terminal. */
    int columns() {
        if (found == 0) {
            int said = columns.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(columns) : asked();
            found = said > 0 ? Math.max(said, LEAST) : USUAL;
        }
        return found;
    }

    private static int asked() {
        UsageMessageSpec asking = new UsageMessageSpec();
        asking.width(USUAL);
        asking.autoWidth(true);
        return asking.width();
    }

    /** A text with line breaks between words where its lines are too long. Lines that begin with a space stay as they are. */
    String wrapped(String text) {
        if (!terminal || text.lines().allMatch(line -> line.length() <= LEAST)) {
            return text;
        }
        StringBuilder wrapped = new StringBuilder();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            wrapped.append(i == 0 ? "" : "\n").append(lines[i].startsWith(" ") ? lines[i] : wrapped(lines[i], ""));
        }
        return wrapped.toString();
    }

    /** A line with line breaks between words where it is too long, and each part behind an indent. */
    String wrapped(String line, String indent) {
        StringBuilder wrapped = new StringBuilder(indent);
        int column = indent.length();
        for (String word : line.split("(?<= )(?=[^ ])", -1)) {
            int length = visible(word.stripTrailing());
            if (column > indent.length() && column + length > columns()) {
                wrapped.setLength(wrapped.toString().stripTrailing().length());
                wrapped.append('\n').append(indent);
                column = indent.length();
            }
            wrapped.append(word);
            column += visible(word);
        }
        return wrapped.toString();
    }

    /** The columns that a text takes: colours take none. */
    private static int visible(String text) {
        String plain = text.replaceAll("\u001b\\[[0-9;]*m", "");
        return plain.codePointCount(0, plain.length());
    }
}
