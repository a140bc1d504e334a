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
                "1 | 0 | 0 | 1 difference between the entities and the database.",
                "2 | 0 | 0 | 2 differences between the entities and the database.",
                "0 | 1 | 0 | 1 difference between the entities and the database, which cannot be generated.",
                "1 | 2 | 0 | 3 differences between the entities and the database, of which 2 cannot be generated.",
                "0 | 0 | 1 | 1 definition was not compared.",
                "0 | 0 | 2 | 2 definitions were not compared.",
                "1 | 0 | 1 | 1 difference between the entities and the database; 1 definition was not compared.",
                "1 | 1 | 2 | 2 differences between the entities and the database, of which 1 cannot be generated; 2 definitions were not compared."
            })
    void whatIsNotGeneratedAndWhatIsNotComparedIsCounted(
            int generated, int notGenerated, int notCompared, String message) {
        assertThat(new DifferencesFoundException(
                        Collections.nCopies(generated, "add column t.a"), generated, notGenerated, notCompared))
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | Write them into a revision with Retort.autogenerate(REQUEST).",
                "1 | Retort.autogenerate(REQUEST) writes 1 of them into a revision and says what the database cannot do. Write the rest by hand.",
                "0 | No revision can be generated: Retort.autogenerate(REQUEST) says what the database cannot do. Write that by hand, in a revision of your own."
            })
    void whatTheDatabaseCannotDoIsToBeWrittenByHand(int writable, String advice) {
        assertThat(new DifferencesFoundException(Collections.nCopies(2, "add column t.a"), writable, 0, 0).hint())
                .hasValue(advice);
    }
}
