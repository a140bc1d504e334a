package dev.retort.sql;

import static dev.retort.sql.SqlExpression.leaf;
import static dev.retort.sql.SqlExpression.operator;

import dev.retort.sql.SqlExpression.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads an expression by precedence. */
final class SqlExpressionReader {

    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int IS = 4;
    private static final int COMPARISON = 5;
    private static final int MEMBERSHIP = 6;
    private static final int OTHER = 7;
    private static final int SUM = 8;
    private static final int PRODUCT = 9;
    private static final int SIGN = 10;

    private static final String OPERATOR_CHARACTERS = "+-*/<>=~!@#%^&|?:";

    private static final Map<String, Integer> PRECEDENCE = Map.ofEntries(
            Map.entry("or", OR),
            Map.entry("xor", OR),
            Map.entry("and", AND),
            Map.entry("=", COMPARISON),
            Map.entry("<>", COMPARISON),
            Map.entry("<", COMPARISON),
            Map.entry(">", COMPARISON),
            Map.entry("<=", COMPARISON),
            Map.entry(">=", COMPARISON),
            Map.entry("<=>", COMPARISON),
            Map.entry("like", MEMBERSHIP),
            Map.entry("ilike", MEMBERSHIP),
            Map.entry("rlike", MEMBERSHIP),
            Map.entry("regexp", MEMBERSHIP),
            Map.entry("+", SUM),
            Map.entry("-", SUM),
            Map.entry("*", PRODUCT),
            Map.entry("/", PRODUCT),
            Map.entry("%", PRODUCT),
            Map.entry("div", PRODUCT),
            Map.entry("mod", PRODUCT));

    /** The words inside a call that stand where others have a comma. */
    private static final Set<String> ARGUMENT_WORDS = Set.of("from", "for", "using", "placing", "separator");

    /** The words before what a call of {@code trim} takes away. */
    private static final Set<String> TRIMMED_SIDES = Set.of("leading", "trailing", "both");

    /** Types of several words, by the first. */
    private static final Map<String, Set<String>> TYPE_WORDS = Map.of(
            "character", Set.of("varying"),
            "double", Set.of("precision"),
            "bit", Set.of("varying"),
            "national", Set.of("character", "varying"),
            "time", Set.of("with", "without", "time", "zone"),
            "timestamp", Set.of("with", "without", "time", "zone"),
            "signed", Set.of("integer"),
            "unsigned", Set.of("integer"));

    private final List<SqlToken> tokens;
    private int at;

    SqlExpressionReader(String sql, SqlSyntax syntax) {
        this.tokens = withOperators(sql, SqlTokens.of(sql, syntax));
        tokens.add(SqlToken.plain(SqlToken.Kind.END, "", sql.length()));
    }

    /** The tokens with signs that stand together and make one operator as one token. */
    private static List<SqlToken> withOperators(String sql, SqlTokens tokens) {
        List<SqlToken> joined = new ArrayList<>();
        for (SqlToken token : tokens.all()) {
            int last = joined.size() - 1;
            if (last >= 0 && continuesOperator(joined.get(last), token, sql)) {
                SqlToken begun = joined.get(last);
                joined.set(last, SqlToken.plain(SqlToken.Kind.SIGN, begun.text() + token.text(), begun.start()));
            } else {
                joined.add(token);
            }
        }
        return joined;
    }

    /** Whether a sign belongs to the operator before it. One before a number does not: {@code a >-1}. */
    private static boolean continuesOperator(SqlToken operator, SqlToken sign, String sql) {
        if (!isOperator(operator) || !isOperator(sign) || operator.end() != sign.start()) {
            return false;
        }
        boolean plusOrMinus = sign.is("+") || sign.is("-");
        return !plusOrMinus || "<>=*/+-".indexOf(last(operator)) < 0 || sql.startsWith("->", sign.start());
    }

    private static boolean isOperator(SqlToken token) {
        return token.kind() == SqlToken.Kind.SIGN && OPERATOR_CHARACTERS.indexOf(last(token)) >= 0;
    }

    private static char last(SqlToken token) {
        return token.text().charAt(token.text().length() - 1);
    }

    /** Says that the text holds what this reader does not know. */
    static final class NotUnderstood extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotUnderstood() {
            super(null, null, false, false);
        }
    }

    SqlExpression read() {
        SqlExpression whole = expression(0);
        if (next().kind() != SqlToken.Kind.END) {
            throw new NotUnderstood();
        }
        return whole;
    }

    private SqlExpression expression(int above) {
        SqlExpression left = prefix();
        while (true) {
            SqlToken token = next();
            boolean negated = token.is("not");
            String word = symbol(negated ? tokens.get(at + 1) : token);
            int precedence = precedenceOf(negated ? tokens.get(at + 1) : token);
            if (precedence <= above) {
                return left;
            }
            at += negated ? 2 : 1;
            left = switch (word) {
                case "is" -> is(left);
                case "in" -> in(left, negated);
                case "between" -> between(left, negated);
                case "collate" -> operator("collate", left, primary());
                case "and", "or" -> joined(word, left, expression(precedence));
                default -> operator(negated ? "not " + word : word, left, expression(precedence));
            };
        }
    }

    private static String symbol(SqlToken token) {
        return token.is("!=") ? "<>" : token.value();
    }

    private static int precedenceOf(SqlToken token) {
        if (token.kind() != SqlToken.Kind.WORD && token.kind() != SqlToken.Kind.SIGN) {
            return 0;
        }
        if (token.is("is")) {
            return IS;
        }
        if (token.is("in") || token.is("between")) {
            return MEMBERSHIP;
        }
        if (token.is("collate")) {
            return SIGN;
        }
        Integer known = PRECEDENCE.get(symbol(token));
        if (known != null) {
            return known;
        }
        boolean sign = token.kind() == SqlToken.Kind.SIGN
                && "()[],.;".indexOf(token.value().charAt(0)) < 0;
        return sign && !token.is("::") ? OTHER : 0;
    }

    private SqlExpression prefix() {
        if (accept("not") || accept("!")) {
            return operator("not", expression(NOT));
        }
        if (accept("-")) {
            SqlExpression operand = expression(SIGN);
            return operand.kind() == Kind.NUMBER ? leaf(Kind.NUMBER, "-" + operand.text()) : operator("-", operand);
        }
        if (accept("+")) {
            return expression(SIGN);
        }
        return primary();
    }

    private static SqlExpression joined(String word, SqlExpression left, SqlExpression right) {
        List<SqlExpression> parts = new ArrayList<>();
        for (SqlExpression side : List.of(left, right)) {
            if (side.isOperator(word)) {
                parts.addAll(side.parts());
            } else {
                parts.add(side);
            }
        }
        return new SqlExpression(Kind.OPERATOR, word, parts);
    }

    private SqlExpression is(SqlExpression left) {
        boolean negated = accept("not");
        SqlExpression test;
        if (accept("distinct")) {
            expect("from");
            test = operator("is distinct from", left, expression(IS));
        } else {
            test = operator("is " + take().value(), left);
        }
        return negated ? operator("not", test) : test;
    }

    private SqlExpression in(SqlExpression left, boolean negated) {
        return SqlExpression.membership(left, accept("(") ? list(")") : List.of(primary()), negated);
    }

    private SqlExpression between(SqlExpression left, boolean negated) {
        SqlExpression low = expression(MEMBERSHIP);
        expect("and");
        SqlExpression high = expression(MEMBERSHIP);
        return negated
                ? operator("or", operator("<", left, low), operator(">", left, high))
                : operator("and", operator(">=", left, low), operator("<=", left, high));
    }

    private SqlExpression primary() {
        SqlExpression value = atom();
        while (true) {
            if (accept("::")) {
                value = new SqlExpression(Kind.CAST, type(), List.of(value));
            } else if (accept("[")) {
                value = operator("[]", value, expression(0));
                expect("]");
            } else {
                return value;
            }
        }
    }

    private SqlExpression atom() {
        SqlToken token = take();
        return switch (token.kind()) {
            case TEXT -> leaf(Kind.TEXT, token.value());
            case NUMBER -> leaf(Kind.NUMBER, token.value());
            case QUOTED_NAME -> name(token.value());
            case WORD -> word(token.value());
            case SIGN -> {
                if (!token.is("(")) {
                    throw new NotUnderstood();
                }
                List<SqlExpression> inner = list(")");
                yield inner.size() == 1 ? inner.get(0) : new SqlExpression(Kind.OPERATOR, "row", inner);
            }
            case EXECUTED_COMMENT, LINE_COMMENT, BLOCK_COMMENT, END -> throw new NotUnderstood();
        };
    }

    private SqlExpression word(String word) {
        return switch (word) {
            case "case" -> choice();
            case "cast" -> cast();
            case "select", "exists", "with" -> throw new NotUnderstood();
            default -> plainWord(word);
        };
    }

    private SqlExpression plainWord(String word) {
        if (word.equals("array") && accept("[")) {
            return new SqlExpression(Kind.OPERATOR, "array", list("]"));
        }
        if (TRIMMED_SIDES.contains(word) && !next().is("from")) {
            return operator(word, expression(0));
        }
        if (next().kind() == SqlToken.Kind.TEXT) {
            return new SqlExpression(Kind.CAST, word, List.of(leaf(Kind.TEXT, take().value())));
        }
        return name(word);
    }

    /** A name, with what stands before its last dot, or the call of a function of that name. */
    private SqlExpression name(String first) {
        StringBuilder name = new StringBuilder(first);
        while (accept(".")) {
            name.append('.').append(take().value());
        }
        return accept("(")
                ? new SqlExpression(Kind.CALL, name.toString(), arguments())
                : leaf(Kind.NAME, name.toString());
    }

    private List<SqlExpression> arguments() {
        List<SqlExpression> arguments = new ArrayList<>();
        while (!accept(")")) {
            boolean word = next().kind() == SqlToken.Kind.WORD && ARGUMENT_WORDS.contains(next().value());
            if (word || next().is(",")) {
                take();
            } else if (accept("*")) {
                arguments.add(leaf(Kind.NAME, "*"));
            } else {
                arguments.add(expression(0));
            }
        }
        return arguments;
    }

    private List<SqlExpression> list(String end) {
        List<SqlExpression> items = new ArrayList<>();
        if (accept(end)) {
            return items;
        }
        do {
            items.add(expression(0));
        } while (accept(","));
        expect(end);
        return items;
    }

    private SqlExpression choice() {
        List<SqlExpression> parts = new ArrayList<>();
        StringBuilder shape = new StringBuilder("case");
        while (!accept("end")) {
            String word = next().value();
            if (accept("when") || accept("then") || accept("else")) {
                shape.append(' ').append(word);
            } else {
                parts.add(expression(0));
            }
        }
        return new SqlExpression(Kind.OPERATOR, shape.toString(), parts);
    }

    private SqlExpression cast() {
        expect("(");
        SqlExpression value = expression(0);
        expect("as");
        String type = type();
        expect(")");
        return new SqlExpression(Kind.CAST, type, List.of(value));
    }

    private String type() {
        SqlToken first = take();
        StringBuilder type = new StringBuilder(first.value());
        Set<String> more = TYPE_WORDS.getOrDefault(first.value(), Set.of());
        while (true) {
            if (next().kind() == SqlToken.Kind.WORD && more.contains(next().value())) {
                type.append(' ').append(take().value());
            } else if (accept(".")) {
                type.append('.').append(take().value());
            } else if (next().is("(")) {
                while (!next().is(")")) {
                    type.append(take().value());
                }
                type.append(take().value());
            } else if (next().is("[") && tokens.get(at + 1).is("]")) {
                type.append(take().value()).append(take().value());
            } else {
                return type.toString();
            }
        }
    }

    private SqlToken next() {
        return tokens.get(at);
    }

    private SqlToken take() {
        if (next().kind() == SqlToken.Kind.END) {
            throw new NotUnderstood();
        }
        return tokens.get(at++);
    }

    private boolean accept(String expected) {
        if (!next().is(expected)) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(String expected) {
        if (!accept(expected)) {
            throw new NotUnderstood();
        }
    }
}
