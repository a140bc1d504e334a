package dev.retort.tests.run;

import dev.retort.operation.RowFile;
import dev.retort.operation.RowReader;
import dev.retort.rows.RowFiles;
import dev.retort.spi.StopSignal;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CSV file in whose 1,500th row a stop is requested once there is something to stop. Public, as a revision creates it. */
public record StoppedFile(String path) implements RowFile {

    private static final int ROW = 1_500;

    private static final ThreadLocal<@Nullable StopSignal> STOP = new ThreadLocal<>();

    /** What to request where this thread reads the rows; null for nothing. */
    static void requests(@Nullable StopSignal stop) {
        STOP.set(stop);
    }

    @Override
    public RowReader open(InputStream content) throws IOException {
        return new Rows(RowFiles.csv(path).open(content));
    }

    /** The rows of the file. */
    private static final class Rows implements RowReader {

        private final RowReader rows;
        private int count;

        Rows(RowReader rows) {
            this.rows = rows;
        }

        @Override
        public List<String> columns() throws IOException {
            return rows.columns();
        }

        @Override
        public @Nullable List<@Nullable Object> next() throws IOException {
            StopSignal stop = STOP.get();
            if (++count == ROW && stop != null) {
                stop.request();
            }
            return rows.next();
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
}
