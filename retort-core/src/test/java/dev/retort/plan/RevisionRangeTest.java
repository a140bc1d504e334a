package dev.retort.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.error.RevisionTargetException;
import dev.retort.error.RevisionTargetException.Reason;
import dev.retort.revision.RevisionTarget;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RevisionRangeTest {

    @Test
    void aListingMayLeaveOutBothEnds() {
        assertThat(RevisionRange.ofHistory(":")).isEqualTo(RevisionRange.EVERYTHING);
        assertThat(RevisionRange.ofHistory("a:")).isEqualTo(range("a", "heads"));
        assertThat(RevisionRange.ofHistory(":b")).isEqualTo(range("base", "b"));
        assertThat(RevisionRange.ofHistory("a:b")).hasToString("a:b");
    }

    @Test
    void onlyCurrentNeedsTheRows() {
        assertThat(RevisionRange.ofHistory("current:").needsRows()).isTrue();
        assertThat(RevisionRange.ofHistory(":current").needsRows()).isTrue();
        assertThat(RevisionRange.ofHistory(":").needsRows()).isFalse();
    }

    @Test
    void anOfflineUpgradeStartsAtTheBaseUnlessItSaysSo() {
        assertThat(RevisionRange.ofOfflineUpgrade("head")).isEqualTo(range("base", "head"));
        assertThat(RevisionRange.ofOfflineUpgrade("a:head")).isEqualTo(range("a", "head"));
        assertThat(RevisionRange.ofOfflineUpgrade("a,b:head").start())
                .isEqualTo(new RevisionTarget.Several(List.of(RevisionTarget.parse("a"), RevisionTarget.parse("b"))));
        refused(() -> RevisionRange.ofOfflineUpgrade("a:b:c"));
        refused(() -> RevisionRange.ofOfflineUpgrade(":b"));
        refused(() -> RevisionRange.ofOfflineUpgrade("a:"));
    }

    @Test
    void anOfflineDowngradeNeedsBothEnds() {
        assertThat(RevisionRange.ofOfflineDowngrade("b:a")).isEqualTo(range("b", "a"));
        refused(() -> RevisionRange.ofOfflineDowngrade("a"));
        refused(() -> RevisionRange.ofOfflineDowngrade("b:"));
        refused(() -> RevisionRange.ofOfflineDowngrade("c:b:a"));
    }

    @Test
    void offlineStampsStartAtOnePlace() {
        assertThat(RevisionRange.ofOfflineStamp(List.of("a:b", "a:c")))
                .containsExactly(range("a", "b"), range("a", "c"));
        assertThat(RevisionRange.ofOfflineStamp(List.of("b", "base:c"))).hasSize(2);
        refused(() -> RevisionRange.ofOfflineStamp(List.of("a:c", "b:d")));
        refused(() -> RevisionRange.ofOfflineStamp(List.of("a:c", "d")));
    }

    private static RevisionRange range(String start, String end) {
        return new RevisionRange(RevisionTarget.parse(start), RevisionTarget.parse(end));
    }

    private static void refused(ThrowingCallable parsing) {
        assertThatExceptionOfType(RevisionTargetException.class)
                .isThrownBy(parsing)
                .satisfies(error -> assertThat(error.reason()).isEqualTo(Reason.MALFORMED));
    }
}
