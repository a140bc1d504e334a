package dev.retort.dialect.mysql;

import dev.retort.dialect.SqlTypes;
import dev.retort.dialect.TypeText;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The present time in a default or ON UPDATE, which must have as many fractional digits as its column:
 * https://dev.mysql.com/doc/refman/8.0/en/timestamp-initialization.html
 *
 * @param digits the fractional digits of the column
 */
record MysqlMoment(int digits) {

    private static final Pattern WRITTEN = Pattern.compile(
            "(?i)\\s*(current_timestamp|now|localtime|localtimestamp)\\s*(?:\\(\\s*(\\d*)\\s*\\))?\\s*");

    static MysqlMoment of(Column column, SqlTypes types) {
        return new MysqlMoment(isOf(column, types) ? type(column, types).number(0, 0) : 0);
    }

    /** Whether the present time can be the default of a column without parentheses. */
    static boolean isOf(Column column, SqlTypes types) {
        String name = type(column, types).name();
        return name.equals("datetime") || name.equals("timestamp");
    }

    private static TypeText type(Column column, SqlTypes types) {
        return TypeText.of(types.render(column.type()));
    }

    /** Whether a default is the present time and nothing else. */
    static boolean isBare(@Nullable DefaultValue value) {
        return value instanceof DefaultValue.Expression expression
                && WRITTEN.matcher(expression.sql()).matches();
    }

    /** Whether a default in the catalog is the present time as the server writes it outside of parentheses. */
    static boolean isUsual(String text) {
        return text.startsWith("CURRENT_TIMESTAMP");
    }

    /** Whether two expressions are the present time, with however many digits. */
    static boolean areBoth(String one, String other) {
        return WRITTEN.matcher(one).matches() && WRITTEN.matcher(other).matches();
    }

    /** An expression with the digits of the column, if it is the present time without digits of its own. */
    String in(String expression) {
        Matcher written = WRITTEN.matcher(expression);
        boolean lacking = written.matches()
                && (written.group(2) == null || written.group(2).isEmpty());
        return lacking && digits > 0 ? written.group(1) + "(" + digits + ")" : expression;
    }
}
