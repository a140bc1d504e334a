package dev.retort.rows;

import java.io.IOException;
import java.io.Reader;

/** Gives no more than one line at once, so that whoever reads is never ahead of the line that it is in. */
final class LineByLine extends Reader {

    /** The most that one thing of a file, such as a field, may have: so much is kept in memory. */
    static final int MOST_CHARACTERS = 1 << 24;

    private final Reader text;
    private final char[] buffer = new char[1 << 13];
    private int position;
    private int limit;
    private long line = 1;
    private boolean lineEnded;
    private int left = MOST_CHARACTERS;

    LineByLine(Reader text) {
        this.text = text;
    }

    /** The line of the character that was given last, counted from 1. */
    long line() {
        return line;
    }

    /** Whether the last line has ended. */
    boolean atLineEnd() {
        return lineEnded;
    }

    /** Begins to count the characters of another object. */
    void beginObject() {
        left = MOST_CHARACTERS;
    }

    /**
     * Reads characters of one line.
     *
     * @throws IOException also if the object is too long
     */
    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(0, text.read(buffer, 0, buffer.length));
            if (limit == 0) {
                return -1;
            }
        }
        if (lineEnded) {
            line++;
        }
        int end = position;
        int most = Math.min(limit, position + length);
        lineEnded = false;
        while (end < most && !lineEnded) {
            lineEnded = buffer[end++] == '\n';
        }
        int count = end - position;
        left -= count;
        if (left < 0) {
            throw new IOException("an object has more than " + MOST_CHARACTERS + " characters");
        }
        System.arraycopy(buffer, position, target, offset, count);
        position = end;
        return count;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
