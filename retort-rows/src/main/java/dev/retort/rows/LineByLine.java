package dev.retort.rows;

import java.io.IOException;
import java.io.Reader;

/** Gives no more than one line at once, so that whoever reads is never ahead of the line that it is in. */
final class LineByLine extends Reader {

    private final Reader text;
    private final char[] buffer = new char[1 << 13];
    private int position;
    private int limit;
    private long line = 1;
    private boolean lineEnded;

    LineByLine(Reader text) {
        this.text = text;
    }

    /** The line of the character that was given last, counted from 1. */
    long line() {
        return line;
    }

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
        System.arraycopy(buffer, position, target, offset, count);
        position = end;
        return count;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
