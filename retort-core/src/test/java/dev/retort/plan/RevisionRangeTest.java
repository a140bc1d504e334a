package dev.retort.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.error.RevisionTargetException;
import dev.retort.error.RevisionTargetException.Reason;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RevisionRangeTest {

    @Test
    void aListingMayLeaveOutBothEnds() {
        assertThat(RevisionRange.ofHistory(":")).isEqualTo(RevisionRange.EVERYTHING);
        assertThat(RevisionRange.ofHistory("a:")).isEqualTo(new RevisionRange("a", "heads"));
        assertThat(RevisionRange.ofHistory(":b")).isEqualTo(new RevisionRange("base", "b"));
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
        assertThat(RevisionRange.ofOfflineUpgrade("head")).isEqualTo(new RevisionRange("base", "head"));
        assertThat(RevisionRange.ofOfflineUpgrade("a:head")).isEqualTo(new RevisionRange("a", "head"));
        refused(() -> RevisionRange.ofOfflineUpgrade("a:b:c"));
        refused(() -> RevisionRange.ofOfflineUpgrade(":b"));
        refused(() -> RevisionRange.ofOfflineUpgrade("a:"));
    }

    @Test
    void anOfflineDowngradeNeedsBothEnds() {
        assertThat(RevisionRange.ofOfflineDowngrade("b:a")).isEqualTo(new RevisionRange("b", "a"));
        refused(() -> RevisionRange.ofOfflineDowngrade("a"));
        refused(() -> RevisionRange.ofOfflineDowngrade("b:"));
        refused(() -> RevisionRange.ofOfflineDowngrade("c:b:a"));
    }

    @Test
    void offlineStampsStartAtOnePlace() {
        assertThat(RevisionRange.ofOfflineStamp(List.of("a:b", "a:c")))
                .containsExactly(new RevisionRange("a", "b"), new RevisionRange("a", "c"));
        assertThat(RevisionRange.ofOfflineStamp(List.of("b", "base:c"))).hasSize(2);
        refused(() -> RevisionRange.ofOfflineStamp(List.of("a:c", "b:d")));
        refused(() -> RevisionRange.ofOfflineStamp(List.of("a:c", "d")));
    }

    private static void refused(ThrowingCallable parsing) {
        assertThatExceptionOfType(RevisionTargetException.class)
                .isThrownBy(parsing)
                .satisfies(error -> assertThat(error.reason()).isEqualTo(Reason.MALFORMED));
    }
}
