package dev.retort.schema;

/**
 * An extension: a package of objects that the server provides.
 *
 * @param name the name
 * @param version the version
 */
public record Extension(QualifiedName name, String version) implements SchemaObject {

    @Override
    public Kind kind() {
        return Kind.EXTENSION;
    }
}
