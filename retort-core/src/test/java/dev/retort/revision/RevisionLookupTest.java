package dev.retort.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.error.AmbiguousRevisionException;
import dev.retort.error.MultipleHeadsException;
import dev.retort.error.RevisionTargetException;
import dev.retort.error.RevisionTargetException.Reason;
import dev.retort.error.UnknownRevisionException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionLookupTest {

    private final RevisionGraph graph = GraphText.graph(
            "aaaa1111 bbbb2222(aaaa1111) cccc3333(aaaa1111)[shop] dddd4444(cccc3333) eeee5555(|bbbb2222)[net-2] ccc c333 dddd4455(c333)");

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            aaaa1111              ; aaaa1111
            a                     ; aaaa1111
            bbbb                  ; bbbb2222
            shop                  ; cccc3333
            sho                   ; cccc3333
            ccc                   ; ccc
            cccc                  ; cccc3333
            net-2                 ; eeee5555
            heads                 ; dddd4444 eeee5555 ccc dddd4455
            @heads                ; dddd4444 eeee5555 ccc dddd4455
            base                  ; ''
            shop@base             ; ''
            shop@head             ; dddd4444
            shop@heads            ; dddd4444
            aaaa@heads            ; bbbb2222 dddd4444
            cccc@dddd             ; dddd4444
            shop@a                ; aaaa1111
            shop@-1               ; cccc3333
            shop@-3               ; ''
            -1                    ; cccc3333 c333
            net-2@head            ; eeee5555
            """)
    void resolves(String text, String expected) {
        List<String> ids = expected.isEmpty() ? List.of() : Arrays.asList(expected.split(" "));

        assertThat(RevisionTarget.parse(text).resolve(graph)).isEqualTo(ids);
    }

    @Test
    void oneRevisionIsResolvedAlone() {
        assertThat(RevisionTarget.parse("shop@heads").resolveOne(graph)).contains("dddd4444");
        assertThat(RevisionTarget.parse("base").resolveOne(graph)).isEmpty();
        assertThatExceptionOfType(MultipleHeadsException.class)
                .isThrownBy(() -> RevisionTarget.parse("heads").resolveOne(graph))
                .satisfies(error -> assertThat(error.heads()).hasSize(4));
    }

    @Test
    void headCountsHeadsThatAreOnlyDependedOn() {
        RevisionGraph dependent = GraphText.graph("x y(|x)");

        assertThat(RevisionTarget.parse("heads").resolve(dependent)).containsExactly("y");
        assertThatExceptionOfType(MultipleHeadsException.class)
                .isThrownBy(() -> RevisionTarget.parse("head").resolve(dependent))
                .satisfies(error -> assertThat(error.heads()).containsExactly("x", "y"));
    }

    @Test
    void severalHeadsOfABranchAreListed() {
        assertThatExceptionOfType(MultipleHeadsException.class)
                .isThrownBy(() -> RevisionTarget.parse("aaaa@head").resolve(graph))
                .satisfies(error -> assertThat(error.heads()).containsExactly("bbbb2222", "dddd4444"));
    }

    @Test
    void anAmbiguousBeginningListsItsCandidates() {
        assertThatExceptionOfType(AmbiguousRevisionException.class)
                .isThrownBy(() -> RevisionTarget.parse("dddd44").resolve(graph))
                .satisfies(error -> assertThat(error.candidates()).containsExactly("dddd4444", "dddd4455"));
    }

    @Test
    void shortNamesAreNotAbbreviated() {
        assertThat(RevisionTarget.parse("ab").resolve(GraphText.graph("abc abcd")))
                .containsExactly("abcd");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            dddd4544          ; dddd4444 dddd4455
            dddd4445          ; dddd4444 dddd4455
            shopp             ; shop
            quite_unlike      ; ''
            nobranch@head     ; ''
            net-3             ; net-2
            """)
    void unknownNamesAreRefusedWithNearMatches(String text, String near) {
        assertThatExceptionOfType(UnknownRevisionException.class)
                .isThrownBy(() -> RevisionTarget.parse(text).resolve(graph))
                .satisfies(error ->
                        assertThat(String.join(" ", error.nearMatches())).isEqualTo(near));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ''              ; MALFORMED
            ' '             ; MALFORMED
            shop@           ; MALFORMED
            shop@bbbb2222   ; NOT_IN_BRANCH
            net-2@bbbb2222  ; NOT_IN_BRANCH
            shop@-4         ; RELATIVE_COUNT
            -99999999999999 ; RELATIVE_COUNT
            aaaa1111+1      ; MALFORMED
            +0              ; MALFORMED
            base+1          ; MALFORMED
            current         ; MALFORMED
            shop@current    ; MALFORMED
            """)
    void textsThatNameNoRevisionAreRefusedWithTheReason(String text, Reason reason) {
        assertThatExceptionOfType(RevisionTargetException.class)
                .isThrownBy(() -> RevisionTarget.parse(text).resolve(graph))
                .satisfies(error -> assertThat(error.reason()).isEqualTo(reason));
    }
}
