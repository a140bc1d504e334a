package dev.retort.script.source;

/** The form of a message of several lines. */
public final class Paragraphs {

    private Paragraphs() {}

    /** The lines of a text without white space around them, and with one empty line between paragraphs. */
    public static String of(String text) {
        StringBuilder result = new StringBuilder();
        boolean blank = false;
        for (String raw : text.strip().lines().toList()) {
            String line = raw.strip();
            if (line.isEmpty()) {
                blank = true;
                continue;
            }
            if (!result.isEmpty()) {
                result.append(blank ? "\n\n" : "\n");
            }
            result.append(line);
            blank = false;
        }
        return result.toString();
    }
}
