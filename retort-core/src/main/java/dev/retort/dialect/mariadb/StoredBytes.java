package dev.retort.dialect.mariadb;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Bytes among characters: SHOW CREATE TABLE writes the default of a binary column as it is stored. A byte that is part of no character is
 * represented by an unpaired surrogate, which is no character.
 */
public final class StoredBytes {

    private static final int FIRST = 0xDC00;
    private static final int BYTES = 0x100;

    private StoredBytes() {}

    /** The characters of a text in UTF-8, with the bytes that are part of none. */
    public static String text(byte[] utf8) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(utf8);
        CharBuffer characters = CharBuffer.allocate(utf8.length);
        CoderResult read = decoder.decode(bytes, characters, true);
        while (read.isError()) {
            characters.put((char) (FIRST + Byte.toUnsignedInt(bytes.get())));
            read = decoder.decode(bytes, characters, true);
        }
        return characters.flip().toString();
    }

    static boolean holdsOtherThanText(String text) {
        return text.codePoints().anyMatch(StoredBytes::isByte);
    }

    private static boolean isByte(int codePoint) {
        return FIRST <= codePoint && codePoint < FIRST + BYTES;
    }

    /** The bytes as a literal. */
    public static String literal(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.codePoints().forEach(codePoint -> {
            if (isByte(codePoint)) {
                bytes.write(codePoint - FIRST);
            } else {
                bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
            }
        });
        return "X'" + HexFormat.of().formatHex(bytes.toByteArray()) + "'";
    }
}
