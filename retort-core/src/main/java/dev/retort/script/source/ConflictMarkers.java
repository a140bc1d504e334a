package dev.retort.script.source;

import dev.retort.error.ScriptException;
import java.util.List;

/** The lines that git leaves in a file which it could not merge. */
public final class ConflictMarkers {

    private static final List<String> SIDES = List.of("<<<<<<< ", ">>>>>>> ");
    private static final String MIDDLE = "=======";

    private ConflictMarkers() {}

    /**
     * Refuses a text in which a side of a conflict begins or ends, be it in code, in a comment or in a quote.
     *
     * @throws ScriptException naming the line
     */
    public static void refuse(SourceText source) {
        String text = source.text();
        for (String side : SIDES) {
            for (int at = text.indexOf(side); at >= 0; at = text.indexOf(side, at + 1)) {
                if (beginsLine(text, at)) {
                    throw conflict(source, at);
                }
            }
        }
    }

    /**
     * Refuses the line between two sides, where code is expected; in a comment or a quote it may be meant.
     *
     * @param offset where the code begins
     * @throws ScriptException naming the line
     */
    public static void refuseMiddle(SourceText source, int offset) {
        String text = source.text();
        int end = offset + MIDDLE.length();
        if (text.startsWith(MIDDLE, offset)
                && beginsLine(text, offset)
                && (end == text.length() || text.charAt(end) == '\n')) {
            throw conflict(source, offset);
        }
    }

    private static boolean beginsLine(String text, int offset) {
        return offset == 0 || text.charAt(offset - 1) == '\n';
    }

    private static ScriptException conflict(SourceText source, int offset) {
        return source.error(
                source.lineAt(offset),
                "The file contains a merge conflict of git.",
                "Resolve the conflict and remove the marker lines.");
    }
}
