package dev.retort.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.error.AmbiguousRevisionException;
import dev.retort.error.MultipleHeadsException;
import dev.retort.error.OverlappingRevisionsException;
import dev.retort.error.RevisionTargetException;
import dev.retort.error.RevisionTargetException.Reason;
import dev.retort.error.UnknownRevisionException;
import dev.retort.error.UnknownVersionRowException;
import dev.retort.migration.Direction;
import dev.retort.revision.GraphText;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionTarget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationPlannerTest {

    private static final String DIAMOND = "a b(a) c1(b) d1(c1) c2(b) d2(c2) m(d1 d2)";
    private static final String DEPENDENT = "x1 x2(x1) y1 y2(y1|x2)";
    private static final String SHOP = "a b(a) c(b)[shop] d(c) e(b)[net] f(e)";
    private static final String TWO_BASES = "a[left] b(a) x[right] y(x)";

    @Test
    void upgradesAMergeWithTheRowsAfterEachStep() {
        assertThat(described(planner(DIAMOND).upgrade(List.of(), target("head"))))
                .containsExactly(
                        "up a [insert a] a",
                        "up b [a->b] b",
                        "up c2 [b->c2] c2",
                        "up d2 [c2->d2] d2",
                        "up c1 [insert c1] c1 d2",
                        "up d1 [c1->d1] d1 d2",
                        "up m [delete d1, d2->m] m");
    }

    @Test
    void downgradesAMergeWithTheRowsAfterEachStep() {
        assertThat(described(planner(DIAMOND).downgrade(List.of("m"), target("base"))))
                .containsExactly(
                        "down m [insert d2, m->d1] d1 d2",
                        "down d1 [d1->c1] c1 d2",
                        "down c1 [delete c1] d2",
                        "down d2 [d2->c2] c2",
                        "down c2 [c2->b] b",
                        "down b [b->a] a",
                        "down a [delete a] ");
    }

    @Test
    void aDependencyDisappearsFromTheRowsAndComesBack() {
        assertThat(described(planner(DEPENDENT).upgrade(List.of(), target("y2"))))
                .containsExactly(
                        "up x1 [insert x1] x1",
                        "up x2 [x1->x2] x2",
                        "up y1 [insert y1] x2 y1",
                        "up y2 [delete y1, x2->y2] y2");
        assertThat(described(planner(DEPENDENT).downgrade(List.of("y2"), target("-1"))))
                .containsExactly("down y2 [insert x2, y2->y1] x2 y1");
    }

    @Test
    void aMergeWithAnAncestorOfAnotherParentLeavesOnlyTheNewest() {
        assertThat(described(planner("a b(a) m(a b)").downgrade(List.of("m"), target("b"))))
                .containsExactly("down m [m->b] b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            SHOP      ; a   ; +1           ; b
            SHOP      ;     ; +2           ; a b
            SHOP      ; b   ; shop@+1      ; c
            SHOP      ; c e ; shop@+1      ; d
            SHOP      ; e   ; shop@+2      ; c d
            SHOP      ;     ; net@+3       ; a b e
            SHOP      ;     ; shop+1       ; a b c d
            SHOP      ;     ; net@b+1      ; a b e
            SHOP      ;     ; net@base+3   ; a b e
            SHOP      ;     ; shop@head-1  ; a b c
            SHOP      ;     ; shop@d-2     ; a b
            SHOP      ;     ; a-1          ; ''
            SHOP      ;     ; d-0          ; a b c d
            SHOP      ; d   ; b            ; ''
            SHOP      ; d   ; base         ; ''
            SHOP      ; d   ; heads        ; e f
            SHOP      ;     ; heads        ; a b e f c d
            TWO_BASES ; y   ; left@+1      ; a
            TWO_BASES ;     ; right@base+2 ; x y
            DEPENDENT ;     ; y2           ; x1 x2 y1 y2
            """)
    void upgradesTo(String graph, String rows, String target, String expected) {
        assertThat(ids(planner(named(graph)).upgrade(words(rows), target(target))))
                .isEqualTo(words(expected));
    }

    @Test
    void aBranchWithoutARowStartsAtWhatADependencyApplied() {
        MigrationPlanner planner = planner("x1[lib] x2(x1) x3(x2) y1(|x2)");

        assertThat(ids(planner.upgrade(List.of("y1"), target("lib@+1")))).containsExactly("x3");
        assertThat(planner.downgrade(List.of("y1"), target("lib@-1")).steps())
                .extracting(step -> step.revision().id())
                .containsExactly("y1", "x2");
    }

    @Test
    void upgradesToSeveralTargets() {
        assertThat(ids(planner(SHOP).upgrade(List.of("b"), targets("d", "e")))).containsExactly("e", "c", "d");
        assertThatExceptionOfType(OverlappingRevisionsException.class)
                .isThrownBy(() -> planner(SHOP).upgrade(List.of(), targets("d", "a")))
                .satisfies(error -> {
                    assertThat(error.ancestor()).isEqualTo("a");
                    assertThat(error.descendant()).isEqualTo("d");
                    assertThat(error.inVersionTable()).isFalse();
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            SHOP      ; d    ; -1         ; d
            SHOP      ; d    ; -4         ; d c b a
            SHOP      ; d    ; base       ; d c b a
            SHOP      ; d f  ; shop@-1    ; d
            SHOP      ; d f  ; shop@-3    ; d c f e b
            SHOP      ; d f  ; shop@b     ; d c
            SHOP      ; d f  ; b          ; d c f e
            SHOP      ; d f  ; f-1        ; f
            SHOP      ; d    ; base+2     ; d c
            SHOP      ; d    ; shop@base+3; d
            SHOP      ; d    ; d          ; ''
            SHOP      ;      ; base       ; ''
            SHOP      ; d    ; shop@base  ; d c b a
            TWO_BASES ; b y  ; base       ; b a y x
            TWO_BASES ; b y  ; left@base  ; b a
            TWO_BASES ; b y  ; left@-2    ; b a
            TWO_BASES ; b y  ; y-2        ; y x
            TWO_BASES ; b y  ; right@y-2  ; y x
            DEPENDENT ; y2   ; x1         ; y2 x2
            DIAMOND   ; m    ; d1         ; m
            """)
    void downgradesTo(String graph, String rows, String target, String expected) {
        assertThat(ids(planner(named(graph)).downgrade(words(rows), target(target))))
                .isEqualTo(words(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            up   ; a   ; -1             ; RELATIVE_COUNT
            up   ; a   ; +0             ; RELATIVE_COUNT
            up   ; d   ; +1             ; RELATIVE_COUNT
            up   ; d   ; shop@-1        ; RELATIVE_COUNT
            up   ;     ; d+1            ; RELATIVE_COUNT
            up   ;     ; a-2            ; RELATIVE_COUNT
            up   ;     ; shop@e         ; NOT_IN_BRANCH
            up   ;     ; shop@e+1       ; NOT_IN_BRANCH
            up   ;     ; a:d            ; MALFORMED
            down ; d   ; +1             ; RELATIVE_COUNT
            down ; d   ; -0             ; RELATIVE_COUNT
            down ;     ; -1             ; RELATIVE_COUNT
            down ; d   ; -5             ; RELATIVE_COUNT
            down ; d   ; net@-1         ; RELATIVE_COUNT
            down ; d   ; base-1         ; RELATIVE_COUNT
            down ; d   ; d-5            ; RELATIVE_COUNT
            down ; d   ; d+1            ; RELATIVE_COUNT
            down ; d   ; net@c          ; NOT_IN_BRANCH
            down ; c   ; d              ; NOT_AN_ANCESTOR
            down ; d   ; f              ; NOT_AN_ANCESTOR
            down ; d   ; d:a            ; MALFORMED
            down ; d   ; ''             ; MALFORMED
            stamp; d   ; +1             ; MALFORMED
            stamp; d   ; -1             ; MALFORMED
            stamp; d   ; a+1            ; MALFORMED
            stamp; d   ; a:b            ; MALFORMED
            """)
    void impossibleTargetsAreRefusedWithTheReason(String command, String rows, String target, Reason reason) {
        MigrationPlanner planner = planner(SHOP);
        assertThatExceptionOfType(RevisionTargetException.class)
                .isThrownBy(() -> {
                    switch (command) {
                        case "up" -> planner.upgrade(words(rows), target(target));
                        case "down" -> planner.downgrade(words(rows), target(target));
                        default -> planner.stamp(words(rows), target(target));
                    }
                })
                .satisfies(error -> assertThat(error.reason()).isEqualTo(reason));
    }

    @Test
    void aMistypedBranchNeverDowngradesEverything() {
        assertThatExceptionOfType(UnknownRevisionException.class)
                .isThrownBy(() -> planner(SHOP).downgrade(List.of("d"), target("typo@base")))
                .satisfies(error -> assertThat(error.identifier()).isEqualTo("typo"));
    }

    @Test
    void stepsFromSeveralRowsAreAmbiguous() {
        assertThatExceptionOfType(AmbiguousRevisionException.class)
                .isThrownBy(() -> planner(SHOP).upgrade(List.of("d", "f"), target("+1")))
                .satisfies(error -> assertThat(error.candidates()).containsExactly("d", "f"));
        assertThatExceptionOfType(AmbiguousRevisionException.class)
                .isThrownBy(() -> planner(SHOP).downgrade(List.of("f", "d"), target("-1")))
                .satisfies(error -> assertThat(error.candidates()).containsExactly("d", "f"));
        assertThatExceptionOfType(AmbiguousRevisionException.class)
                .isThrownBy(() -> planner(SHOP).downgrade(List.of("f", "d"), target("a@-1")));
    }

    @Test
    void severalHeadsAreRefusedWhereOneIsMeant() {
        assertThatExceptionOfType(MultipleHeadsException.class)
                .isThrownBy(() -> planner(SHOP).upgrade(List.of(), target("head")))
                .satisfies(error -> assertThat(error.heads()).containsExactly("d", "f"));
    }

    @Test
    void rowsThatAreNoRevisionAreRefused() {
        assertThatExceptionOfType(UnknownVersionRowException.class)
                .isThrownBy(() -> planner(SHOP).upgrade(List.of("gone"), target("heads")))
                .satisfies(error -> {
                    assertThat(error.row()).isEqualTo("gone");
                    assertThat(error.versionTable()).isEqualTo("versions");
                });
        assertThatExceptionOfType(UnknownVersionRowException.class)
                .isThrownBy(() -> planner(SHOP).stamp(List.of("shop"), target("heads")));
    }

    /** Of each command the ambiguous target, what the hint says to write, and the target that it leads to. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            SHOP    ; c e ; down ; -1      ; Name the start, as in 'c@-1'. ; c@-1 ; down c
            SHOP    ; d f ; down ; b@-2    ; Name the start, as in 'd@-2'. ; d@-2 ; down d, down c
            SHOP    ; c e ; up   ; +1      ; Name the start, as in 'c@+1'. ; c@+1 ; up d
            DIAMOND ; m   ; down ; -1      ; Write one of them in full instead ; d1   ; down m
            DIAMOND ; b   ; up   ; +1      ; Write one of them in full instead ; c1   ; up c1
            DIAMOND ; m   ; down ; -2      ; Name the revision that it should lead to; c1 ; down m, down d1
            DIAMOND ; b   ; up   ; +2      ; Name the revision that it should lead to; d1 ; up c1, up d1
            """)
    void whatTheHintOfAnAmbiguousTargetSaysIsPossible(
            String graph, String rows, String way, String target, String hint, String instead, String steps) {
        assertThatExceptionOfType(AmbiguousRevisionException.class)
                .isThrownBy(() -> run(graph, rows, way, target))
                .satisfies(failure -> assertThat(failure.hint())
                        .hasValueSatisfying(text -> assertThat(text).startsWith(hint)));
        assertThat(run(graph, rows, way, instead).steps())
                .extracting(step -> way + " " + step.revision().id())
                .containsExactly(steps.split(", "));
    }

    private static MigrationPlan run(String graph, String rows, String way, String target) {
        MigrationPlanner planner = planner(named(graph));
        List<String> applied = words(rows);
        return way.equals("up") ? planner.upgrade(applied, target(target)) : planner.downgrade(applied, target(target));
    }

    @Test
    void overlappingRowsAreRefused() {
        assertThatExceptionOfType(OverlappingRevisionsException.class)
                .isThrownBy(() -> planner(DEPENDENT).downgrade(List.of("y2", "x1"), target("base")))
                .satisfies(error -> {
                    assertThat(error.ancestor()).isEqualTo("x1");
                    assertThat(error.descendant()).isEqualTo("y2");
                    assertThat(error.inVersionTable()).isTrue();
                });
    }

    @Test
    void theSameRowTwiceIsTolerated() {
        assertThat(planner(SHOP).upgrade(List.of("b", "b"), target("c")).rowsAfter())
                .containsExactly("c");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            SHOP      ;     ; b         ; b
            SHOP      ; d   ; b         ; b
            SHOP      ; d f ; b         ; b
            SHOP      ; b   ; d         ; d
            SHOP      ; f   ; d         ; d f
            SHOP      ; b   ; heads     ; d f
            SHOP      ; d f ; heads     ; d f
            SHOP      ; d f ; base      ; ''
            SHOP      ; d f ; shop@base ; f
            SHOP      ; d   ; d base    ; d
            TWO_BASES ; b y ; a         ; a y
            DIAMOND   ; m   ; d1 d2     ; d1 d2
            DIAMOND   ; m   ; c1 d2     ; c1 d2
            DEPENDENT ; y2  ; x1        ; x1
            DEPENDENT ; y1  ; x2        ; x2 y1
            SHOP      ; f   ; d net@base; d
            """)
    void stamps(String graph, String rows, String targets, String expected) {
        StampPlan plan = planner(named(graph)).stamp(words(rows), targets(targets.split(" ")));

        assertThat(plan.rowsAfter()).isEqualTo(words(expected));
    }

    @Test
    void stampStepsSayWhatBecomesOfTheRows() {
        assertThat(planner(DIAMOND).stamp(List.of("d1", "d2"), target("m")).steps())
                .containsExactly(new StampStep(
                        List.of("d1", "d2"),
                        List.of("m"),
                        RowChange.replacing(List.of("d1", "d2"), List.of("m")),
                        List.of("m")));
        assertThat(planner(DIAMOND).stamp(List.of("d1", "d2"), target("base")).steps())
                .extracting(step -> step.from() + " " + step.to() + " " + step.rowsAfter())
                .containsExactly("[d1] [] [d2]", "[d2] [] []");
    }

    @Test
    void aStampOnARevisionAndItsAncestorIsRefused() {
        assertThatExceptionOfType(OverlappingRevisionsException.class)
                .isThrownBy(() -> planner(SHOP).stamp(List.of(), targets("a", "c")))
                .satisfies(error -> assertThat(error.inVersionTable()).isFalse());
    }

    @Test
    void offlineRowsComeFromText() {
        assertThat(planner(SHOP).rowsAt(target("shop"))).containsExactly("c");
        assertThat(planner(SHOP).rowsAt(target("heads"))).containsExactly("d", "f");
        assertThat(planner(SHOP).rowsAt(target("base"))).isEmpty();
        assertThatExceptionOfType(OverlappingRevisionsException.class)
                .isThrownBy(() -> planner("a[s] b(a) c(a|b)").rowsAt(target("s@heads")));
    }

    private static RevisionTarget target(String text) {
        return RevisionRange.onlyTarget(text);
    }

    private static List<RevisionTarget> targets(String... texts) {
        return Arrays.stream(texts).map(RevisionRange::onlyTarget).toList();
    }

    private static MigrationPlanner planner(String graph) {
        RevisionGraph revisions = GraphText.graph(graph);
        return new MigrationPlanner(revisions, "versions");
    }

    private static String named(String graph) {
        return switch (graph) {
            case "DIAMOND" -> DIAMOND;
            case "DEPENDENT" -> DEPENDENT;
            case "SHOP" -> SHOP;
            case "TWO_BASES" -> TWO_BASES;
            default -> throw new IllegalArgumentException(graph);
        };
    }

    private static List<String> words(String text) {
        return text == null || text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
    }

    private static List<String> ids(MigrationPlan plan) {
        return plan.steps().stream().map(step -> step.revision().id()).toList();
    }

    private static List<String> described(MigrationPlan plan) {
        return plan.steps().stream()
                .map(step -> (step.direction() == Direction.UP ? "up " : "down ")
                        + step.revision().id() + " " + described(step.rowChange()) + " "
                        + String.join(" ", step.rowsAfter()))
                .toList();
    }

    private static List<String> described(RowChange change) {
        List<String> parts = new ArrayList<>();
        change.deleted().forEach(row -> parts.add("delete " + row));
        change.inserted().forEach(row -> parts.add("insert " + row));
        Optional.ofNullable(change.updated()).ifPresent(update -> parts.add(update.from() + "->" + update.to()));
        return parts;
    }
}
