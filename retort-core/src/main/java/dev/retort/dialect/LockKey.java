package dev.retort.dialect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256.", missing);
        }
    }
}
