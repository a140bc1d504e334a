package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.DefaultValue;
import dev.retort.schema.DefaultValue.Expression;
import dev.retort.schema.DefaultValue.Literal;
import dev.retort.sql.SqlSyntax;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DefaultTextTest {

    @ParameterizedTest
    @MethodSource("defaults")
    void readsADefault(String sql, @Nullable DefaultValue expected) {
        assertThat(DefaultText.read(sql, SqlSyntax.COMMON)).isEqualTo(expected);
    }

    static List<Arguments> defaults() {
        return List.of(
                Arguments.of("'it''s'", new Literal("it's")),
                Arguments.of("''", new Literal("")),
                Arguments.of("42", new Literal(42L)),
                Arguments.of("-42", new Literal(-42L)),
                Arguments.of("+ 5", new Literal(5L)),
                Arguments.of("1.50", new Literal(new BigDecimal("1.50"))),
                Arguments.of("1e3", new Literal(new BigDecimal("1e3"))),
                Arguments.of("12345678901234567890", new Literal(new BigDecimal("12345678901234567890"))),
                Arguments.of("((7))", new Literal(7L)),
                Arguments.of("true", new Literal(true)),
                Arguments.of("FALSE", new Literal(false)),
                Arguments.of("NULL", null),
                Arguments.of("(null)", null),
                Arguments.of("0x1F", new Expression("0x1F")),
                Arguments.of("CURRENT_TIMESTAMP", new Expression("CURRENT_TIMESTAMP")),
                Arguments.of("(1) + (2)", new Expression("(1) + (2)")),
                Arguments.of("\"dq\"", new Expression("\"dq\"")),
                Arguments.of(" 'a' || 'b' ", new Expression("'a' || 'b'")),
                Arguments.of("", new Expression("")));
    }
}
