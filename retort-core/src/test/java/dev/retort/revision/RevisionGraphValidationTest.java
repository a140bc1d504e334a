package dev.retort.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.retort.error.RevisionCycleException;
import dev.retort.error.RevisionGraphException;
import dev.retort.error.SourcePosition;
import dev.retort.migration.RevisionHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionGraphValidationTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            a@b-c+d   ; contains what is not allowed in it: + - @
            a:b       ; contains what is not allowed in it: :
            ' '       ; is blank
            heads     ; is a reserved word
            """)
    void malformedIdsAreRefused(String id, String problem) {
        RevisionGraphException error = refused(List.of(in("A.java", id, List.of(), List.of(), List.of())));

        assertThat(error.problem()).contains("'" + id + "'").contains(problem);
        assertThat(error.position()).contains(new SourcePosition("A.java", 3));
    }

    @Test
    void idsMayHaveUpTo255Characters() {
        assertThat(GraphText.graph("x".repeat(255)).revisions()).hasSize(1);
        assertThat(refused(GraphText.headers("x".repeat(256))).problem()).contains("256");
    }

    @Test
    void labelsMayHaveHyphensButNoAtSign() {
        assertThat(GraphText.graph("a[my-shop]").labels("a")).containsExactly("my-shop");
        assertThat(refused(GraphText.headers("a[my@shop]")).problem())
                .contains("label")
                .contains("my@shop");
    }

    @Test
    void anIdTakenTwiceNamesBothFiles() {
        RevisionGraphException error = refused(List.of(
                in("A.java", "a", List.of(), List.of(), List.of()),
                in("B.java", "a", List.of(), List.of(), List.of())));

        assertThat(error.problem()).contains("'a'").contains("A.java:3").contains("B.java:3");
        assertThat(error.revisions()).containsExactly("a");
    }

    @Test
    void aLabelTakenTwiceNamesBothFiles() {
        RevisionGraphException error = refused(List.of(
                in("A.java", "a", List.of(), List.of(), List.of("shop")),
                in("B.java", "b", List.of(), List.of(), List.of("shop"))));

        assertThat(error.problem()).contains("'shop'").contains("A.java:3").contains("B.java:3");
        assertThat(error.revisions()).containsExactly("a", "b");
    }

    @Test
    void aLabelMayNotBeAnIdOrStandTwiceInOneFile() {
        assertThat(refused(GraphText.headers("a[b] b")).problem()).contains("already the id of revision 'b'");
        assertThat(refused(GraphText.headers("a[x x]")).problem()).contains("already a label of revision 'a'");
    }

    @Test
    void aMissingParentNamesWhoRevisesItAndWhatItMayHaveMeant() {
        RevisionGraphException error = refused(List.of(
                in("A.java", "abcd1234", List.of(), List.of(), List.of()),
                in("B.java", "b", List.of("abcd1243"), List.of(), List.of())));

        assertThat(error.problem()).contains("'b' revises 'abcd1243'");
        assertThat(error.position()).contains(new SourcePosition("B.java", 3));
        assertThat(error.hint().orElseThrow()).contains("abcd1234");
    }

    @Test
    void aMissingDependencyNamesWhoDependsOnIt() {
        RevisionGraphException error = refused(GraphText.headers("a b(a|zzz)"));

        assertThat(error.problem()).contains("'b' depends on 'zzz'");
        assertThat(error.revisions()).containsExactly("b", "zzz");
    }

    @Test
    void aLabelIsNoParent() {
        assertThat(refused(GraphText.headers("a[shop] b(shop)")).hint().orElseThrow())
                .contains("branch label")
                .contains("'a'");
    }

    @Test
    void aParentNamedTwiceIsRefused() {
        assertThat(refused(GraphText.headers("a b(a a)")).problem()).isEqualTo("Revision 'b' revises 'a' twice.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            a(a)                       ; a a
            a(|a)                      ; a a
            a(|shop)[shop]             ; a a
            a b(a d) c(b) d(c) e(d)    ; b d c b
            a(b) b(a)                  ; a b a
            a b(a|y2) y1 y2(y1|b)      ; b y2 b
            """)
    void cyclesAreRefusedWithTheirPath(String graph, String path) {
        assertThatExceptionOfType(RevisionCycleException.class)
                .isThrownBy(() -> GraphText.graph(graph))
                .satisfies(error -> assertThat(error.path()).containsExactly(path.split(" ")));
    }

    @Test
    void anEmptyGraphIsValid() {
        RevisionGraph graph = RevisionGraph.of(List.of());

        assertThat(graph.heads()).isEmpty();
        assertThat(RevisionTarget.parse("heads").resolve(graph)).isEmpty();
        assertThat(RevisionTarget.parse("head").resolve(graph)).isEmpty();
    }

    @Test
    void oneMoreRevisionIsCheckedLikeTheOthers() {
        RevisionGraph graph = GraphText.graph("a b(a)");

        RevisionGraph more = graph.withRevision(RevisionHeader.of("c", List.of("b"), List.of(), List.of()));

        assertThat(more.heads()).containsExactly("c");
        assertThat(graph.heads()).containsExactly("b");
        assertThatExceptionOfType(RevisionGraphException.class)
                .isThrownBy(() -> graph.withRevision(RevisionHeader.of("a", List.of(), List.of(), List.of())));
    }

    @Test
    void aLongChainNeedsNoDeepStack() {
        List<RevisionHeader> chain = new ArrayList<>(IntStream.range(0, 10_000)
                .mapToObj(index -> RevisionHeader.of(
                        "r" + index, index == 0 ? List.of() : List.of("r" + (index - 1)), List.of(), List.of()))
                .toList());
        assertThat(RevisionGraph.of(chain).closure(List.of("r9999"))).hasSize(10_000);

        chain.set(0, RevisionHeader.of("r0", List.of("r9999"), List.of(), List.of()));
        assertThatExceptionOfType(RevisionCycleException.class)
                .isThrownBy(() -> RevisionGraph.of(chain))
                .satisfies(error -> assertThat(error.path()).hasSize(10_001));
    }

    private static RevisionGraphException refused(List<RevisionHeader> headers) {
        return catchThrowableOfType(RevisionGraphException.class, () -> RevisionGraph.of(headers));
    }

    private static RevisionHeader in(
            String file, String id, List<String> revises, List<String> dependsOn, List<String> labels) {
        return new RevisionHeader(id, revises, dependsOn, labels, "", null, 1, new SourcePosition(file, 3));
    }
}
