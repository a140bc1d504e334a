package dev.retort.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.error.RevisionTargetException;
import dev.retort.error.RevisionTargetException.Reason;
import dev.retort.revision.RevisionTarget.Base;
import dev.retort.revision.RevisionTarget.Current;
import dev.retort.revision.RevisionTarget.Head;
import dev.retort.revision.RevisionTarget.Heads;
import dev.retort.revision.RevisionTarget.Named;
import dev.retort.revision.RevisionTarget.Relative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionTargetTest {

    @Test
    void wordsAreCasesOfTheirOwn() {
        assertThat(RevisionTarget.parse("head")).isEqualTo(new Head(null));
        assertThat(RevisionTarget.parse("shop@heads")).isEqualTo(new Heads("shop"));
        assertThat(RevisionTarget.parse("@base")).isEqualTo(new Base(null));
        assertThat(RevisionTarget.parse("current")).isEqualTo(new Current());
    }

    @Test
    void everythingElseIsAName() {
        assertThat(RevisionTarget.parse("ae10")).isEqualTo(new Named(null, "ae10"));
        assertThat(RevisionTarget.parse("shop@a@b")).isEqualTo(new Named("shop", "a@b"));
        assertThat(RevisionTarget.parse("shop@current")).isEqualTo(new Named("shop", "current"));
    }

    @Test
    void stepsAreCountedFromAnythingOrFromWhatIsImplied() {
        assertThat(RevisionTarget.parse("+2")).isEqualTo(new Relative(null, null, "+2"));
        assertThat(RevisionTarget.parse("shop@head-1")).isEqualTo(new Relative("shop", new Head("shop"), "-1"));
        assertThat(RevisionTarget.parse("net-2+1")).isEqualTo(new Relative(null, new Named(null, "net-2"), "+1"));
    }

    @Test
    void moreStepsThanANumberHoldsAreAsManyAsItHolds() {
        assertThat(new Relative(null, null, "-007").count()).isEqualTo(7);
        assertThat(new Relative(null, null, "-99999999999999").count()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void aLabelThatLooksLikeStepsIsALabel() {
        RevisionGraph graph = GraphText.graph("a b(a)[net-1]");

        assertThat(RevisionTarget.parse("net-1").asRelative(graph)).isEmpty();
        assertThat(RevisionTarget.parse("net-1").resolve(graph)).containsExactly("b");
        assertThat(RevisionTarget.parse("b-1").asRelative(graph))
                .contains(new Relative(null, new Named(null, "b"), "-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"head", "shop@heads", "shop@base", "current", "ae10", "shop@ae10", "-2", "shop@+1", "shop@a-02"})
    void theTextIsWhatWasTyped(String text) {
        assertThat(RevisionTarget.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            base@+1     ; base    ; 'base+1' counts from there.
            head@-2     ; head    ; 'head-2' counts from there.
            heads@-1    ; heads   ; 'heads-1' counts from there.
            current@-1  ; current ; '-1' counts from where the database is.
            base@head   ; base    ; Before '@' goes a branch label or a revision.
            heads@ae10  ; heads   ; Before '@' goes a branch label or a revision.
            current@a+1 ; current ; Before '@' goes a branch label or a revision.
            """)
    void aWordInThePlaceOfABranchIsRefusedWithWhatMayHaveBeenMeant(String text, String word, String remedy) {
        assertThatExceptionOfType(RevisionTargetException.class)
                .isThrownBy(() -> RevisionTarget.parse(text))
                .withMessage("'" + text + "' has '" + word + "' in the place of a branch.")
                .satisfies(error -> {
                    assertThat(error.reason()).isEqualTo(Reason.MALFORMED);
                    assertThat(error.hint().orElseThrow()).endsWith(remedy);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "@", "shop@", "shop@ +1"})
    void aTextWithoutASymbolIsRefused(String text) {
        assertThatExceptionOfType(RevisionTargetException.class)
                .isThrownBy(() -> RevisionTarget.parse(text))
                .satisfies(error -> {
                    assertThat(error.reason()).isEqualTo(Reason.MALFORMED);
                    assertThat(error.target()).isEqualTo(text);
                });
    }
}
