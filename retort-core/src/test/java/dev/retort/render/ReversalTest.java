package dev.retort.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.Operation;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReversalTest {

    @Test
    void theReverseOfAReverseIsTheOperationItself() {
        for (int seed = 0; seed < 200; seed++) {
            for (Operation operation : new RandomOperations(seed).all()) {
                Optional<Operation> back = operation.reverse();
                if (back.isPresent()) {
                    assertThat(back.get().reverse()).as("seed %d", seed).contains(operation);
                }
            }
        }
    }
}
