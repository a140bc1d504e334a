package dev.retort.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopSignalTest {

    private final StopSignal signal = new StopSignal();
    private final List<String> done = new ArrayList<>();

    @Test
    void anActionThatFailsKeepsNoOtherFromRunning() {
        IllegalStateException first = new IllegalStateException("first");
        AssertionError second = new AssertionError("second");
        signal.onRequest(() -> {
            throw first;
        });
        signal.onRequest(() -> done.add("cancelled"));
        signal.onRequest(() -> {
            throw second;
        });
        signal.onRequest(() -> done.add("told"));

        assertThatThrownBy(signal::request).isSameAs(first).hasSuppressedException(second);

        assertThat(signal.requested()).isTrue();
        assertThat(done).containsExactly("cancelled", "told");
    }

    @Test
    void anActionRunsAtEachRequestUntilItIsClosed() {
        StopSignal.Registration registration = signal.onRequest(() -> done.add("told"));

        signal.request();
        signal.request();
        registration.close();
        signal.request();

        assertThat(done).containsExactly("told", "told");
    }
}
