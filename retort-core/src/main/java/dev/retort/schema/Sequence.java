package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * A sequence.
 *
 * @param name the name
 * @param start the first number
 * @param increment the distance between numbers
 */
public record Sequence(QualifiedName name, long start, long increment) {

    /** The same sequence, named as where a schema is the default one. */
    Sequence within(@Nullable String defaultSchema) {
        return new Sequence(name.within(defaultSchema), start, increment);
    }
}
