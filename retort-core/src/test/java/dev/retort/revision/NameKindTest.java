package dev.retort.revision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameKindTest {

    @ParameterizedTest
    @EnumSource
    void aNameThatNoTargetCouldSayIsRefusedInAFile(NameKind kind) {
        for (String name : new String[] {
            "",
            " ",
            "-1",
            "+2",
            "a:b",
            "a,b",
            "x@y",
            "a b",
            "a\tb",
            "a\nb",
            "a\u00a0b",
            "\u001b",
            "head",
            "current",
            "x".repeat(256)
        }) {
            assertThat(kind.problem(name)).as(name).isPresent();
            assertThat(kind.problemWhenNew(name)).as(name).isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ID    ; a-1       ; The revision id 'a-1' contains what is not allowed in it: -.
            LABEL ; -1        ; The branch label '-1' begins with a hyphen, as relative identifiers do.
            LABEL ; a,b@c     ; The branch label 'a,b@c' contains what is not allowed in it: , @.
            LABEL ; one two   ; The branch label 'one two' contains a blank.
            LABEL ; heads     ; The branch label 'heads' is a reserved word.
            """)
    void theProblemIsNamed(NameKind kind, String name, String problem) {
        assertThat(kind.problem(name)).contains(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u001bb"})
    void aControlCharacterIsShownByItsCode(String name) {
        assertThat(NameKind.ID.problemWhenNew(name).orElseThrow())
                .startsWith("'a\\u00")
                .endsWith("b' cannot be a revision id.")
                .doesNotContain("\n", "\u001b");
    }

    @ParameterizedTest
    @CsvSource({"ID, a/b, false", "ID, v1.2_x, true", "LABEL, ../x, false", "LABEL, feature/shop-2.1, true"})
    void fewerNamesAreGoodForANewFile(NameKind kind, String name, boolean good) {
        assertThat(kind.problem(name)).isEmpty();
        assertThat(kind.problemWhenNew(name).isEmpty()).isEqualTo(good);
    }
}
