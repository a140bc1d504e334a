package dev.retort.error;

import java.util.Locale;

/**
 * Characters that affect the text around them: control characters such as escape, those that change the direction of text, and other
 * invisible ones. A terminal obeys them, so that a reader sees another text.
 */
public final class ControlCharacters {

    private static final char JOINS_NOT = '\u200C';
    private static final char JOINS = '\u200D';

    private ControlCharacters() {}

    /** Whether a single line contains none. */
    public static boolean isWithout(String line) {
        return isWithout(line, false);
    }

    /** Whether a text contains none except line ends and tabs. */
    public static boolean isWithoutBetweenLines(String text) {
        return isWithout(text, true);
    }

    private static boolean isWithout(String text, boolean lines) {
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int point = text.codePointAt(i);
            if (is(point) && !(lines && isLayout(point))) {
                return false;
            }
        }
        return true;
    }

    /** A text with each of them replaced by its code, as in Java and JSON; line ends and tabs stay. */
    public static String shown(String text) {
        return isWithoutBetweenLines(text) ? text : escaped(text, true);
    }

    /** A text on one line, with each of them replaced by its code. */
    public static String shownOnALine(String text) {
        return isWithout(text) ? text : escaped(text, false);
    }

    private static String escaped(String text, boolean lines) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (!is(point) || (lines && isLayout(point))) {
                shown.appendCodePoint(point);
                return;
            }
            for (char unit : Character.toChars(point)) {
                shown.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
            }
        });
        return shown.toString();
    }

    private static boolean isLayout(int point) {
        return point == '\n' || point == '\t' || point == '\r';
    }

    private static boolean is(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            // Some languages, and composed characters, need these two.
            case Character.FORMAT -> point != JOINS && point != JOINS_NOT;
            default -> false;
        };
    }
}
