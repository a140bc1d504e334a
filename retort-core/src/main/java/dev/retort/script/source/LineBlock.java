package dev.retort.script.source;

import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;

/**
 * Some whole lines of a file, or what is left of it.
 *
 * @param offset where they begin in the file, in bytes
 * @param bytes their bytes
 * @param text their text
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LineBlock(int offset, byte[] bytes, SourceText text) {

    /** The longest line that is read, in bytes. */
    private static final int LONGEST_LINE = 64 * 1024 * 1024;

    /**
     * Reads the lines that fit into a size, but at least one.
     *
     * @param offset where the first line begins, in bytes
     * @param end where the last line ends at the latest, in bytes
     * @param line the first line, counted from 1
     * @param size in bytes
     * @throws ScriptException if the file cannot be read, is not UTF-8, or is larger than 2 GB
     */
    public static LineBlock read(SourceContent content, int offset, int end, int line, int size) {
        for (int most = size; ; most = doubled(most, content, line)) {
            byte[] read = content.bytes(offset, Math.min(most, end - offset));
            if ((long) offset + read.length == Integer.MAX_VALUE) {
                throw new ScriptException(
                        "The file is larger than 2 GB.",
                        SourcePosition.of(content.name()),
                        "Write several files, each a revision of its own.",
                        null);
            }
            byte[] bytes = read.length < most ? read : SourceContent.wholeLines(read);
            if (read.length < most || bytes.length > 0) {
                return new LineBlock(offset, bytes, content.text(bytes, line));
            }
        }
    }

    private static int doubled(int size, SourceContent content, int line) {
        if (size >= LONGEST_LINE) {
            throw new ScriptException(
                    "The line is longer than 64 MB.",
                    new SourcePosition(content.name(), line),
                    "Break it into several lines.",
                    null);
        }
        return size * 2;
    }

    /** Where the last line ends in the file, in bytes. */
    public int end() {
        return offset + bytes.length;
    }

    /** The number of line ends before an offset into the text. */
    public int linesBefore(int at) {
        return text.lineAt(at) - text.firstLine();
    }

    /** Where a line of the text, counted from 0, begins in the file, in bytes. */
    public int offsetOfLine(int number) {
        int at = 0;
        for (int passed = 0; passed < number && at < bytes.length; at++) {
            boolean goesOn = bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n';
            passed += (bytes[at] == '\n' || bytes[at] == '\r') && !goesOn ? 1 : 0;
        }
        return offset + at;
    }
}
