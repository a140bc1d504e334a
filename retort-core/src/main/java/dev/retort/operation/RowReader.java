package dev.retort.operation;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows, one after the other. */
public interface RowReader extends Closeable {

    /**
     * The columns that the rows have values for; empty if there are no rows and nothing names columns.
     *
     * @throws IOException saying what is wrong with what names them, as a clause that follows its line
     */
    List<String> columns() throws IOException;

    /**
     * The next row: texts, numbers, booleans and nulls, one for each column; null after the last one.
     *
     * @throws IOException saying what is wrong with the row, as a clause that follows its line
     */
    @Nullable
    List<@Nullable Object> next() throws IOException;

    /**
     * Reads the next row as {@link #next} does, for its errors alone: its values may all be null. The default is {@link #next}.
     *
     * @throws IOException as {@link #next} does
     */
    default @Nullable List<@Nullable Object> skim() throws IOException {
        return next();
    }

    /** The line of the row that was read last, or could not be, counted from 1. */
    long line();
}
