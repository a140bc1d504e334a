package dev.retort.runtime;

import java.io.IOException;
import java.io.StringReader;

/** Reads a text until somebody asks to stop. */
final class StoppableReader extends StringReader {

    private final StopSignal stop;

    StoppableReader(String text, StopSignal stop) {
        super(text);
        this.stop = stop;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (stop.requested()) {
            throw new IOException("The run was asked to stop.");
        }
        return super.read(buffer, offset, length);
    }
}
