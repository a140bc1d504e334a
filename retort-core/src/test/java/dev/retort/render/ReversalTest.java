package dev.retort.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.DropConstraint;
import dev.retort.operation.Operation;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReversalTest {

    @Test
    void theReverseOfAReverseIsTheOperationItself() {
        for (int seed = 0; seed < 200; seed++) {
            for (Operation operation : new RandomOperations(seed).all()) {
                Optional<Operation> back = operation.reverse();
                if (back.isPresent() && !isUnnamedDrop(operation)) {
                    assertThat(back.get().reverse()).as("seed %d", seed).contains(operation);
                }
            }
        }
    }

    /** Most databases name what is added without a name, so that nobody knows how to drop it. */
    private static boolean isUnnamedDrop(Operation operation) {
        return operation instanceof DropConstraint drop && drop.isUnnamed();
    }
}
