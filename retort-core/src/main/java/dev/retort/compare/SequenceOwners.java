package dev.retort.compare;

import dev.retort.schema.Column;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which sequences of a schema number the column that they belong to, and which belong to one, or to none, for other reasons. */
final class SequenceOwners {

    private SequenceOwners() {}

    /** Whether a sequence is a column's way to be numbered. So is one of a column that is not looked at. */
    static boolean numbersColumn(Sequence sequence, SchemaSnapshot schema) {
        return sequence.owner() != null
                && ownerIn(sequence, schema)
                        .map(column -> column.identity() != null)
                        .orElse(true);
    }

    /** The sequences that number no column of their own. */
    static List<Sequence> free(SchemaSnapshot schema) {
        return schema.objects(Sequence.class).stream()
                .filter(sequence -> !numbersColumn(sequence, schema))
                .toList();
    }

    /** The sequences that number a column of a schema which is there in another one too, as if they belonged to none. */
    static List<Sequence> ofColumns(SchemaSnapshot schema, SchemaSnapshot other) {
        return schema.ownedSequences().stream()
                .filter(sequence -> numbersColumn(sequence, schema)
                        && ownerIn(sequence, other).isPresent())
                .map(sequence -> sequence.ownedBy(null))
                .toList();
    }

    /** The column of a schema that owns a sequence. */
    static Optional<Column> ownerIn(Sequence sequence, SchemaSnapshot schema) {
        Sequence.Owner owner = Objects.requireNonNull(sequence.owner());
        return schema.table(owner.table()).flatMap(table -> table.column(owner.column()));
    }
}
