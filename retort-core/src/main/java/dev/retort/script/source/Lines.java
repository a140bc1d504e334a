package dev.retort.script.source;

/** A cursor over the lines of a text that knows where each begins. */
public final class Lines {

    private final String text;
    private int start;
    private int end = -1;

    /** Starts before the line that begins at an offset. */
    public Lines(String text, int from) {
        this.text = text;
        this.end = from - 1;
    }

    /** Moves to the next line and says whether there is one. */
    public boolean next() {
        if (end >= text.length()) {
            return false;
        }
        start = end + 1;
        int newline = text.indexOf('\n', start);
        end = newline < 0 ? text.length() : newline;
        return true;
    }

    /** The current line without surrounding white space. */
    public String line() {
        return text.substring(start, end).strip();
    }

    /** Where the current line begins. */
    public int start() {
        return start;
    }

    /** Where the current line ends, before its line break. */
    public int end() {
        return end;
    }
}
