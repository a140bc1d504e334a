package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * A type that every database has in some form.
 *
 * @param kind the kind
 * @param length characters, bytes, precision or fractional digits, depending on the kind; null if not declared
 * @param scale the scale of a {@link TypeKind#DECIMAL}; null if not declared
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
