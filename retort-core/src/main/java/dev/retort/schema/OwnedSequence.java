package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * A sequence that belongs to a column and goes with it, as that of {@code bigserial} does.
 *
 * @param sequence the sequence
 * @param table the table of its column
 * @param column the name of its column
 */
public record OwnedSequence(Sequence sequence, QualifiedName table, String column) {

    /** The same sequence, named as where a schema is the default one. */
    OwnedSequence within(@Nullable String defaultSchema) {
        return new OwnedSequence(sequence.within(defaultSchema), table.within(defaultSchema), column);
    }
}
