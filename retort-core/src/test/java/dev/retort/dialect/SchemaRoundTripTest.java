package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.compare.SchemaComparator;
import dev.retort.compare.SchemaDifferences;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.GeneratedOperations;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaRoundTripTest {

    static Stream<Arguments> seeds() {
        return Stream.of("sqlite", "h2")
                .flatMap(name -> IntStream.range(0, 150).mapToObj(seed -> Arguments.of(name, seed)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsCreatedIsReportedAsPredicted(String name, int seed) throws Exception {
        RandomSchema schema = new RandomSchema(seed, name);
        SchemaSnapshot desired = schema.next();
        try (EmbeddedDatabase database = EmbeddedDatabase.open(name)) {
            for (Sequence sequence : desired.sequences()) {
                database.run(new CreateSequence(sequence));
            }
            database.create(schema.inOrder().toArray(Table[]::new));
            new SnapshotAssert(database).reportedAs(desired, database.inspect());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSchemaAndTheOneThatIsReportedDoNotDiffer(String name, int seed) throws Exception {
        RandomSchema schema = new RandomSchema(seed, name);
        SchemaSnapshot desired = schema.next();
        try (EmbeddedDatabase database = EmbeddedDatabase.open(name)) {
            for (Sequence sequence : desired.sequences()) {
                database.run(new CreateSequence(sequence));
            }
            database.create(schema.inOrder().toArray(Table[]::new));
            SchemaDifferences found = new SchemaComparator(database.dialect)
                    .asking(database.dialect.normalizer().on(database.connection))
                    .compare(desired, database.inspect(), object -> true);
            assertThat(found.upgrade()).isEqualTo(GeneratedOperations.NONE);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatWasDroppedComesBackAsItWas(String name, int seed) throws Exception {
        RandomSchema schema = new RandomSchema(seed, name);
        schema.next();
        try (EmbeddedDatabase database = EmbeddedDatabase.open(name)) {
            List<Table> tables = schema.inOrder();
            database.create(tables.toArray(Table[]::new));
            SchemaSnapshot before = database.inspect();
            Table last = tables.get(tables.size() - 1);
            Table found = before.tables().stream()
                    .filter(table -> table.name().equals(last.name()))
                    .findFirst()
                    .orElseThrow();
            DropTable drop = new DropTable(found.name(), found);
            database.run(drop);
            assertThat(database.inspect().tables()).hasSize(tables.size() - 1);
            database.run(drop.reverse().orElseThrow());
            assertThat(database.inspect()).isEqualTo(before);
        }
    }
}
