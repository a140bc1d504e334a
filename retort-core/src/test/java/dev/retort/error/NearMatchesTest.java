package dev.retort.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMatchesTest {

    private static final List<String> WORDS = List.of("url", "user", "upgrade", "script_location", "heads");

    @ParameterizedTest
    @CsvSource({
        "ulr, url",
        "rul, url",
        "urll, url",
        "usre, user",
        "uprgade, upgrade",
        "script_loctaion, script_location",
        "HEADS, heads",
        "lru,",
        "elephant,"
    })
    void aWordIsNearWhenFewCharactersDifferOrAreSwapped(String typed, String meant) {
        List<String> near = NearMatches.of(typed, WORDS);

        assertThat(near.stream().findFirst().orElse(null)).isEqualTo(meant);
    }
}
