package dev.retort.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.error.AmbiguousRevisionException;
import dev.retort.error.RevisionTargetException;
import dev.retort.error.RevisionTargetException.Reason;
import dev.retort.error.UnknownRevisionException;
import dev.retort.revision.GraphText;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryTest {

    private static final String LINE = "r1 r2(r1) r3(r2) r4(r3) r5(r4)";
    private static final String SHOP = "a b(a) c(b)[shop] d(c) e(b)[net] f(e) x y(x|d)";

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            :             ;    ; r5 r4 r3 r2 r1
            r2:r4         ;    ; r4 r3 r2
            r4:           ;    ; r5 r4
            :r2           ;    ; r2 r1
            base:base     ;    ; ''
            -2:           ;    ; r5 r4 r3
            -1:r3         ;    ; r3 r2
            -3:r3         ;    ; r3 r2 r1
            -9:r3         ;    ; r3 r2 r1
            -4:           ;    ; r5 r4 r3 r2 r1
            -5:head       ;    ; r5 r4 r3 r2 r1
            r2:+1         ;    ; r3 r2
            r4:+9         ;    ; r5 r4
            :+2           ;    ; r2 r1
            r1:head-2     ;    ; r3 r2 r1
            head-2:       ;    ; r5 r4 r3
            r2+1:r4       ;    ; r4 r3
            r1:r2+9       ;    ; r5 r4 r3 r2 r1
            :current      ; r2 ; r2 r1
            :current      ;    ; ''
            current:      ; r3 ; r5 r4 r3
            current:      ;    ; r5 r4 r3 r2 r1
            current:current ; r2 ; r2
            current:current ;  ; ''
            -2:current    ; r4 ; r4 r3 r2
            current:+1    ; r3 ; r4 r3
            """)
    void rangesOfOneLine(String range, @Nullable String rows, String expected) {
        assertThat(history(LINE, range, rows)).isEqualTo(words(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            :                ;     ; f e y x d c b a
            shop:            ;     ; d c
            b:               ;     ; f e d c b
            net@base:        ;     ; f e b a
            net@b:           ;     ; f e b
            shop@-1:         ;     ; d c
            shop@base:       ;     ; d c b a
            shop@base:f      ;     ; ''
            -1:              ;     ; f e y x
            :shop@head       ;     ; d c b a
            b:shop@head      ;     ; d c b
            base:net@base+3  ;     ; e b a
            current:         ; f   ; f y x d c
            current:         ; b x ; f e y x d c b
            current:         ; d f ; f y x d
            x:               ;     ; y x
            """)
    void rangesOfBranches(String range, @Nullable String rows, String expected) {
        assertThat(history(SHOP, range, rows)).isEqualTo(words(expected));
    }

    @Test
    void whatDescendsOnlyThroughOtherLinesIsStillListed() {
        assertThat(history("a b(a) x(|b) y(x) m(a|y)", "a:", null)).containsExactly("m", "b", "a");
        assertThat(history("a x(|a) b(a|x) y(|b)", "a:y", null)).containsExactly("b", "a");
    }

    @Test
    void countedStartsThatNeedEachOtherMakeOneStretch() {
        assertThat(history("x1 x2(x1) x3(x2) x4(x3|y1) x5(x4) y1(|x1) y2(y1) y3(y2)", "-1:", null))
                .containsExactly("x5", "x4", "y3", "y2");
        assertThat(history("x1 x2(x1) x3(x2) x4(x3) y1(|x4) z(x2)", "-1:", null))
                .containsExactly("y1", "x4", "x3", "z", "x2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            r4:r2       ; NOT_AN_ANCESTOR
            r1:base     ; NOT_AN_ANCESTOR
            r1:-1       ; RELATIVE_COUNT
            +1:         ; RELATIVE_COUNT
            -0:         ; RELATIVE_COUNT
            r5+1:       ; RELATIVE_COUNT
            r1:r2-9     ; RELATIVE_COUNT
            r5          ; MALFORMED
            r1:r2:r3    ; MALFORMED
            """)
    void impossibleRangesAreRefusedWithTheReason(String range, Reason reason) {
        assertThatExceptionOfType(RevisionTargetException.class)
                .isThrownBy(() -> history(LINE, range, null))
                .satisfies(error -> assertThat(error.reason()).isEqualTo(reason));
    }

    @Test
    void errorsOfTheLookupKeepTheirReason() {
        assertThatExceptionOfType(UnknownRevisionException.class).isThrownBy(() -> history(SHOP, "zz:", null));
        assertThatExceptionOfType(UnknownRevisionException.class).isThrownBy(() -> history(SHOP, "zz@base:", null));
        assertThatExceptionOfType(AmbiguousRevisionException.class).isThrownBy(() -> history(SHOP, "b:+1", null));
    }

    @Test
    void whatTheHintOfARangeThatCountsFromSeveralRowsSaysIsPossible() {
        assertThatExceptionOfType(AmbiguousRevisionException.class)
                .isThrownBy(() -> history(SHOP, "current:+1", "c e"))
                .satisfies(failure -> assertThat(failure.hint()).contains("Name the start, as in 'c:c@+1'."));
        assertThat(history(SHOP, "c:c@+1", null)).containsExactly("d", "c");
    }

    private static List<String> history(String graph, String range, @Nullable String rows) {
        MigrationPlanner planner = new MigrationPlanner(GraphText.graph(graph), "versions");
        return planner.history(RevisionRange.ofHistory(range), rows == null ? List.of() : words(rows)).stream()
                .map(revision -> revision.id())
                .toList();
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
    }
}
