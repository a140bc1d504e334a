package dev.retort.schema;

/**
 * A trigger.
 *
 * @param name the name
 * @param table its table or view
 * @param definition the statement that creates it
 */
public record Trigger(QualifiedName name, QualifiedName table, String definition) implements SchemaObject {

    @Override
    public Kind kind() {
        return Kind.TRIGGER;
    }

    @Override
    public QualifiedName belongsTo() {
        return table;
    }
}
