package dev.retort.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTokensTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a > 0               | A>0                  | true
                    (a > 0)             | a > 0                | true
                    ((a) > (0))         | (a) > (0)            | true
                    "a" = 'X'           | a = 'X'              | true
                    a /* c */ = 1       | a = 1                | true
                    (a) or (b)          | a or b               | false
                    a = 'X'             | a = 'x'              | false
                    a > 0               | a > 00               | false
                    """)
    void comparesExpressionsByTheirTokens(String one, String other, boolean same) {
        assertThat(SqlTokens.same(one, other, SqlSyntax.COMMON)).isEqualTo(same);
    }

    @Test
    void whatStandsInBracketsKeepsItsCaseWhereTheyHoldNoName() {
        assertThat(SqlTokens.same("tags[1] = 'a'", "TAGS[ 1 ] = 'a'", SqlSyntax.COMMON))
                .isTrue();
        assertThat(SqlTokens.same("array['A'] = tags", "array['a'] = tags", SqlSyntax.COMMON))
                .isFalse();
    }
}
