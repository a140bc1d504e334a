package dev.retort.frontend.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "999, 999 ms",
        "1000, 1.0 s",
        "1299, 1.2 s",
        "59999, 59.9 s",
        "60000, 1 min 0 s",
        "3725000, 62 min 5 s"
    })
    void aDurationIsShownInTheUnitThatFits(long millis, String text) {
        assertThat(Durations.text(millis)).isEqualTo(text);
    }
}
