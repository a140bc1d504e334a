package dev.retort.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * An SQL expression taken apart, so that two spellings of one expression are equal: parentheses are gone, BETWEEN is two comparisons,
 * a list of one word in IN is an equality, literals in IN stand in one order, nested ANDs and ORs are one. What a database rewrites
 * beyond that it says with {@link #rewritten}.
 *
 * @param kind what it is
 * @param text the operator, the function, the type of a cast, the name or the value
 * @param parts the operands, in order
 */
public record SqlExpression(Kind kind, String text, List<SqlExpression> parts) {

    /** What an expression is. */
    public enum Kind {
        /** A column, in the case that the database gives an unquoted name. */
        NAME,
        /** A text, without its quotes. */
        TEXT,
        /** A number or another literal that is no text. */
        NUMBER,
        /** An operator with its operands; {@code case}, {@code array} and {@code in} too. */
        OPERATOR,
        /** A function with its arguments. */
        CALL,
        /** A cast; the text is the type. */
        CAST
    }

    public SqlExpression {
        parts = List.copyOf(parts);
    }

    /**
     * Takes a text apart.
     *
     * @return the expression; empty when the text holds what is not understood, such as a subquery
     */
    public static Optional<SqlExpression> parse(String sql, SqlSyntax syntax) {
        try {
            return Optional.of(new SqlExpressionReader(sql, syntax).read());
        } catch (SqlExpressionReader.NotUnderstood foreign) {
            return Optional.empty();
        }
    }

    /** Whether two texts are the same by a test of what they mean; where one is not understood, whether they are the same but for blanks. */
    public static boolean same(
            String one, String other, SqlSyntax syntax, BiPredicate<SqlExpression, SqlExpression> test) {
        Optional<SqlExpression> first = parse(one, syntax);
        Optional<SqlExpression> second = parse(other, syntax);
        if (first.isPresent() && second.isPresent()) {
            return test.test(first.get(), second.get());
        }
        return onOneLine(one).equals(onOneLine(other));
    }

    /**
     * Whether two texts are the same to a database that keeps expressions nearly as they were written and finds names in any case: but
     * for how they are written down, or for what is not kept when they are taken apart.
     */
    public static boolean same(String one, String other, SqlSyntax syntax) {
        return Spelling.same(one, other, syntax)
                || same(
                        one,
                        other,
                        syntax,
                        (first, second) -> first.inLowerCase().equals(second.inLowerCase()));
    }

    private SqlExpression inLowerCase() {
        return rewritten(part -> part.kind == Kind.NAME ? leaf(Kind.NAME, part.text.toLowerCase(Locale.ROOT)) : part);
    }

    private static String onOneLine(String sql) {
        return sql.strip().replaceAll("\\s+", " ");
    }

    /** A value without operands. */
    public static SqlExpression leaf(Kind kind, String text) {
        return new SqlExpression(kind, text, List.of());
    }

    /** An operator with its operands. */
    public static SqlExpression operator(String operator, SqlExpression... operands) {
        return new SqlExpression(Kind.OPERATOR, operator, List.of(operands));
    }

    /** A search among words, {@code in} or {@code not in}. Of literals neither the order counts nor how often one is said. */
    public static SqlExpression membership(SqlExpression sought, List<SqlExpression> words, boolean negated) {
        List<SqlExpression> distinct = words;
        if (words.stream().allMatch(SqlExpression::isLiteral)) {
            distinct = words.stream()
                    .distinct()
                    .sorted(Comparator.comparing(SqlExpression::literal))
                    .toList();
        }
        if (distinct.size() == 1) {
            return operator(negated ? "<>" : "=", sought, distinct.get(0));
        }
        List<SqlExpression> parts = new ArrayList<>();
        parts.add(sought);
        parts.addAll(distinct);
        return new SqlExpression(Kind.OPERATOR, negated ? "not in" : "in", parts);
    }

    private boolean isLiteral() {
        return switch (kind) {
            case TEXT, NUMBER -> true;
            case CAST -> parts.get(0).isLiteral();
            case NAME, OPERATOR, CALL -> false;
        };
    }

    /** What a literal says, whatever it is cast to. */
    private String literal() {
        return kind == Kind.CAST ? parts.get(0).literal() : text;
    }

    /** Whether this is an operator of a name. */
    public boolean isOperator(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }

    /** Whether this is a call of a function. */
    public boolean isCall(String function) {
        return kind == Kind.CALL && text.equals(function);
    }

    /** The same kind and text over other operands. */
    public SqlExpression over(List<SqlExpression> operands) {
        return new SqlExpression(kind, text, operands);
    }

    /** The expression with a rule applied to every part, the innermost first. */
    public SqlExpression rewritten(UnaryOperator<SqlExpression> rule) {
        return rule.apply(over(parts.stream().map(part -> part.rewritten(rule)).toList()));
    }
}
