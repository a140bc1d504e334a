package dev.retort.compare;

import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Identity;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns that the database numbers from a sequence which is desired by its own name. Whoever takes the numbers from there
 * does not mind that a row without a number gets one; the sequence is compared by itself.
 */
final class SharedSequences {

    private final Map<Sequence.Owner, QualifiedName> sequences = new HashMap<>();

    SharedSequences(SchemaSnapshot desired, SchemaSnapshot actual) {
        Set<QualifiedName> ownNames =
                desired.sequences().stream().map(Sequence::name).collect(Collectors.toSet());
        for (Sequence owned : actual.ownedSequences()) {
            if (ownNames.contains(owned.name())) {
                sequences.put(Objects.requireNonNull(owned.owner()), owned.name());
            }
        }
    }

    /** The desired column, numbered as it is found where that is a matter of the sequence alone. */
    Column asFound(QualifiedName table, Column desired, Column found) {
        QualifiedName sequence = sequences.get(new Sequence.Owner(table, found.name()));
        Identity identity = found.identity();
        if (sequence == null || identity == null || identity.always()) {
            return desired;
        }
        Column numbered = desired.asIdentity(identity);
        return desired.defaultValue() instanceof DefaultValue.Expression expression
                        && expression.sql().contains(sequence.name())
                ? numbered.withDefault(null)
                : numbered;
    }
}
