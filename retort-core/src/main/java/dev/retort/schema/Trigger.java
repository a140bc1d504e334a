package dev.retort.schema;

/**
 * A trigger.
 *
 * @param name the name
 * @param table its table or view
 * @param definition the statement that creates it
 */
public record Trigger(QualifiedName name, QualifiedName table, String definition) implements AuxiliaryObject {

    @Override
    public Kind kind() {
        return Kind.TRIGGER;
    }

    @Override
    public QualifiedName belongsTo() {
        return table;
    }

    @Override
    public ObjectReference reference() {
        return ObjectReference.ofTrigger(name, table);
    }
}
