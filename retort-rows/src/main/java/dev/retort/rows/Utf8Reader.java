package dev.retort.rows;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads text in UTF-8, without the mark that some programs write before it. Unlike the reader of the JDK, it gives all characters before it
 * fails at what is not in UTF-8, or at a NUL, so that whoever reads knows the line.
 */
final class Utf8Reader extends Reader {

    static final String NUL = "it contains the character NUL, which no database takes";

    private static final char MARK = '\uFEFF';

    private final InputStream content;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private boolean atStart = true;
    private boolean ended;
    private boolean atNul;

    Utf8Reader(InputStream content) {
        this.content = content;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (atNul) {
            throw new IOException(NUL);
        }
        CharBuffer characters = CharBuffer.wrap(buffer, offset, length);
        int begin = characters.position();
        while (characters.position() == begin) {
            CoderResult result = decoder.decode(bytes, characters, ended);
            if (atStart && characters.position() > begin) {
                atStart = false;
                dropMark(characters, begin);
            } else if (characters.position() == begin && (result.isError() || result.isOverflow())) {
                // Half of a character beyond the BMP does not fit where one is asked for.
                throw new IOException(result.isError() ? "it is not in UTF-8" : "there is no room for a character");
            } else if (characters.position() == begin && ended) {
                return -1;
            } else if (characters.position() == begin) {
                fill();
            }
        }
        return untilNul(characters, begin);
    }

    private int untilNul(CharBuffer characters, int begin) throws IOException {
        char[] array = characters.array();
        int end = begin;
        while (end < characters.position() && array[end] != '\0') {
            end++;
        }
        atNul = end < characters.position();
        if (atNul && end == begin) {
            throw new IOException(NUL);
        }
        return end - begin;
    }

    private static void dropMark(CharBuffer characters, int begin) {
        if (characters.get(begin) == MARK) {
            int end = characters.position();
            characters.position(begin);
            characters.put(characters.array(), begin + 1, end - begin - 1);
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = content.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0));
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
