package dev.retort.error;

/**
 * A place in a file.
 *
 * @param file the file's path as it should be shown
 * @param line the line, counted from 1; 0 for the whole file
 */
public record SourcePosition(String file, int line) {

    /** The position of a whole file. */
    public static SourcePosition of(String file) {
        return new SourcePosition(file, 0);
    }

    @Override
    public String toString() {
        return line > 0 ? file + ":" + line : file;
    }
}
