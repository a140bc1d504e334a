package dev.retort.dialect.h2;

import dev.retort.dialect.FileColumn;
import dev.retort.dialect.FileValues;
import dev.retort.dialect.Literals;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** How H2 takes values of files. It would quote JSON that is a text, and take a number for bytes, or for the place of a label. */
final class H2FileValues extends FileValues {

    H2FileValues(Literals literals) {
        super(literals);
    }

    @Override
    public Object bound(Object value, FileColumn column) throws SQLException {
        if (column.typeName().equals("JSON") && value instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        if (column.typeName().startsWith("BINARY") && !(value instanceof String)) {
            throw column.refusal(value, "texts");
        }
        return column.typeName().startsWith("ENUM") && value instanceof Number number
                ? plain(number)
                : super.bound(value, column);
    }
}
