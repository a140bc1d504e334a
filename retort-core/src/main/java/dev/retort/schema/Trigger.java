package dev.retort.schema;

/**
 * A trigger.
 *
 * @param name the name
 * @param table the table, or the view, whose rows it watches
 * @param definition the statement that makes it
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
