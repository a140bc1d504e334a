package dev.retort.script.source;

/** A line of a source with a caret below a place in it, indented, as a person looks for it. */
public final class SourceExcerpt {

    private static final String INDENT = "    ";

    /** How wide a tabulator is for those who count columns. */
    private static final int TAB = 8;

    private SourceExcerpt() {}

    /**
     * The line and the caret, on two lines; empty when the source has no such line.
     *
     * @param source the whole source
     * @param line the line, counted from 1
     * @param column the column, counted from 1, where a tabulator leads to the next multiple of eight
     */
    public static String at(CharSequence source, long line, long column) {
        String text = source.toString()
                .lines()
                .skip(Math.max(0, line - 1))
                .findFirst()
                .orElse("");
        if (line < 1 || text.isBlank()) {
            return "";
        }
        int indented = text.length() - text.stripLeading().length();
        int caret = Math.max(0, index(text, column) - indented);
        return INDENT + text.strip().replace('\t', ' ') + "\n" + INDENT + " ".repeat(caret) + "^";
    }

    private static int index(String text, long column) {
        int index = 0;
        for (long at = 1; index < text.length() && at < column; index++) {
            at = text.charAt(index) == '\t' ? at + TAB - (at - 1) % TAB : at + 1;
        }
        return index;
    }
}
