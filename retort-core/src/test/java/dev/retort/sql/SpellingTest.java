package dev.retort.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

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
                    a in (1, -2, 3)     | A IN (3,1,- 2,1)     | true
                    a in ('b', 'a')     | a in ('a', 'b')      | true
                    a in (x'b', 'a')    | a in ('a', X'b')     | true
                    a in ('a')          | a in ('a', 'b')      | false
                    a in (b, c)         | a in (c, b)          | false
                    a in ('a', f('b'))  | a in (f('b'), 'a')   | false
                    f(1, 2)             | f(2, 1)              | false
                    a in (1) and b      | b and a in (1)       | false
                    """)
    void whatIsWrittenDownDifferentlyIsTheSame(String one, String other, boolean same) {
        assertThat(Spelling.same(one, other, SqlSyntax.COMMON)).isEqualTo(same);
    }

    @Test
    void whatStandsInBracketsKeepsItsCaseWhereTheyHoldNoName() {
        assertThat(Spelling.same("tags[1] = 'a'", "TAGS[ 1 ] = 'a'", SqlSyntax.COMMON))
                .isTrue();
        assertThat(Spelling.same("array['A'] = tags", "array['a'] = tags", SqlSyntax.COMMON))
                .isFalse();
    }
}
