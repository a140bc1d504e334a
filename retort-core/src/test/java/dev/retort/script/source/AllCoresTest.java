package dev.retort.script.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllCoresTest {

    private static final List<Integer> NUMBERS =
            IntStream.range(0, 10_000).boxed().toList();

    @Test
    void theResultsHaveTheOrderOfTheElements() {
        assertThat(AllCores.map(NUMBERS, number -> -number))
                .containsExactlyElementsOf(IntStream.range(0, 10_000)
                        .map(number -> -number)
                        .boxed()
                        .toList());
    }

    @Test
    void theFirstElementThatFailsSaysWhy() {
        assertThatThrownBy(() -> AllCores.map(NUMBERS, AllCoresTest::failingFrom100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("100");
    }

    private static int failingFrom100(int number) {
        if (number >= 100) {
            throw new IllegalArgumentException(String.valueOf(number));
        }
        return number;
    }
}
