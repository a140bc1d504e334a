package dev.retort.dialect.hsqldb;

import dev.retort.dialect.FileColumn;
import dev.retort.dialect.FileValues;
import dev.retort.dialect.Literals;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HexFormat;
import java.util.Locale;

/** How HSQLDB takes values of files. Its driver takes no text for a BLOB, and writes booleans differently than the database. */
final class HsqldbFileValues extends FileValues {

    HsqldbFileValues(Literals literals) {
        super(literals);
    }

    @Override
    public Object bound(Object value, FileColumn column) throws SQLException {
        if (column.type() == Types.BLOB) {
            return bytes(value, column);
        }
        return value instanceof Boolean truth && column.hasTexts()
                ? truth.toString().toUpperCase(Locale.ROOT)
                : super.bound(value, column);
    }

    private static byte[] bytes(Object value, FileColumn column) throws SQLException {
        try {
            return HexFormat.of().parseHex(value instanceof String text ? text : "none");
        } catch (IllegalArgumentException notHexadecimal) {
            throw column.refusal(value, "texts of hexadecimal digits");
        }
    }
}
