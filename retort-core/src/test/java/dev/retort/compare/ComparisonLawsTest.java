package dev.retort.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.Operation;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.SnapshotMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for any two schemas, tried on many made from fixed seeds. */
class ComparisonLawsTest {

    private static final int SEEDS = 500;

    private final SchemaComparator comparator = new SchemaComparator(PlainDialect.create());

    @Test
    void aSchemaDoesNotDifferFromItself() {
        for (long seed = 0; seed < SEEDS; seed++) {
            SchemaSnapshot schema = new RandomSchema(seed).next();

            assertThat(differences(schema, schema).isEmpty())
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    @Test
    void theOperationsLeadToTheDesiredSchemaInAnOrderThatAStrictDatabaseAccepts() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomSchema schemas = new RandomSchema(seed);
            SchemaSnapshot actual = schemas.next();
            SchemaSnapshot desired = schemas.next();

            StrictSchema database = new StrictSchema(actual);
            differences(desired, actual).upgrade().operations().forEach(database::apply);

            assertThat(database.content()).as("seed %d", seed).isEqualTo(StrictSchema.content(desired));
        }
    }

    @Test
    void theReversedOperationsLeadBackInAnOrderThatAStrictDatabaseAccepts() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomSchema schemas = new RandomSchema(seed);
            SchemaSnapshot actual = schemas.next();
            SchemaSnapshot desired = schemas.next();

            StrictSchema database = new StrictSchema(actual);
            List<Operation> operations = differences(desired, actual).upgrade().operations();
            operations.forEach(database::apply);
            reversed(operations).forEach(database::apply);

            assertThat(database.content()).as("seed %d", seed).isEqualTo(StrictSchema.content(actual));
        }
    }

    @Test
    void theReversedOperationsAreTheComparisonInTheOtherDirection() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomSchema schemas = new RandomSchema(seed);
            SchemaSnapshot actual = schemas.next();
            SchemaSnapshot desired = schemas.next();

            List<Operation> back =
                    reversed(differences(desired, actual).upgrade().operations());
            List<Operation> other = differences(actual, desired).upgrade().operations();

            assertThat(back).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(other);
        }
    }

    @Test
    void aMapperThatChangesNothingLosesNothing() {
        for (long seed = 0; seed < SEEDS; seed++) {
            SchemaSnapshot schema = new RandomSchema(seed).next();

            assertThat(new SnapshotMapper() {}.snapshot(schema))
                    .as("seed %d", seed)
                    .isEqualTo(schema);
        }
    }

    private SchemaDifferences differences(SchemaSnapshot desired, SchemaSnapshot actual) {
        return comparator.compare(desired, actual, table -> true);
    }

    private static List<Operation> reversed(List<Operation> operations) {
        List<Operation> back = new ArrayList<>(operations.stream()
                .map(operation -> operation.reverse().orElseThrow())
                .toList());
        Collections.reverse(back);
        return back;
    }
}
