package dev.retort.compare;

import dev.retort.schema.Column;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which sequences provide the values of the column that owns them, and which are owned for another reason or not at all. */
final class SequenceOwners {

    private SequenceOwners() {}

    /** Whether a sequence provides the values of the column that owns it. One that is owned by a column that is not compared does. */
    static boolean numbersColumn(Sequence sequence, SchemaSnapshot schema) {
        return sequence.owner() != null
                && ownerIn(sequence, schema)
                        .map(column -> column.identity() != null)
                        .orElse(true);
    }

    /** The sequences that do not provide the values of an owner. */
    static List<Sequence> free(SchemaSnapshot schema) {
        return schema.objects(Sequence.class).stream()
                .filter(sequence -> !numbersColumn(sequence, schema))
                .toList();
    }

    /** The sequences that provide the values of a column that is also in another schema, as if no column owned them. */
    static List<Sequence> ofColumns(SchemaSnapshot schema, SchemaSnapshot other) {
        return schema.ownedSequences().stream()
                .filter(sequence -> numbersColumn(sequence, schema)
                        && ownerIn(sequence, other).isPresent())
                .map(sequence -> sequence.ownedBy(null))
                .toList();
    }

    /** The column that owns a sequence. */
    static Optional<Column> ownerIn(Sequence sequence, SchemaSnapshot schema) {
        Sequence.Owner owner = Objects.requireNonNull(sequence.owner());
        return schema.table(owner.table()).flatMap(table -> table.column(owner.column()));
    }
}
