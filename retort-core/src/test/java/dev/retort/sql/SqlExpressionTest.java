package dev.retort.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlExpressionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    color in ('A', 'B')          | "COLOR" IN('B', 'A')     | true
                    color not in ('A', 'B')      | color not in ('B', 'A')  | true
                    color not in ('A', 'B')      | color in ('A', 'B')      | false
                    i in (1, 2, 2)               | i in (2, 1)              | true
                    i in (1, -2)                 | i in (-2, 1)             | true
                    i in (1, 2)                  | i in (1, 2, 3)           | false
                    color in ('A', 'B')          | color in ('A', 'b')      | false
                    color in (a, b)              | color in (b, a)          | false
                    color in ('A', b)            | color in (b, 'A')        | false
                    coalesce(a, 'A', 'B') = 'A'  | coalesce(a, 'B', 'A') = 'A' | false
                    (a in (2, 1)) or b           | A in (1, 2) or b         | true
                    exists (select 1)            | EXISTS (SELECT 1)        | true
                    """)
    void comparesListsOfLiteralsAsSetsAndAllElseInOrder(String one, String other, boolean same) {
        assertThat(SqlExpression.same(one, other, SqlSyntax.COMMON)).isEqualTo(same);
    }
}
