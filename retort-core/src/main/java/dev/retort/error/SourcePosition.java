package dev.retort.error;

/**
 * A place in a file.
 *
 * @param file the file's path as it should be shown
 * @param line the line, counted from 1; 0 for the whole file
 * @param column the character in the line, counted from 1; 0 for the whole line
 */
public record SourcePosition(String file, int line, int column) {

    /** The position of a whole line. */
    public SourcePosition(String file, int line) {
        this(file, line, 0);
    }

    /** The position of a whole file. */
    public static SourcePosition of(String file) {
        return new SourcePosition(file, 0);
    }

    /** The same place, with another path of the file. */
    public SourcePosition in(String path) {
        return new SourcePosition(path, line, column);
    }

    /** The place behind a text that begins at this one; a whole line or file stays what it is. */
    public SourcePosition after(String text) {
        if (column == 0) {
            return this;
        }
        int newlines = (int) text.chars().filter(c -> c == '\n').count();
        int begin = text.lastIndexOf('\n') + 1;
        int characters = text.codePointCount(begin, text.length());
        return new SourcePosition(file, line + newlines, characters + (newlines == 0 ? column : 1));
    }

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + (column > 0 ? ":" + column : "");
    }
}
