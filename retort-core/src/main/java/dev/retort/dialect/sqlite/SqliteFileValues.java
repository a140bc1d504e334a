package dev.retort.dialect.sqlite;

import dev.retort.dialect.FileColumn;
import dev.retort.dialect.FileValues;
import dev.retort.dialect.Literals;
import dev.retort.operation.TruthWords;
import java.math.BigDecimal;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * How SQLite takes values of files. It would keep any word in a column of booleans. A number with decimals is a text, whose digits are all
 * there if the column keeps texts; else the database makes it a number.
 */
final class SqliteFileValues extends FileValues {

    SqliteFileValues(Literals literals) {
        super(literals);
    }

    @Override
    public Object bound(Object value, FileColumn column) throws SQLException {
        if (value instanceof String word && isBoolean(column)) {
            Boolean truth = TruthWords.read(word);
            if (truth == null) {
                throw column.refusal(word, "true or false");
            }
            return truth;
        }
        return value instanceof BigDecimal number ? plain(number) : super.bound(value, column);
    }

    private static boolean isBoolean(FileColumn column) {
        String type = column.typeName();
        return type.equalsIgnoreCase("BOOLEAN")
                || type.equalsIgnoreCase("BOOL")
                || (type.equalsIgnoreCase("BIT") && column.size() <= 1);
    }

    @Override
    public String written(@Nullable Object value) {
        return super.written(value instanceof BigDecimal number ? plain(number) : value);
    }
}
