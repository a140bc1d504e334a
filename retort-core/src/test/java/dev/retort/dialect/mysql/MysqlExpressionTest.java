package dev.retort.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MysqlExpressionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "(`a` + 1)                              | `a` + 1",
                "concat(_utf8mb4'a',_utf8mb4'b\\'c')    | concat('a','b\\'c')",
                "((`a` < 10) and (`b` <> _utf8mb4'z'))  | (`a` < 10) and (`b` <> 'z')",
                "(`a` + 1) * (`b` + 1)                  | (`a` + 1) * (`b` + 1)",
                "concat(_latin1'a',`_utf8mb4`)          | concat(_latin1'a',`_utf8mb4`)",
                "CURRENT_TIMESTAMP                      | CURRENT_TIMESTAMP",
                "_utf8mb4'x'                            | 'x'"
            })
    void leavesOutWhatTheServerAdds(String shown, String plain) {
        assertThat(MysqlExpression.plain(shown)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "concat(_utf8mb4\\'a\\',_utf8mb4\\'b\\\\\\'c\\') | concat('a','b\\'c')",
                "(`b` <> _utf8mb4\\'\\\\\\\\\\')                 | `b` <> '\\\\'",
                "(`c` <> _utf8mb4\\'Ã¤\\')                       | `c` <> 'ä'",
                "(`c` <> _utf8mb4\\'ä\\')                        | `c` <> 'ä'",
                "(`c` <> _utf8mb4\\'語\\')                       | `c` <> '語'"
            })
    void readsWhatInformationSchemaEscapes(String inCatalog, String meant) {
        assertThat(MysqlExpression.inCatalog(inCatalog)).isEqualTo(meant);
    }

    @Test
    void readsCharactersOfFourBytes() {
        assertThat(MysqlExpression.inCatalog("_utf8mb4\\'\u00f0\u0178\u02dc\u20ac\\'"))
                .isEqualTo("'\ud83d\ude00'");
    }
}
