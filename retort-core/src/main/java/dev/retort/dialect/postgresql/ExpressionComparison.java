package dev.retort.dialect.postgresql;

import static dev.retort.sql.SqlExpression.leaf;
import static dev.retort.sql.SqlExpression.operator;

import dev.retort.dialect.SqlTypes;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import dev.retort.sql.SqlExpression;
import dev.retort.sql.SqlExpression.Kind;
import dev.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private static final Set<TypeKind> NUMERIC = Set.of(
            TypeKind.SMALLINT, TypeKind.INTEGER, TypeKind.BIGINT, TypeKind.DECIMAL, TypeKind.REAL, TypeKind.DOUBLE);

    /** The types that the server casts to by itself to find an operator. */
    private static final Set<TypeKind> IMPLICIT_TARGETS =
            Set.of(TypeKind.TEXT, TypeKind.VARCHAR, TypeKind.DECIMAL, TypeKind.DOUBLE);

    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+");

    private final SqlTypes types;

    ExpressionComparison(SqlTypes types) {
        this.types = types;
    }

    boolean same(String desired, String actual) {
        return SqlExpression.same(
                desired,
                actual,
                SqlSyntax.COMMON,
                (wanted, found) -> same(wanted.rewritten(this::asWritten), found.rewritten(this::asWritten)));
    }

    private SqlExpression asWritten(SqlExpression part) {
        if (part.kind() == Kind.OPERATOR) {
            String written = OPERATOR_NAMES.get(part.text());
            if (written != null) {
                return new SqlExpression(Kind.OPERATOR, written, part.parts());
            }
            return asList(part).orElse(part);
        }
        if (part.kind() == Kind.CAST
                && isNumeric(part.text())
                && isNumberInQuotes(part.parts().get(0))) {
            return leaf(Kind.NUMBER, part.parts().get(0).text());
        }
        return part;
    }

    private static boolean isNumberInQuotes(SqlExpression value) {
        return value.kind() == Kind.TEXT && NUMBER.matcher(value.text()).matches();
    }

    /** {@code a = ANY (ARRAY[x, y])} as {@code a IN (x, y)}. */
    private static Optional<SqlExpression> asList(SqlExpression part) {
        boolean any = part.text().equals("=") && part.parts().get(1).isCall("any");
        boolean all = part.text().equals("<>") && part.parts().get(1).isCall("all");
        if (!any && !all) {
            return Optional.empty();
        }
        SqlExpression words = part.parts().get(1).parts().get(0);
        while (words.kind() == Kind.CAST) {
            words = words.parts().get(0);
        }
        if (!words.isOperator("array")) {
            return Optional.empty();
        }
        List<SqlExpression> parts = new ArrayList<>();
        parts.add(part.parts().get(0));
        parts.addAll(words.parts());
        return Optional.of(
                parts.size() == 2
                        ? operator(part.text(), parts.get(0), parts.get(1))
                        : new SqlExpression(Kind.OPERATOR, any ? "in" : "not in", parts));
    }

    private boolean same(SqlExpression wanted, SqlExpression found) {
        if (wanted.kind() == Kind.CAST && found.kind() == Kind.CAST) {
            SqlType type = types.canonical(types.parse(wanted.text()));
            if (type.equals(types.canonical(types.parse(found.text())))
                    && same(wanted.parts().get(0), found.parts().get(0))) {
                return true;
            }
        }
        if (found.kind() == Kind.CAST && canBeLeftOut(found)) {
            return same(wanted, found.parts().get(0));
        }
        if (wanted.kind() == Kind.CAST && canBeLeftOut(wanted)) {
            return same(wanted.parts().get(0), found);
        }
        if (wanted.kind() != found.kind()
                || !wanted.text().equals(found.text())
                || wanted.parts().size() != found.parts().size()) {
            return false;
        }
        for (int i = 0; i < wanted.parts().size(); i++) {
            if (!same(wanted.parts().get(i), found.parts().get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean canBeLeftOut(SqlExpression cast) {
        Kind operand = cast.parts().get(0).kind();
        return operand == Kind.TEXT || operand == Kind.NUMBER || isOf(IMPLICIT_TARGETS, cast.text());
    }

    private boolean isNumeric(String type) {
        return isOf(NUMERIC, type);
    }

    private boolean isOf(Set<TypeKind> kinds, String type) {
        return types.parse(type) instanceof StandardType standard
                && standard.scale() == null
                && kinds.contains(standard.kind());
    }
}
