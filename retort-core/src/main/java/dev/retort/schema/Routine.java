package dev.retort.schema;

/**
 * A function or a procedure.
 *
 * @param name the name
 * @param arguments the types of its arguments as the database writes them, which distinguish overloaded routines
 * @param definition the statement that creates it
 */
public record Routine(QualifiedName name, String arguments, String definition) implements SchemaObject {

    @Override
    public Kind kind() {
        return Kind.ROUTINE;
    }
}
