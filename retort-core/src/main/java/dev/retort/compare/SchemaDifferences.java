package dev.retort.compare;

import dev.retort.operation.GeneratedOperations;

/**
 * The differences between an actual and a desired schema.
 *
 * @param upgrade the operations that lead to the desired schema
 * @param downgrade the operations that lead back
 */
public record SchemaDifferences(GeneratedOperations upgrade, GeneratedOperations downgrade) {

    /** Whether the schemas are equal, as far as they can be compared. */
    public boolean isEmpty() {
        return upgrade.isEmpty() && downgrade.isEmpty();
    }
}
