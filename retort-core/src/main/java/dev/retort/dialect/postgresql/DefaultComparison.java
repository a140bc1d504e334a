package dev.retort.dialect.postgresql;

import dev.retort.dialect.LiteralText;
import dev.retort.dialect.SqlTypes;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.DefaultValue.Expression;
import dev.retort.schema.DefaultValue.Literal;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether two defaults give a column the same value. */
final class DefaultComparison {

    private final SqlTypes types;
    private final PostgresqlDefaults defaults;
    private final ExpressionComparison expressions;

    DefaultComparison(SqlTypes types, ExpressionComparison expressions) {
        this.types = types;
        this.defaults = new PostgresqlDefaults(types);
        this.expressions = expressions;
    }

    /** The default of a column, with an expression that is only a literal read as one. */
    @Nullable
    DefaultValue read(Column column) {
        return column.defaultValue() instanceof Expression expression
                ? defaults.read(expression.sql())
                : column.defaultValue();
    }

    boolean same(DefaultValue wanted, DefaultValue found, SqlType type) {
        if (wanted instanceof Literal literal && found instanceof Literal stored) {
            return value(literal, type).equals(value(stored, type));
        }
        return wanted instanceof Expression expression
                && found instanceof Expression stored
                && expressions.same(expression.sql(), stored.sql(), List.of());
    }

    /** The value as the column would hold it, as far as that is told without the server. */
    private Object value(Literal literal, SqlType type) {
        String text = literal.value().toString();
        if (!(types.canonical(type) instanceof StandardType standard)) {
            return text;
        }
        return switch (standard.kind()) {
            case SMALLINT, INTEGER, BIGINT, DECIMAL, REAL, DOUBLE -> LiteralText.comparableNumber(text);
            case BOOLEAN -> LiteralText.comparableTruth(text);
            case TIMESTAMP -> LiteralText.comparableMoment(text);
            case CHAR -> text.stripTrailing();
            default -> text;
        };
    }
}
