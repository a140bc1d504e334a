package dev.retort.schema;

/**
 * A domain: a type with conditions.
 *
 * @param name the name
 * @param type the type that it is based on
 * @param definition the statement that creates it
 */
public record Domain(QualifiedName name, SqlType type, String definition) implements SchemaObject {

    @Override
    public Kind kind() {
        return Kind.DOMAIN;
    }
}
