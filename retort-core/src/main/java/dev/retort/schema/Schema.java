package dev.retort.schema;

/**
 * A schema: a namespace of tables and other objects.
 *
 * @param name the name, which has no schema itself
 */
public record Schema(QualifiedName name) implements AuxiliaryObject {

    public Schema {
        if (name.schema() != null) {
            throw new IllegalArgumentException("A schema is in no other schema: " + name + ".");
        }
    }

    @Override
    public Kind kind() {
        return Kind.SCHEMA;
    }
}
