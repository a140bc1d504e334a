package dev.retort.dialect.sqlite;

import static dev.retort.dialect.sqlite.SqliteExpression.leaf;
import static dev.retort.dialect.sqlite.SqliteExpression.operator;

import dev.retort.dialect.sqlite.SqliteExpression.Kind;
import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads an expression by precedence. */
final class SqliteExpressionReader {

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
            Map.entry("and", AND),
            Map.entry("=", COMPARISON),
            Map.entry("<>", COMPARISON),
            Map.entry("<", COMPARISON),
            Map.entry(">", COMPARISON),
            Map.entry("<=", COMPARISON),
            Map.entry(">=", COMPARISON),
            Map.entry("like", MEMBERSHIP),
            Map.entry("glob", MEMBERSHIP),
            Map.entry("match", MEMBERSHIP),
            Map.entry("regexp", MEMBERSHIP),
            Map.entry("+", SUM),
            Map.entry("-", SUM),
            Map.entry("*", PRODUCT),
            Map.entry("/", PRODUCT),
            Map.entry("%", PRODUCT));

    private final List<SqlToken> tokens;
    private int at;

    SqliteExpressionReader(String sql) {
        this.tokens = withOperators(sql, SqlTokens.of(sql, SqliteProvider.SYNTAX));
        tokens.add(SqlToken.plain(SqlToken.Kind.END, "", sql.length()));
    }

    /** The tokens, with adjacent signs of one operator joined. */
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

    /** The text contains something that this reader does not know. */
    static final class NotUnderstood extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotUnderstood() {
            super(null, null, false, false);
        }
    }

    SqliteExpression read() {
        SqliteExpression whole = expression(0);
        if (next().kind() != SqlToken.Kind.END) {
            throw new NotUnderstood();
        }
        return whole;
    }

    private SqliteExpression expression(int above) {
        SqliteExpression left = prefix();
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
        return sign ? OTHER : 0;
    }

    private SqliteExpression prefix() {
        if (accept("not") || accept("!")) {
            return operator("not", expression(NOT));
        }
        if (accept("-")) {
            SqliteExpression operand = expression(SIGN);
            return operand.kind() == Kind.NUMBER ? leaf(Kind.NUMBER, "-" + operand.text()) : operator("-", operand);
        }
        if (accept("+")) {
            return expression(SIGN);
        }
        return primary();
    }

    private static SqliteExpression joined(String word, SqliteExpression left, SqliteExpression right) {
        List<SqliteExpression> parts = new ArrayList<>();
        for (SqliteExpression side : List.of(left, right)) {
            if (side.isOperator(word)) {
                parts.addAll(side.parts());
            } else {
                parts.add(side);
            }
        }
        return new SqliteExpression(Kind.OPERATOR, word, parts);
    }

    private SqliteExpression is(SqliteExpression left) {
        boolean negated = accept("not");
        SqliteExpression test;
        if (accept("distinct")) {
            expect("from");
            test = operator("is distinct from", left, expression(IS));
        } else {
            test = operator("is " + take().value(), left);
        }
        return negated ? operator("not", test) : test;
    }

    private SqliteExpression in(SqliteExpression left, boolean negated) {
        return SqliteExpression.membership(left, accept("(") ? list(")") : List.of(primary()), negated);
    }

    private SqliteExpression between(SqliteExpression left, boolean negated) {
        SqliteExpression low = expression(MEMBERSHIP);
        expect("and");
        SqliteExpression high = expression(MEMBERSHIP);
        return negated
                ? operator("or", operator("<", left, low), operator(">", left, high))
                : operator("and", operator(">=", left, low), operator("<=", left, high));
    }

    private SqliteExpression primary() {
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
                List<SqliteExpression> inner = list(")");
                yield inner.size() == 1 ? inner.get(0) : new SqliteExpression(Kind.OPERATOR, "row", inner);
            }
            case EXECUTED_COMMENT, LINE_COMMENT, BLOCK_COMMENT, DELIMITER_COMMAND, DELIMITER, END ->
                throw new NotUnderstood();
        };
    }

    private SqliteExpression word(String word) {
        return switch (word) {
            case "case" -> choice();
            case "cast" -> cast();
            case "select", "exists", "with" -> throw new NotUnderstood();
            default -> plainWord(word);
        };
    }

    private SqliteExpression plainWord(String word) {
        return next().kind() == SqlToken.Kind.TEXT
                ? new SqliteExpression(Kind.CAST, word, List.of(leaf(Kind.TEXT, take().value())))
                : name(word);
    }

    /** A name, with what precedes its last dot, or the call of a function of that name. */
    private SqliteExpression name(String first) {
        StringBuilder name = new StringBuilder(first);
        while (accept(".")) {
            name.append('.').append(take().value());
        }
        return accept("(")
                ? new SqliteExpression(Kind.CALL, name.toString(), arguments())
                : leaf(Kind.NAME, name.toString().toLowerCase(Locale.ROOT));
    }

    private List<SqliteExpression> arguments() {
        if (!accept("*")) {
            return list(")");
        }
        expect(")");
        return List.of(leaf(Kind.NAME, "*"));
    }

    private List<SqliteExpression> list(String end) {
        List<SqliteExpression> items = new ArrayList<>();
        if (accept(end)) {
            return items;
        }
        do {
            items.add(expression(0));
        } while (accept(","));
        expect(end);
        return items;
    }

    private SqliteExpression choice() {
        List<SqliteExpression> parts = new ArrayList<>();
        StringBuilder shape = new StringBuilder("case");
        while (!accept("end")) {
            String word = next().value();
            if (accept("when") || accept("then") || accept("else")) {
                shape.append(' ').append(word);
            } else {
                parts.add(expression(0));
            }
        }
        return new SqliteExpression(Kind.OPERATOR, shape.toString(), parts);
    }

    private SqliteExpression cast() {
        expect("(");
        SqliteExpression value = expression(0);
        expect("as");
        String type = type();
        expect(")");
        return new SqliteExpression(Kind.CAST, type, List.of(value));
    }

    /** The words up to the end of the cast. */
    private String type() {
        StringBuilder type = new StringBuilder();
        while (!next().is(")")) {
            type.append(' ').append(take().value());
            if (accept("(")) {
                type.append('(');
                list(")").forEach(number -> type.append(number.text()).append(','));
            }
        }
        return type.toString();
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
