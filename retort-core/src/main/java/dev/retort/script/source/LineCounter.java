package dev.retort.script.source;

/** Finds the lines and columns of offsets that mostly grow, without counting from the beginning each time. */
public final class LineCounter {

    private final String text;
    private final int firstLine;
    private int counted;
    private int line;
    private int measured;
    private int column = 1;

    public LineCounter(String text) {
        this(text, 1);
    }

    LineCounter(String text, int firstLine) {
        this.text = text;
        this.firstLine = firstLine;
        this.line = firstLine;
    }

    /** The line of an offset, counted from 1. */
    public int at(int offset) {
        if (offset < counted) {
            counted = 0;
            line = firstLine;
        }
        int newline = text.indexOf('\n', counted);
        while (newline >= 0 && newline < offset) {
            line++;
            counted = newline + 1;
            newline = text.indexOf('\n', counted);
        }
        return line;
    }

    /** The column of an offset in its line, in characters counted from 1. */
    public int columnAt(int offset) {
        at(offset);
        if (measured < counted || measured > offset) {
            measured = counted;
            column = 1;
        }
        column += text.codePointCount(measured, offset);
        measured = offset;
        return column;
    }
}
