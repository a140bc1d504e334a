package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * An extension: a package of objects that the server provides.
 *
 * @param name the name; its schema, if it has one, is the one that gets the objects
 * @param version the version; null for the server's default
 */
public record Extension(QualifiedName name, @Nullable String version) implements AuxiliaryObject {

    @Override
    public Kind kind() {
        return Kind.EXTENSION;
    }
}
