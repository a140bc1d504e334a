package dev.retort.script.source;

import dev.retort.secret.SecretScan;
import java.util.ArrayList;
import java.util.List;

/** A line of a source, or what fits of it, with a caret below a place in it, indented, and without secrets. */
public final class SourceExcerpt {

    private static final String INDENT = "    ";

    /** How much of a long line is shown, around the place. */
    private static final int WIDEST = 160;

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
        List<SecretScan.Part> secrets = SecretScan.ofText(text, false);
        String shown = SecretScan.masked(text, secrets).replace('\t', ' ').stripTrailing();
        int caret = shownIndex(text, secrets, index(text, column));
        int begin = shown.length() - shown.stripLeading().length();
        if (shown.length() - begin > WIDEST) {
            begin = Math.max(begin, Math.min(caret, shown.length()) - WIDEST / 2);
        }
        int end = Math.min(shown.length(), begin + WIDEST);
        String before = shown.substring(0, begin).isBlank() ? "" : "…";
        String after = end < shown.length() ? "…" : "";
        return INDENT + before + shown.substring(begin, end) + after + "\n" + INDENT
                + " ".repeat(Math.max(0, before.length() + caret - begin)) + "^";
    }

    /** Where a place in a line is when its secrets are masked. */
    private static int shownIndex(String text, List<SecretScan.Part> secrets, int index) {
        int end = index;
        List<SecretScan.Part> before = new ArrayList<>();
        for (SecretScan.Part secret : secrets) {
            if (secret.end() <= index) {
                before.add(secret);
            } else if (secret.begin() < index) {
                end = secret.begin();
            }
        }
        return SecretScan.masked(text.substring(0, end), before).length();
    }

    private static int index(String text, long column) {
        int index = 0;
        for (long at = 1; index < text.length() && at < column; index++) {
            at = text.charAt(index) == '\t' ? at + TAB - (at - 1) % TAB : at + 1;
        }
        return index;
    }
}
