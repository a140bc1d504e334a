package dev.retort.dialect.sqlite;

import dev.retort.sql.Spelling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A parsed expression, so that two spellings of the same expression are equal: without parentheses, BETWEEN as two comparisons, IN with one
 * value as an equality, the literals of IN sorted, nested ANDs and ORs flattened, names in lower case. SQLite stores the text as given, so
 * there is no normal form of a server.
 *
 * @param kind the kind of expression
 * @param text the operator, the function, the type of a cast, the name or the value
 * @param parts the operands, in order
 */
record SqliteExpression(Kind kind, String text, List<SqliteExpression> parts) {

    /** The kinds of expressions. */
    enum Kind {
        /** A column, in lower case. */
        NAME,
        /** A text, without its quotes. */
        TEXT,
        /** A number or another literal that is no text. */
        NUMBER,
        /** An operator with its operands; {@code case} and {@code in} too. */
        OPERATOR,
        /** A function with its arguments. */
        CALL,
        /** A cast; the text is the type. */
        CAST
    }

    SqliteExpression {
        parts = List.copyOf(parts);
    }

    /** Whether two texts differ only in spelling, or in what parsing does not preserve. */
    static boolean same(String one, String other) {
        if (Spelling.same(one, other, SqliteProvider.SYNTAX)) {
            return true;
        }
        Optional<SqliteExpression> first = parse(one);
        return first.isPresent() && first.equals(parse(other));
    }

    /** The expression; empty if the text contains something unknown, such as a subquery. */
    private static Optional<SqliteExpression> parse(String sql) {
        try {
            return Optional.of(new SqliteExpressionReader(sql).read());
        } catch (SqliteExpressionReader.NotUnderstood foreign) {
            return Optional.empty();
        }
    }

    /** A value without operands. */
    static SqliteExpression leaf(Kind kind, String text) {
        return new SqliteExpression(kind, text, List.of());
    }

    /** An operator with its operands. */
    static SqliteExpression operator(String operator, SqliteExpression... operands) {
        return new SqliteExpression(Kind.OPERATOR, operator, List.of(operands));
    }

    /** A search in a list, {@code in} or {@code not in}. Neither the order nor repetitions of literals count. */
    static SqliteExpression membership(SqliteExpression sought, List<SqliteExpression> words, boolean negated) {
        List<SqliteExpression> distinct = words;
        if (words.stream().allMatch(SqliteExpression::isLiteral)) {
            distinct = words.stream()
                    .distinct()
                    .sorted(Comparator.comparing(SqliteExpression::literal))
                    .toList();
        }
        if (distinct.size() == 1) {
            return operator(negated ? "<>" : "=", sought, distinct.get(0));
        }
        List<SqliteExpression> parts = new ArrayList<>();
        parts.add(sought);
        parts.addAll(distinct);
        return new SqliteExpression(Kind.OPERATOR, negated ? "not in" : "in", parts);
    }

    private boolean isLiteral() {
        return switch (kind) {
            case TEXT, NUMBER -> true;
            case CAST -> parts.get(0).isLiteral();
            case NAME, OPERATOR, CALL -> false;
        };
    }

    /** The value of a literal, without casts. */
    private String literal() {
        return kind == Kind.CAST ? parts.get(0).literal() : text;
    }

    /** Whether this is an operator of a name. */
    boolean isOperator(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }
}
