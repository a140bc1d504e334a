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
 * Identity columns whose sequence is also desired by its own name. An entity that uses the sequence does not mind that the database numbers
 * rows without a value; the sequence is compared by itself.
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

    /** The desired column, with the identity of the actual one if only the sequence matters. */
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
