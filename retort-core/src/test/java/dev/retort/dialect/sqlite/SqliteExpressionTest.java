package dev.retort.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteExpressionTest {

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
                    cast(a as varchar(8)) = 'x'  | (CAST(a AS VARCHAR(8))) = 'x' | true
                    cast(a as varchar(8)) = 'x'  | (CAST(a AS VARCHAR(9))) = 'x' | false
                    (a ->> '$.b') = 'x'          | a ->> '$.b' = 'x'        | true
                    (a) glob '[a-z]*'            | a GLOB '[a-z]*'          | true
                    count_of(a, b) = 1           | (COUNT_OF(a, b)) = 1     | true
                    f(a b)                       | (f(a b))                 | true
                    """)
    void comparesListsOfLiteralsAsSetsAndAllElseInOrder(String one, String other, boolean same) {
        assertThat(SqliteExpression.same(one, other)).isEqualTo(same);
    }
}
