package dev.retort.compare;

import dev.retort.operation.GeneratedOperations;

/**
 * What lies between an actual schema and the desired one.
 *
 * @param upgrade what leads to the desired schema
 * @param downgrade what leads back from it
 */
public record SchemaDifferences(GeneratedOperations upgrade, GeneratedOperations downgrade) {

    /** Whether the schemas are the same, as far as they can be compared. */
    public boolean isEmpty() {
        return upgrade.isEmpty() && downgrade.isEmpty();
    }
}
