package dev.retort.schema;

/** A named object of a schema. */
public sealed interface SchemaObject
        permits Table, Sequence, View, Routine, Trigger, NamedEnum, Domain, Extension, Unmodelled {

    /** The kinds of objects, in the order in which they are listed. Kinds may be added. */
    enum Kind {
        EXTENSION,
        ENUM_TYPE,
        DOMAIN,
        SEQUENCE,
        TABLE,
        VIEW,
        MATERIALIZED_VIEW,
        ROUTINE,
        TRIGGER,
        UNMODELLED
    }

    Kind kind();

    QualifiedName name();

    /** The table that it belongs to; its own name when it belongs to none. */
    default QualifiedName belongsTo() {
        return name();
    }
}
