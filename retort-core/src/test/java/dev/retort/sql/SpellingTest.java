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
                    a = any ((array['b'::text, 'a'::text])::text[]) | a = ANY ((ARRAY['a'::text, 'b'::text])::text[]) | true
                    a <> all (array[2, -1]) | a <> ALL (ARRAY[-1, 2]) | true
                    a = any (array[('b'::x)::text, ('a'::x)::text]) | a = any (array[('a'::x)::text, ('b'::x)::text]) | true
                    ((a)::text = ANY (ARRAY[('y'::character varying)::text, ('x'::character varying)::text])) | ((a)::text = ANY (ARRAY[('x'::character varying)::text, ('y'::character varying)::text])) | true
                    a = any (array[(f(b))::text, 'a']) | a = any (array['a', (f(b))::text]) | false
                    a = array[1, 2]     | a = array[2, 1]      | false
                    a = any (array[b, c]) | a = any (array[c, b]) | false
                    a in (b, c)         | a in (c, b)          | false
                    a in ('a', f('b'))  | a in (f('b'), 'a')   | false
                    f(1, 2)             | f(2, 1)              | false
                    a in (1) and b      | b and a in (1)       | false
                    """)
    void whatIsWrittenDownDifferentlyIsTheSame(String one, String other, boolean same) {
        assertThat(Spelling.same(one, other, SqlSyntax.COMMON)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"\"a\",A,true", "\"A\",a,false", "\"A\",\"a\",false", "\"A\",\"A\",true"})
    void theCaseOfNamesCountsWhereItDoes(String one, String other, boolean same) {
        assertThat(Spelling.same(
                        one, other, SqlSyntax.COMMON, name -> name.matches("[a-z]+") ? name : '"' + name + '"'))
                .isEqualTo(same);
    }

    @Test
    void whatStandsInBracketsKeepsItsCaseWhereTheyHoldNoName() {
        assertThat(Spelling.same("tags[1] = 'a'", "TAGS[ 1 ] = 'a'", SqlSyntax.COMMON))
                .isTrue();
        assertThat(Spelling.same("array['A'] = tags", "array['a'] = tags", SqlSyntax.COMMON))
                .isFalse();
    }
}
