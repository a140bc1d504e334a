package dev.retort.secret;

/** The first line of a statement, for a sentence or a list. */
public final class FirstLine {

    /** Ends what was cut; its space does not break, so that a text of somebody else hardly has it by chance. */
    static final String CUT = "\u00a0…";

    private FirstLine() {}

    /** The first line, without secrets, also those that begin in it; an ellipsis stands for what follows. */
    public static String of(String statement) {
        String shown = SecretScan.masked(statement, SecretScan.ofWhole(statement, false))
                .strip();
        int end = shown.indexOf('\n');
        return end < 0 ? shown : shown.substring(0, end).stripTrailing() + CUT;
    }
}
