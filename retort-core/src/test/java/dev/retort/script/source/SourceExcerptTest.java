package dev.retort.script.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceExcerptTest {

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            int x = y;                                    |  9 | int x = y;                           |  8
            `        int x = y;  `                        | 17 | int x = y;                           |  8
            `\t\tint x = y;`                              | 25 | int x = y;                           |  8
            String password = "s3cret"; int x = y;        | 37 | String password = "***"; int x = y;  | 33
            String password = "s3cret"; int x = y;        | 22 | String password = "***"; int x = y;  | 19
            """)
    void theCaretStandsBelowThePlace(String line, int column, String shown, int caret) {
        assertThat(SourceExcerpt.at("\n" + line + "\n", 2, column))
                .isEqualTo("    " + shown + "\n    " + " ".repeat(caret) + "^");
    }

    @Test
    void ofALongLineWhatIsAroundThePlaceIsShown() {
        String line = "    " + "a".repeat(1000) + " wrong " + "b".repeat(1000);

        String[] excerpt = SourceExcerpt.at(line, 1, line.indexOf("wrong") + 1).split("\n", -1);

        assertThat(excerpt[0]).hasSizeLessThan(180).startsWith("    …a").endsWith("b…");
        assertThat(excerpt[0].substring(excerpt[1].indexOf('^'))).startsWith("wrong");
        assertThat(SourceExcerpt.at(line, 1, 5)).startsWith("    aaa").endsWith("…\n    ^");
    }
}
