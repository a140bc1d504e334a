package dev.retort.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferencesFoundExceptionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 0 | 1 difference between the entities and the database.",
                "2 | 0 | 2 differences between the entities and the database.",
                "0 | 1 | 1 difference between the entities and the database, which cannot be generated.",
                "1 | 2 | 3 differences between the entities and the database, of which 2 cannot be generated."
            })
    void differencesThatCannotBeGeneratedAreCounted(int generated, int notGenerated, String message) {
        assertThat(new DifferencesFoundException(Collections.nCopies(generated, "add column t.a"), notGenerated))
                .hasMessage(message);
    }
}
