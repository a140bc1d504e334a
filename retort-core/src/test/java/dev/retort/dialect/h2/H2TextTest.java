package dev.retort.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class H2TextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    'plain'                          | 'plain'
                    U&'\\00e9'                       | 'é'
                    "A" <> U&'a\\005c\\+01F600 b'    | "A" <> 'a\\😀 b'
                    U&"sm\\00f6r" > 0                | "smör" > 0
                    U&'back\\\\slash'                | 'back\\slash'
                    concat('U&', U&'\\00e9', 'x')   | concat('U&', 'é', 'x')
                    """)
    void readsEscapesByNumber(String reported, String expected) {
        assertThat(H2Text.readable(reported)).isEqualTo(expected);
    }
}
