package dev.retort.script.source;

import dev.retort.error.ScriptException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The content of a revision file, which can be read several times, also in parts.
 *
 * @param name the name under which errors mention it
 * @param opener opens it at its beginning
 */
public record SourceContent(String name, Opener opener) {

    /** The maximum size of a file that is read at once, in bytes, without what line ends of another operating system add. */
    public static final int LARGEST_WHOLE = 4 * 1024 * 1024;

    private static final int BLOCK = 64 * 1024;

    /** Opens a content. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }

    /** The content of a file. */
    public static SourceContent of(Path file, String name) {
        return new SourceContent(name, () -> open(file));
    }

    /** A plain stream costs half of a channel, which counts for thousands of files; the channel knows better what is wrong. */
    private static InputStream open(Path file) throws IOException {
        try {
            return new FileInputStream(file.toFile());
        } catch (IOException e) {
            return Files.newInputStream(file);
        }
    }

    /**
     * The whole text; empty if it is too large to be read at once.
     *
     * @throws ScriptException if it cannot be read, is empty, or is not UTF-8
     */
    public Optional<SourceText> whole() {
        byte[] bytes = bytes(0, LARGEST_WHOLE + 1);
        if (bytes.length <= LARGEST_WHOLE) {
            return Optional.of(SourceText.decode(bytes, name));
        }
        return isLarge() ? Optional.empty() : Optional.of(SourceText.decode(bytes(0, Integer.MAX_VALUE), name));
    }

    /** A checkout on another operating system must be large, too: its lines end with one byte more. */
    private boolean isLarge() {
        try (InputStream in = opener.open()) {
            byte[] block = new byte[BLOCK];
            long size = 0;
            for (int read = in.read(block); read >= 0 && size <= LARGEST_WHOLE; read = in.read(block)) {
                for (int i = 0; i < read; i++) {
                    size += block[i] == '\r' ? 0 : 1;
                }
            }
            return size > LARGEST_WHOLE;
        } catch (IOException e) {
            throw SourceText.unreadable(name, e);
        }
    }

    /**
     * Some bytes.
     *
     * @param from the offset of the first one
     * @param most the maximum number of bytes; there are fewer only at the end
     * @throws ScriptException if they cannot be read
     */
    public byte[] bytes(long from, int most) {
        try (InputStream in = opener.open()) {
            in.skipNBytes(from);
            return in.readNBytes(most);
        } catch (IOException e) {
            throw SourceText.unreadable(name, e);
        }
    }

    /**
     * The text of some whole lines.
     *
     * @param bytes the lines
     * @param firstLine the first of them, counted from 1
     * @throws ScriptException if they are not UTF-8
     */
    public SourceText text(byte[] bytes, int firstLine) {
        return SourceText.decodePart(bytes, name, firstLine);
    }

    /** The bytes without the last line, which may not be whole; without any if they are no whole line. */
    public static byte[] wholeLines(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }
}
