package dev.retort.schema;

/**
 * A package of objects that the server brings along.
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
