package dev.retort.script.source;

import dev.retort.error.ScriptException;
import dev.retort.operation.RowFile;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content of a revision file, which can be read several times, also in parts. What is in an archive stays open between two parts, since
 * each opening would unpack all that is before the part.
 */
public final class SourceContent implements AutoCloseable {

    /** The maximum size of a file that is read at once, in bytes, without what line ends of another operating system add. */
    public static final int LARGEST_WHOLE = 4 * 1024 * 1024;

    private static final int BLOCK = 64 * 1024;

    private final String name;
    private final RowFile.Content content;
    private final boolean inArchive;
    private @Nullable InputStream open;
    private long keptBegin;
    private byte[] kept = {};

    private SourceContent(String name, RowFile.Content content, boolean inArchive) {
        this.name = name;
        this.content = content;
        this.inArchive = inArchive;
    }

    /**
     * A content that is opened for each part.
     *
     * @param name the name under which errors mention it
     */
    public SourceContent(String name, RowFile.Content content) {
        this(name, content, false);
    }

    /** The content of a file. */
    public static SourceContent of(Path file, String name) {
        return new SourceContent(name, () -> open(file));
    }

    /** The content of something in an archive, to be closed when its parts are read. */
    public static SourceContent inArchive(String name, RowFile.Content content) {
        return new SourceContent(name, content, true);
    }

    /** The name under which errors mention it. */
    public String name() {
        return name;
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
        byte[] bytes = alone(0, LARGEST_WHOLE + 1);
        if (bytes.length <= LARGEST_WHOLE) {
            return Optional.of(SourceText.decode(bytes, name));
        }
        return isLarge() ? Optional.empty() : Optional.of(SourceText.decode(alone(0, Integer.MAX_VALUE), name));
    }

    /** A checkout on another operating system must be large, too: its lines end with one byte more. */
    private boolean isLarge() {
        try (InputStream in = content.open()) {
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
        return inArchive ? next(from, most) : alone(from, most);
    }

    private byte[] alone(long from, int most) {
        try (InputStream in = content.open()) {
            in.skipNBytes(from);
            return in.readNBytes(most);
        } catch (IOException e) {
            throw SourceText.unreadable(name, e);
        }
    }

    /** Goes on where the last reading has ended. The next part usually begins in this one, so this one is kept. */
    private synchronized byte[] next(long from, int most) {
        try {
            if (open == null || from < keptBegin) {
                close();
                open = content.open();
            }
            int known = (int) Math.min(most, Math.max(0, keptBegin + kept.length - from));
            if (known == most && known > 0) {
                int begin = (int) (from - keptBegin);
                return Arrays.copyOfRange(kept, begin, begin + most);
            }
            open.skipNBytes(Math.max(0, from - keptBegin - kept.length));
            byte[] added = open.readNBytes(most - known);
            byte[] bytes = Arrays.copyOfRange(kept, kept.length - known, kept.length + added.length);
            System.arraycopy(added, 0, bytes, known, added.length);
            kept = bytes;
            keptBegin = from;
            return bytes;
        } catch (IOException e) {
            throw SourceText.unreadable(name, e);
        }
    }

    /** Closes what is open between two parts. It can be read again. */
    @Override
    public synchronized void close() {
        InputStream last = open;
        open = null;
        kept = new byte[0];
        keptBegin = 0;
        if (last == null) {
            return;
        }
        try {
            last.close();
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
