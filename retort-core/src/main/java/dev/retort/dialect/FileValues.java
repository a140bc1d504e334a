package dev.retort.dialect;

import dev.retort.operation.TruthWords;
import java.math.BigDecimal;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * How a database takes the values of files: texts, numbers and booleans. Most of them it converts itself; a value that it would take for
 * another one is converted before, or refused.
 */
public class FileValues {

    private final Literals literals;

    /** The standard: words of truth are booleans in columns of booleans, and numbers are texts in columns of texts. */
    public FileValues(Literals literals) {
        this.literals = literals;
    }

    /**
     * A value as a parameter for the driver.
     *
     * @throws SQLException if the column does not take it
     */
    public Object bound(Object value, FileColumn column) throws SQLException {
        if (value instanceof String text) {
            Boolean truth = column.isBoolean() ? TruthWords.read(text) : null;
            return truth == null ? text : truth;
        }
        if (value instanceof BigDecimal number && column.isApproximate()) {
            return floating(number, column);
        }
        return value instanceof Number number && column.hasTexts() ? plain(number) : value;
    }

    private static Double floating(BigDecimal number, FileColumn column) throws SQLException {
        double floating = number.doubleValue();
        if (Double.isInfinite(floating)) {
            throw column.refusal(number, "no number as large as that");
        }
        return floating;
    }

    /** A value in a script, where nothing is known of its column. */
    public String written(@Nullable Object value) {
        return literals.write(value);
    }

    /** A number without an exponent. */
    protected static String plain(Number number) {
        return number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString();
    }
}
