package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * A type that every database has in some form.
 *
 * @param kind which
 * @param length characters, bytes, digits of precision or digits of a second's fraction, as the kind has it; null when not declared
 * @param scale the digits after the point of a {@link TypeKind#DECIMAL}; null when not declared
 */
public record StandardType(
        TypeKind kind, @Nullable Integer length, @Nullable Integer scale) implements SqlType {

    /** A type without length. */
    public static StandardType of(TypeKind kind) {
        return new StandardType(kind, null, null);
    }

    /** A type with a length. */
    public static StandardType of(TypeKind kind, int length) {
        return new StandardType(kind, length, null);
    }
}
