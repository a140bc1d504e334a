package dev.retort.dialect;

import dev.retort.digest.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The key of a lock, hashed to the form that a database needs.
 *
 * @param text what is locked
 */
public record LockKey(String text) {

    /** The hash as a 64-bit number. */
    public long number() {
        return ByteBuffer.wrap(hash()).getLong();
    }

    /** The hash as 32 hexadecimal digits. */
    public String digits() {
        return HexFormat.of().formatHex(hash(), 0, 16);
    }

    private byte[] hash() {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
