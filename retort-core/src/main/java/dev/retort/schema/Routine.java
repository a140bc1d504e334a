package dev.retort.schema;

/**
 * A function or a procedure.
 *
 * @param reference its kind, its name and the types of its arguments
 * @param definition the statement that creates it
 */
public record Routine(ObjectReference reference, String definition) implements AuxiliaryObject {

    @Override
    public Kind kind() {
        return reference.kind();
    }

    @Override
    public QualifiedName name() {
        return reference.name();
    }
}
