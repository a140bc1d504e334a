package dev.retort.dialect.mariadb;

import static dev.retort.sql.SqlExpression.leaf;
import static dev.retort.sql.SqlExpression.operator;

import dev.retort.sql.SqlExpression;
import dev.retort.sql.SqlExpression.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whether an expression as somebody writes it is the one that the server reports. The server gives functions their oldest names,
 * turns NOT into the opposite comparison, compares a bare condition with zero and has no booleans.
 */
final class MariadbExpressions {

    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("lower", "lcase"),
            Map.entry("upper", "ucase"),
            Map.entry("length", "octet_length"),
            Map.entry("character_length", "char_length"),
            Map.entry("substr", "substring"),
            Map.entry("mid", "substring"),
            Map.entry("now", "current_timestamp"),
            Map.entry("localtime", "current_timestamp"),
            Map.entry("localtimestamp", "current_timestamp"),
            Map.entry("current_date", "curdate"),
            Map.entry("current_time", "curtime"),
            Map.entry("pow", "power"));

    /** The functions that are called without parentheses too. */
    private static final Set<String> BARE_FUNCTIONS =
            Set.of("current_timestamp", "localtime", "localtimestamp", "current_date", "current_time");

    private static final Map<String, String> OPPOSITES = Map.ofEntries(
            Map.entry("=", "<>"),
            Map.entry("<>", "="),
            Map.entry("<", ">="),
            Map.entry(">=", "<"),
            Map.entry(">", "<="),
            Map.entry("<=", ">"),
            Map.entry("like", "not like"),
            Map.entry("not like", "like"),
            Map.entry("in", "not in"),
            Map.entry("not in", "in"));

    private static final Map<String, String> CAST_TYPES =
            Map.of("int", "signed", "integer", "signed", "signed integer", "signed", "unsigned integer", "unsigned");

    private static final Set<String> JUNCTIONS = Set.of("and", "or");

    private MariadbExpressions() {}

    static boolean same(String desired, String actual) {
        return SqlExpression.same(
                desired,
                actual,
                MariadbProvider.SYNTAX,
                (wanted, found) -> condition(wanted).equals(condition(found)));
    }

    /** Whether an expression is the present moment, with however many digits of a second's fraction. */
    static boolean isCurrentTimestamp(String sql) {
        return SqlExpression.parse(sql, MariadbProvider.SYNTAX)
                .map(expression -> expression.rewritten(MariadbExpressions::asReported))
                .filter(expression ->
                        expression.kind() == Kind.CALL && expression.text().equals("current_timestamp"))
                .isPresent();
    }

    private static SqlExpression condition(SqlExpression expression) {
        return asCondition(expression.rewritten(MariadbExpressions::asReported));
    }

    private static SqlExpression asReported(SqlExpression part) {
        return switch (part.kind()) {
            case NAME -> name(part.text().toLowerCase(Locale.ROOT));
            case CALL -> new SqlExpression(Kind.CALL, FUNCTIONS.getOrDefault(part.text(), part.text()), part.parts());
            case CAST -> cast(part);
            default -> part;
        };
    }

    private static SqlExpression name(String name) {
        if (name.equals("true") || name.equals("false")) {
            return leaf(Kind.NUMBER, name.equals("true") ? "1" : "0");
        }
        return BARE_FUNCTIONS.contains(name)
                ? new SqlExpression(Kind.CALL, FUNCTIONS.getOrDefault(name, name), List.of())
                : leaf(Kind.NAME, name);
    }

    private static SqlExpression cast(SqlExpression cast) {
        // A character set before a text: _utf8mb4'x'.
        return cast.text().startsWith("_")
                ? cast.parts().get(0)
                : new SqlExpression(Kind.CAST, CAST_TYPES.getOrDefault(cast.text(), cast.text()), cast.parts());
    }

    /** An expression that stands where a condition is wanted. */
    private static SqlExpression asCondition(SqlExpression part) {
        if (part.kind() == Kind.OPERATOR && JUNCTIONS.contains(part.text())) {
            return part.over(
                    part.parts().stream().map(MariadbExpressions::asCondition).toList());
        }
        if (part.isOperator("not")) {
            return opposite(part.parts().get(0));
        }
        boolean bare = part.kind() == Kind.NAME || part.kind() == Kind.CALL;
        return bare ? operator("<>", part, leaf(Kind.NUMBER, "0")) : part;
    }

    private static SqlExpression opposite(SqlExpression part) {
        if (part.kind() == Kind.NAME || part.kind() == Kind.CALL) {
            return operator("=", part, leaf(Kind.NUMBER, "0"));
        }
        if (part.kind() == Kind.OPERATOR && JUNCTIONS.contains(part.text())) {
            String other = part.text().equals("and") ? "or" : "and";
            return new SqlExpression(
                    Kind.OPERATOR,
                    other,
                    part.parts().stream().map(MariadbExpressions::opposite).toList());
        }
        if (part.isOperator("not")) {
            return asCondition(part.parts().get(0));
        }
        String other = part.kind() == Kind.OPERATOR ? OPPOSITES.get(part.text()) : null;
        return other == null ? operator("not", part) : new SqlExpression(Kind.OPERATOR, other, part.parts());
    }
}
