package dev.retort.script.source;

import dev.retort.error.FileReason;
import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The text of a revision file, with the name under which errors mention it. Lines end with {@code \n} whatever the file holds, so
 * that a checkout on another operating system is the same text.
 *
 * @param name the file's path as it should be shown
 * @param text the text without a byte order mark, or a part of it that begins with a line
 * @param firstLine the line of the file with which the text begins, counted from 1
 */
public record SourceText(String name, String text, int firstLine) {

    private static final char REPLACEMENT = '\uFFFD';

    public SourceText {
        if (firstLine == 1 && !text.isEmpty() && text.charAt(0) == '\uFEFF') {
            text = text.substring(1);
        }
        if (text.indexOf('\r') >= 0) {
            text = text.replace("\r\n", "\n").replace('\r', '\n');
        }
    }

    /** The text of a whole file. */
    public SourceText(String name, String text) {
        this(name, text, 1);
    }

    /**
     * Reads a file.
     *
     * @throws ScriptException if it cannot be read, is empty, or is not UTF-8
     */
    public static SourceText read(Path file, String name) {
        return decode(bytes(file, name), name);
    }

    /**
     * The bytes of a file as they are.
     *
     * @throws ScriptException if it cannot be read
     */
    public static byte[] bytes(Path file, String name) {
        return SourceContent.of(file, name).bytes(0, Integer.MAX_VALUE);
    }

    /**
     * Decodes the content of a file.
     *
     * @throws ScriptException if it is empty or not UTF-8
     */
    public static SourceText decode(byte[] bytes, String name) {
        SourceText source = decodePart(bytes, name, 1);
        if (source.text().isBlank()) {
            throw new ScriptException(
                    "The file is empty.", SourcePosition.of(name), "Delete it, or restore its content.", null);
        }
        return source;
    }

    /**
     * Decodes some lines of a file.
     *
     * @throws ScriptException if they are not UTF-8
     */
    static SourceText decodePart(byte[] bytes, String name, int firstLine) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            refuseMalformed(bytes, name, firstLine);
        }
        return new SourceText(name, text, firstLine);
    }

    public static ScriptException unreadable(String name, IOException cause) {
        return new ScriptException(
                "The file cannot be read: " + FileReason.of(cause) + ".",
                SourcePosition.of(name),
                "Check that it exists and that this user may read it.",
                cause);
    }

    /** The line of an offset into the text, counted from 1. */
    public int lineAt(int offset) {
        return lines().at(offset);
    }

    /** Finds lines and columns in the file. */
    public LineCounter lines() {
        return new LineCounter(text, firstLine);
    }

    public SourcePosition position(int line) {
        return new SourcePosition(name, line);
    }

    public ScriptException error(int line, String problem, @Nullable String remedy) {
        return new ScriptException(problem, position(line), remedy, null);
    }

    private static void refuseMalformed(byte[] bytes, String name, int firstLine) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(in, CharBuffer.allocate(bytes.length), true);
        if (result.isError()) {
            int offset = in.position();
            int line = firstLine;
            for (int i = 0; i < offset; i++) {
                if (bytes[i] == '\n') {
                    line++;
                }
            }
            throw new ScriptException(
                    "The file is not UTF-8: "
                            + (firstLine == 1
                                    ? "the byte at offset " + offset + " belongs to no character."
                                    : "a byte of this line belongs to no character."),
                    new SourcePosition(name, line),
                    "Save it as UTF-8.",
                    null);
        }
    }
}
