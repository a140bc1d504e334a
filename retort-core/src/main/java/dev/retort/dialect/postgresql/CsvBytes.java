package dev.retort.dialect.postgresql;

import dev.retort.operation.RowReader;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as CSV in UTF-8 for COPY, written while they are read: NULL is an empty field, an empty text has quotes. */
final class CsvBytes extends InputStream {

    private final RowReader rows;
    private byte[] line = new byte[1 << 10];
    private int length;
    private int position;
    private boolean ended;

    CsvBytes(RowReader rows) {
        this.rows = rows;
    }

    @Override
    public int read() throws IOException {
        byte[] next = new byte[1];
        return read(next, 0, 1) < 0 ? -1 : next[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        int written = 0;
        while (written < count) {
            if (position == length && !nextLine()) {
                break;
            }
            int some = Math.min(count - written, length - position);
            System.arraycopy(line, position, buffer, offset + written, some);
            position += some;
            written += some;
        }
        return written == 0 && count > 0 ? -1 : written;
    }

    private boolean nextLine() throws IOException {
        List<@Nullable Object> row = ended ? null : rows.next();
        if (row == null) {
            ended = true;
            return false;
        }
        length = 0;
        position = 0;
        for (int i = 0; i < row.size(); i++) {
            if (i > 0) {
                put((byte) ',');
            }
            Object value = row.get(i);
            if (value != null) {
                put(text(value));
            }
        }
        put((byte) '\n');
        return true;
    }

    /** A value as COPY takes it. */
    static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private void put(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        reserve(2 * bytes.length + 2);
        if (isPlain(bytes)) {
            System.arraycopy(bytes, 0, line, length, bytes.length);
            length += bytes.length;
        } else {
            line[length++] = '"';
            for (byte one : bytes) {
                if (one == '"') {
                    line[length++] = '"';
                }
                line[length++] = one;
            }
            line[length++] = '"';
        }
    }

    /** A backslash may be the mark that ends the rows. */
    private static boolean isPlain(byte[] bytes) {
        for (byte one : bytes) {
            if (one == '"' || one == ',' || one == '\n' || one == '\r' || one == '\\') {
                return false;
            }
        }
        return bytes.length > 0;
    }

    private void put(byte one) {
        reserve(1);
        line[length++] = one;
    }

    private void reserve(int count) {
        if (line.length - length < count) {
            line = Arrays.copyOf(line, Math.max(length + count, 2 * line.length));
        }
    }

    /** Whoever opened the rows closes them. */
    @Override
    public void close() {}
}
