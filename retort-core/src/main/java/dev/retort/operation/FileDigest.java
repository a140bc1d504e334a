package dev.retort.operation;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * The digest of a file of rows: two checksums of 32 bits each and the length. It tells a file that was changed from one that was not, in a
 * hundredth of the time that a cryptographic hash needs; whoever can forge the file can write the revision, too.
 */
public final class FileDigest {

    private final CRC32 one = new CRC32();
    private final CRC32C other = new CRC32C();
    private long length;

    FileDigest() {}

    /**
     * The digest of a text, the same whether its lines end with CR and LF or with LF alone: checkouts of a repository differ in that. The
     * stream stays open.
     *
     * @throws IOException if it cannot be read
     */
    public static String ofText(InputStream bytes) throws IOException {
        FileDigest digest = new FileDigest();
        byte[] buffer = new byte[1 << 16];
        byte[] kept = new byte[buffer.length + 1];
        boolean afterReturn = false;
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            if (!afterReturn && !hasReturn(buffer, read)) {
                digest.add(buffer, 0, read);
                continue;
            }
            int count = 0;
            for (int i = 0; i < read; i++) {
                byte next = buffer[i];
                if (afterReturn && next != '\n') {
                    kept[count++] = '\r';
                }
                afterReturn = next == '\r';
                if (!afterReturn) {
                    kept[count++] = next;
                }
            }
            digest.add(kept, 0, count);
        }
        if (afterReturn) {
            digest.add(new byte[] {'\r'}, 0, 1);
        }
        return digest.value();
    }

    private static boolean hasReturn(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            if (bytes[i] == '\r') {
                return true;
            }
        }
        return false;
    }

    void add(byte[] bytes, int offset, int count) {
        one.update(bytes, offset, count);
        other.update(bytes, offset, count);
        length += count;
    }

    /** The digest of what was added so far: the checksums in hexadecimal digits, and the number of bytes. */
    String value() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits((int) one.getValue()) + hex.toHexDigits((int) other.getValue()) + "-" + length;
    }

    /** The bytes of a stream, which are added when they are read. */
    InputStream adding(InputStream bytes) {
        return new InputStream() {

            @Override
            public int read() throws IOException {
                byte[] next = new byte[1];
                return read(next, 0, 1) < 0 ? -1 : next[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int count) throws IOException {
                int read = bytes.read(buffer, offset, count);
                add(buffer, offset, Math.max(read, 0));
                return read;
            }

            @Override
            public void close() throws IOException {
                bytes.close();
            }
        };
    }
}
