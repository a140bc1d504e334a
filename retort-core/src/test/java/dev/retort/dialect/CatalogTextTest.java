package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.DefaultValue;
import dev.retort.schema.DefaultValue.Expression;
import dev.retort.schema.DefaultValue.Literal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    a+b | word:a sign:+ word:b
                    'it''s' "a""b" `c` [d e] | text:it's quoted_name:a"b quoted_name:c quoted_name:d e
                    1.5e-3 .5 0x1F 12ab | number:1.5e-3 number:.5 number:0x1F number:12ab
                    SELECT -- no 'text' | word:select
                    a /* b ' */ c | word:a word:c
                    größe_1 $x | word:größe_1 word:$x
                    'open | text:open
                    /* open | ~~
                    e-1 | word:e sign:- number:1
                    """)
    void readsTokens(String sql, String expected) {
        String found = SourceToken.of(sql).stream()
                .map(token -> token.kind().name().toLowerCase(Locale.ROOT) + ":" + token.text())
                .collect(Collectors.joining(" "));
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void tokensCoverOnlyWhatIsThereWhateverTheTextIs() {
        Random random = new Random(7);
        String alphabet = "ab1.'\"`[]()-/*+e \n,;ß\\U&";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder sql = new StringBuilder();
            for (int n = random.nextInt(20); n > 0; n--) {
                sql.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            int at = 0;
            for (SourceToken token : SourceToken.of(sql.toString())) {
                assertThat(token.start()).as("in %s", sql).isGreaterThanOrEqualTo(at);
                assertThat(token.end()).as("in %s", sql).isGreaterThan(token.start());
                at = token.end();
            }
            assertThat(at).as("in %s", sql).isLessThanOrEqualTo(sql.length());
        }
    }

    @ParameterizedTest
    @MethodSource("defaults")
    void readsADefault(String sql, @Nullable DefaultValue expected) {
        assertThat(DefaultText.read(sql)).isEqualTo(expected);
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
        assertThat(ExpressionText.normal(one).equals(ExpressionText.normal(other)))
                .isEqualTo(same);
    }
}
