package dev.retort.runtime;

import dev.retort.spi.StopSignal;
import java.io.IOException;
import java.io.StringReader;

/** Reads a text until a stop is requested. */
final class StoppableReader extends StringReader {

    /** A stop was requested. */
    static final class Stopped extends IOException {

        private static final long serialVersionUID = 1L;

        Stopped() {
            super("The run was asked to stop.");
        }
    }

    private final StopSignal stop;

    StoppableReader(String text, StopSignal stop) {
        super(text);
        this.stop = stop;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (stop.requested()) {
            throw new Stopped();
        }
        return super.read(buffer, offset, length);
    }
}
