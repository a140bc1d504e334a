package dev.retort.dialect.mariadb;

import dev.retort.dialect.FileColumn;
import dev.retort.dialect.FileValues;
import dev.retort.dialect.Literals;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** How MariaDB and MySQL take values of files. They would take the bytes of a text for the bits of a {@code BIT} column. */
final class MariadbFileValues extends FileValues {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,20}");

    MariadbFileValues(Literals literals) {
        super(literals);
    }

    @Override
    public Object bound(Object value, FileColumn column) throws SQLException {
        Object bound = super.bound(value, column);
        if (!column.typeName().equals("BIT") || !(bound instanceof String text)) {
            return bound;
        }
        if (!WHOLE.matcher(text).matches()) {
            throw column.refusal(text, column.isBoolean() ? "true or false" : "whole numbers, whose bits it holds");
        }
        return new BigDecimal(text);
    }
}
