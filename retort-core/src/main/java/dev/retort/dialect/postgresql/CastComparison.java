package dev.retort.dialect.postgresql;

import static dev.retort.sql.SqlExpression.operator;

import dev.retort.dialect.SqlTypes;
import dev.retort.schema.ArrayType;
import dev.retort.schema.Column;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import dev.retort.sql.SqlExpression;
import dev.retort.sql.SqlExpression.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a reported expression is a wished-for one but for the casts that the server adds. It adds one where an operator, or a choice
 * between values, meets two types, and it writes those down like the ones that somebody wrote. Where it cannot be told that a cast
 * means nothing, it means something: a difference that is none is seen, one that is there must not be missed.
 */
final class CastComparison {

    private static final Set<TypeKind> TEXTS = Set.of(TypeKind.TEXT, TypeKind.VARCHAR);

    /** What the server turns smaller numbers into; between integers of two sizes it has operators. */
    private static final Set<TypeKind> COMMON_NUMBERS = Set.of(TypeKind.DECIMAL, TypeKind.DOUBLE);

    /** The functions whose arguments become one type. */
    private static final Set<String> CHOICES = Set.of("coalesce", "greatest", "least", "nullif");

    /** The operators that char has of its own, where blanks at the end do not count. */
    private static final Set<String> COMPARISONS =
            Set.of("=", "<>", "<", ">", "<=", ">=", "in", "not in", "is distinct from");

    private final SqlTypes types;
    private final Map<String, SqlType> columns = new HashMap<>();

    CastComparison(SqlTypes types, List<Column> columns) {
        this.types = types;
        columns.forEach(column -> this.columns.put(column.name(), types.canonical(column.type())));
    }

    boolean same(SqlExpression wanted, SqlExpression found) {
        return samePart(operator("", wanted), operator("", found), 0);
    }

    private boolean samePart(SqlExpression wantedWhole, SqlExpression foundWhole, int position) {
        SqlExpression wanted = withoutIdleCast(wantedWhole.parts().get(position));
        SqlExpression found = foundWhole.parts().get(position);
        while (!sameNode(wanted, found)) {
            if (found.kind() != Kind.CAST || !isAdded(found, wantedWhole, foundWhole, position)) {
                return false;
            }
            found = found.parts().get(0);
        }
        return true;
    }

    private boolean sameNode(SqlExpression wanted, SqlExpression found) {
        if (wanted.kind() != found.kind()
                || wanted.parts().size() != found.parts().size()) {
            return false;
        }
        boolean sameText = wanted.kind() == Kind.CAST
                ? type(wanted).equals(type(found))
                : wanted.text().equals(found.text());
        return sameText
                && IntStream.range(0, wanted.parts().size()).allMatch(position -> samePart(wanted, found, position));
    }

    /** The server drops a cast of a column to its own type. */
    private SqlExpression withoutIdleCast(SqlExpression wanted) {
        boolean idle = wanted.kind() == Kind.CAST
                && wanted.parts().get(0).kind() == Kind.NAME
                && type(wanted).equals(columns.get(wanted.parts().get(0).text()));
        return idle ? wanted.parts().get(0) : wanted;
    }

    private boolean isAdded(SqlExpression cast, SqlExpression wantedWhole, SqlExpression foundWhole, int position) {
        SqlExpression operand = cast.parts().get(0);
        if (operand.kind() == Kind.TEXT) {
            return true;
        }
        if (isPlain(type(cast), TEXTS)) {
            return isText(operand, foundWhole);
        }
        if (isPlain(type(cast), COMMON_NUMBERS)) {
            return hasPartner(wantedWhole, foundWhole, position);
        }
        return operand.kind() == Kind.NUMBER && isChoice(foundWhole);
    }

    /**
     * Whether another operand is of a cast's type by itself. Where all have the cast, somebody wrote one of them: between two integers
     * the server divides integers.
     */
    private boolean hasPartner(SqlExpression wantedWhole, SqlExpression foundWhole, int position) {
        SqlExpression cast = foundWhole.parts().get(position);
        List<Integer> others = ofOneType(foundWhole).stream()
                .filter(other -> other != position)
                .toList();
        if (others.isEmpty()) {
            return cast.parts().get(0).kind() == Kind.NUMBER;
        }
        return others.stream().anyMatch(other -> {
            SqlExpression partner = foundWhole.parts().get(other);
            return switch (partner.kind()) {
                case NUMBER -> partner.text().matches("-?[0-9]*[.eE].*");
                case CAST ->
                    !type(partner).equals(type(cast))
                            || isCastTo(type(cast), wantedWhole.parts().get(other));
                default -> true;
            };
        });
    }

    private boolean isCastTo(SqlType type, SqlExpression part) {
        return part.kind() == Kind.CAST && type(part).equals(type);
    }

    /** The positions of the parts that the server brings to one type. */
    private static List<Integer> ofOneType(SqlExpression whole) {
        if (whole.kind() == Kind.CALL && !CHOICES.contains(whole.text())) {
            return List.of();
        }
        int size = whole.parts().size();
        if (!isCase(whole)) {
            return IntStream.range(0, size).boxed().toList();
        }
        String[] words = whole.text().split(" ", -1);
        int shift = size - words.length;
        return IntStream.range(1, words.length)
                .filter(word -> !words[word].equals("when"))
                .mapToObj(word -> word + shift)
                .toList();
    }

    private static boolean isChoice(SqlExpression whole) {
        return whole.kind() == Kind.CALL
                || isCase(whole)
                || whole.isOperator("in")
                || whole.isOperator("not in")
                || whole.isOperator("array");
    }

    private static boolean isCase(SqlExpression whole) {
        return whole.kind() == Kind.OPERATOR && whole.text().startsWith("case ");
    }

    /** Whether a value is a text, so that it stays what it is as another kind of text. */
    private boolean isText(SqlExpression value, SqlExpression whole) {
        return switch (value.kind()) {
            case TEXT -> true;
            case CAST -> isText(type(value), whole);
            case NAME -> isText(columns.get(value.text()), whole);
            case CALL -> CHOICES.contains(value.text()) && anyIsText(value, whole);
            case OPERATOR ->
                value.isOperator("[]")
                        ? columns.get(value.parts().get(0).text()) instanceof ArrayType array
                                && isText(array.element(), whole)
                        : isCase(value) && anyIsText(value, whole);
            case NUMBER -> false;
        };
    }

    private boolean anyIsText(SqlExpression choice, SqlExpression whole) {
        return ofOneType(choice).stream()
                .anyMatch(position -> isText(choice.parts().get(position), whole));
    }

    private static boolean isText(@Nullable SqlType type, SqlExpression whole) {
        return type instanceof StandardType standard
                && (TEXTS.contains(standard.kind())
                        || (standard.kind() == TypeKind.CHAR
                                && !(whole.kind() == Kind.OPERATOR && COMPARISONS.contains(whole.text()))));
    }

    private static boolean isPlain(SqlType type, Set<TypeKind> kinds) {
        return type instanceof StandardType standard && standard.length() == null && kinds.contains(standard.kind());
    }

    private SqlType type(SqlExpression cast) {
        return types.canonical(types.parse(cast.text()));
    }
}
