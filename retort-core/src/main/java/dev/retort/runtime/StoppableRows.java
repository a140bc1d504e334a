package dev.retort.runtime;

import dev.retort.operation.RowReader;
import dev.retort.spi.StopSignal;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows until a stop is requested. */
record StoppableRows(RowReader rows, StopSignal stop) implements RowReader {

    @Override
    public List<String> columns() throws IOException {
        return rows.columns();
    }

    @Override
    public @Nullable List<@Nullable Object> next() throws IOException {
        if (stop.requested()) {
            throw new StoppableReader.Stopped();
        }
        return rows.next();
    }

    @Override
    public @Nullable List<@Nullable Object> skim() throws IOException {
        return next();
    }

    @Override
    public long line() {
        return rows.line();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
