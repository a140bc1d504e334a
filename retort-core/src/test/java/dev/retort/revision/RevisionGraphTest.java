package dev.retort.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.retort.error.AmbiguousRevisionException;
import dev.retort.error.UnknownRevisionException;
import dev.retort.migration.RevisionHeader;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionGraphTest {

    private final RevisionGraph graph =
            GraphText.graph("y1 a b(a) c1(b)[shop] d1(c1) c2(b) m(d1 c2) y2(y1|b shop) z(m)");

    @Test
    void headsAndBasesStandInLoadOrder() {
        assertThat(graph.heads()).containsExactly("y2", "z");
        assertThat(graph.realHeads()).containsExactly("y2", "z");
        assertThat(graph.bases()).containsExactly("y1", "a");
    }

    @Test
    void aHeadThatSomebodyDependsOnIsNoRealHead() {
        RevisionGraph dependent = GraphText.graph("x y(|x)");

        assertThat(dependent.heads()).containsExactly("x", "y");
        assertThat(dependent.realHeads()).containsExactly("y");
        assertThat(dependent.isHead("x")).isTrue();
        assertThat(dependent.isRealHead("x")).isFalse();
        assertThat(dependent.isBase("y")).isTrue();
    }

    @Test
    void branchAndMergePointsCountParentsAndChildrenOnly() {
        assertThat(graph.revisions())
                .extracting(RevisionHeader::id)
                .filteredOn(graph::isBranchPoint)
                .containsExactly("b");
        assertThat(graph.revisions())
                .extracting(RevisionHeader::id)
                .filteredOn(graph::isMergePoint)
                .containsExactly("m");
    }

    @Test
    void neighboursStandInTheOrderOfTheFiles() {
        assertThat(graph.children("b")).containsExactly("c1", "c2");
        assertThat(graph.dependencies("y2")).containsExactly("b", "c1");
        assertThat(graph.prerequisites("y2")).containsExactly("y1", "b", "c1");
    }

    @Test
    void closuresFollowDependenciesAndVersionedOnesDoNot() {
        assertThat(graph.closure(List.of("y2"))).containsExactly("y1", "a", "b", "c1", "y2");
        assertThat(graph.versionedAncestors(List.of("y2"))).containsExactly("y1", "y2");
        assertThat(graph.descendants(List.of("c1"))).containsExactly("c1", "d1", "m", "y2", "z");
        assertThat(graph.versionedDescendants(List.of("c1"))).containsExactly("c1", "d1", "m", "z");
        assertThat(graph.versionedLineage("c1")).containsExactly("a", "b", "c1", "d1", "m", "z");
        assertThat(graph.lineage("c1")).containsExactly("a", "b", "c1", "d1", "m", "y2", "z");
    }

    @Test
    void maximalAndMinimalRevisionsDoNotNeedEachOther() {
        assertThat(graph.maximal(List.of("a", "c1", "c2", "y2"))).containsExactly("c2", "y2");
        assertThat(graph.minimal(List.of("a", "c1", "c2", "y1"))).containsExactly("y1", "a");
    }

    @Test
    void tipsShowWhatADependencyHides() {
        assertThat(graph.tips(List.of("y2"))).containsExactly("c1", "y2");
        assertThat(graph.tips(List.of())).isEmpty();
    }

    @Test
    void anUnknownIdIsRefusedWithNearMatches() {
        assertThatExceptionOfType(UnknownRevisionException.class)
                .isThrownBy(() -> graph.get("shob"))
                .satisfies(error -> assertThat(error.nearMatches()).containsExactly("shop"));
        assertThat(graph.find("shop")).isEmpty();
        assertThat(graph.named("shop")).contains("c1");
    }

    @Test
    void setsOfOneGraphCombine() {
        RevisionSet one = graph.setOf(List.of("b", "a"));
        RevisionSet other = graph.setOf(List.of("b", "z"));

        assertThat(one.or(other)).containsExactly("a", "b", "z");
        assertThat(one.and(other)).containsExactly("b");
        assertThat(one.minus(other)).containsExactly("a");
        assertThat(one).isEqualTo(Set.of("a", "b")).doesNotContain("z", "unknown");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.or(GraphText.graph("a").bases()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            a b(a) c(b)[L] d(c)                ; a:L b:L c:L d:L
            a b(a) c1(b)[L] d1(c1) c2(b)       ; a: b: c1:L d1:L c2:
            a b(a)[L] c(b) d1(c) d2(c)         ; a:L b:L c:L d1:L d2:L
            a b(a)[L] c1(b) c2(b)              ; a: b:L c1:L c2:L
            a[K] b[L] m(a b) n(m)[M]           ; a:K b:L m:K,L n:K,L,M
            a b m(a b) n(m)[L]                 ; a: b: m: n:L
            a b(a) c(b)[L] x(|a)               ; a: b:L c:L x:
            a b(a)[L] c(b) d1(c) d2(c) e(d1 d2); a:L b:L c:L d1:L d2:L e:L
            a[L M] b(a)                        ; a:L,M b:L,M
            """)
    void labelsSpread(String text, String expected) {
        RevisionGraph labelled = GraphText.graph(text);

        assertThat(labelled.revisions())
                .extracting(revision -> revision.id() + ":" + String.join(",", labelled.labels(revision.id())))
                .containsExactly(expected.split(" "));
    }

    @Test
    void walksStopWhereThereIsNothing() {
        assertThat(graph.walkUp("d1", 9, null, "d1+9")).isEqualTo(walk("z", 2));
        assertThat(graph.walkDown("c1", 3, "c1-3")).isEqualTo(walk(null, 3));
        assertThat(graph.walkDown("c1", 9, "c1-9")).isEqualTo(walk(null, 3));
        assertThat(graph.walkUp(null, 2, graph.versionedLineage("y2"), "y2@+2")).isEqualTo(walk("y2", 2));
    }

    @Test
    void stepsThatCouldGoSeveralWaysAreRefused() {
        assertThatExceptionOfType(AmbiguousRevisionException.class)
                .isThrownBy(() -> graph.walkUp("a", 2, null, "a+2"))
                .satisfies(error -> assertThat(error.candidates()).containsExactly("c1", "c2"));
        assertThatExceptionOfType(AmbiguousRevisionException.class)
                .isThrownBy(() -> graph.walkDown("z", 2, "z-2"))
                .satisfies(error -> assertThat(error.candidates()).containsExactly("d1", "c2"));
    }

    @Test
    void theNewestFirstOrderStaysOnOneLineUntilItHasToWait() {
        RevisionSet all = graph.closure(graph.realHeads());

        assertThat(graph.newestFirst(graph.realHeads(), all, all))
                .containsExactlyElementsOf(Arrays.asList("y2 y1 z m d1 c1 c2 b a".split(" ")));
    }

    private static RelativeWalk walk(@Nullable String end, int steps) {
        return new RelativeWalk(end, steps);
    }
}
