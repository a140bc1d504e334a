package dev.retort.dialect.postgresql;

import static dev.retort.sql.SqlExpression.leaf;

import dev.retort.dialect.SqlTypes;
import dev.retort.schema.Column;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import dev.retort.sql.SqlExpression;
import dev.retort.sql.SqlExpression.Kind;
import dev.retort.sql.SqlSyntax;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether an expression as somebody writes it is the one that the server reports. The server reports a parsed expression: IN is
 * {@code = ANY (ARRAY[…])}, LIKE is {@code ~~}, every implicit cast is written out, a negative constant is {@code '-1'::integer}.
 */
final class ExpressionComparison {

    private static final Map<String, String> OPERATOR_NAMES = Map.of(
            "~~", "like",
            "!~~", "not like",
            "~~*", "ilike",
            "!~~*", "not ilike");

    private static final String ARRAY = "[]";

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+|-?[0-9]*\\.[0-9]+");

    private final SqlTypes types;

    ExpressionComparison(SqlTypes types) {
        this.types = types;
    }

    boolean same(String desired, String actual, List<Column> columns) {
        CastComparison comparison = new CastComparison(types, columns);
        return SqlExpression.same(
                desired,
                actual,
                SqlSyntax.COMMON,
                (wanted, found) ->
                        comparison.same(wanted.rewritten(this::asWritten), found.rewritten(this::asWritten)));
    }

    private SqlExpression asWritten(SqlExpression part) {
        if (part.kind() == Kind.OPERATOR) {
            String written = OPERATOR_NAMES.get(part.text());
            if (written != null) {
                return new SqlExpression(Kind.OPERATOR, written, part.parts());
            }
            return asList(part).orElse(part);
        }
        if (part.kind() != Kind.CAST) {
            return part;
        }
        SqlExpression value = part.parts().get(0);
        if (isNumberInQuotes(value) && types.parse(part.text()).equals(typeOf(value.text()))) {
            return leaf(Kind.NUMBER, value.text());
        }
        boolean bits = part.text().equals("b") && value.kind() == Kind.TEXT;
        return bits ? new SqlExpression(Kind.CAST, "bit", List.of(value)) : part;
    }

    private static boolean isNumberInQuotes(SqlExpression value) {
        return value.kind() == Kind.TEXT && NUMBER.matcher(value.text()).matches();
    }

    /** The type that a number has without a cast; a negative one and one that is no integer are reported in quotes and with it. */
    private static SqlType typeOf(String number) {
        int bits = number.contains(".") ? Long.SIZE : new BigInteger(number).bitLength();
        return StandardType.of(
                bits < Integer.SIZE ? TypeKind.INTEGER : bits < Long.SIZE ? TypeKind.BIGINT : TypeKind.DECIMAL);
    }

    /** {@code a = ANY (ARRAY[x, y])} as {@code a IN (x, y)}, with a cast of the array as casts of its elements. */
    private static Optional<SqlExpression> asList(SqlExpression part) {
        boolean any = part.text().equals("=") && part.parts().get(1).isCall("any");
        boolean all = part.text().equals("<>") && part.parts().get(1).isCall("all");
        if (!any && !all) {
            return Optional.empty();
        }
        Optional<List<SqlExpression>> elements =
                elements(part.parts().get(1).parts().get(0));
        if (elements.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(SqlExpression.membership(part.parts().get(0), elements.get(), all));
    }

    private static Optional<List<SqlExpression>> elements(SqlExpression array) {
        if (array.isOperator("array")) {
            return Optional.of(array.parts());
        }
        if (array.kind() != Kind.CAST || !array.text().endsWith(ARRAY)) {
            return Optional.empty();
        }
        String type = array.text().substring(0, array.text().length() - ARRAY.length());
        return elements(array.parts().get(0))
                .map(elements -> elements.stream()
                        .map(element -> new SqlExpression(Kind.CAST, type, List.of(element)))
                        .toList());
    }
}
