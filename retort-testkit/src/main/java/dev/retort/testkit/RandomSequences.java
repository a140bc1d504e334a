package dev.retort.testkit;

import dev.retort.schema.Columns;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random sequences that a database supports; the same seed gives the same sequences. */
final class RandomSequences {

    private static final List<String> NAMES =
            List.of("numbers", "Odd Numbers", "dotted.name", "select", "größe", "it's");

    private RandomSequences() {}

    /** Some sequences; none if the database has none. */
    static List<Sequence> of(long seed, int count, Capabilities capabilities) {
        Random random = new Random(seed);
        List<Sequence> sequences = new ArrayList<>();
        for (int i = 0; i < count && capabilities.has(Capability.SEQUENCES); i++) {
            String name = NAMES.get(random.nextInt(NAMES.size())) + " " + i;
            boolean small = capabilities.has(Capability.SEQUENCE_TYPES) && random.nextBoolean();
            sequences.add(Sequence.of(QualifiedName.of(name), 1, 1)
                    .typed(small ? Columns.integer() : Columns.bigint())
                    .options(options(random)));
        }
        return sequences;
    }

    private static SequenceOptions options(Random random) {
        long increment = (random.nextBoolean() ? 1L : -1L) * (1 + random.nextInt(20));
        SequenceOptions options = SequenceOptions.of(random.nextInt(200) - 100, increment)
                .between(random.nextBoolean() ? -1000L : null, random.nextBoolean() ? 1000L : null);
        options = random.nextBoolean() ? options.cache(2L + random.nextInt(30)) : options;
        boolean bounded = options.min() != null && options.max() != null;
        return bounded ? options.cycle(random.nextBoolean()) : options;
    }
}
