package dev.retort.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.retort.schema.DefaultValue;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnDefaultsTest {

    static Stream<Arguments> defaults() {
        return Stream.of(
                arguments("0", new DefaultValue.Literal(0)),
                arguments(" -7 ", new DefaultValue.Literal(-7)),
                arguments("5000000000", new DefaultValue.Literal(5_000_000_000L)),
                arguments("1.50", new DefaultValue.Literal(new BigDecimal("1.50"))),
                arguments("'it''s'", new DefaultValue.Literal("it's")),
                arguments("''", new DefaultValue.Literal("")),
                arguments("TRUE", new DefaultValue.Literal(true)),
                arguments("false", new DefaultValue.Literal(false)),
                arguments("null", null),
                arguments("", null),
                arguments("now()", new DefaultValue.Expression("now()")),
                arguments("'a' || 'b'", new DefaultValue.Expression("'a' || 'b'")),
                arguments("'back\\slash'", new DefaultValue.Expression("'back\\slash'")),
                arguments("'x'::text", new DefaultValue.Expression("'x'::text")));
    }

    @ParameterizedTest
    @MethodSource("defaults")
    void aPlainLiteralIsALiteralAndAllElseAnExpression(String sql, @Nullable DefaultValue expected) {
        assertThat(ColumnDefaults.of(sql)).isEqualTo(expected);
    }
}
