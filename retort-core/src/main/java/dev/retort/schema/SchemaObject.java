package dev.retort.schema;

import java.util.Locale;

/** A named object of a schema. */
public sealed interface SchemaObject permits Table, Sequence, AuxiliaryObject, Unmodelled {

    /** The kinds of objects, in the order in which they are listed. Kinds may be added. */
    enum Kind {
        SCHEMA,
        EXTENSION,
        ENUM_TYPE,
        DOMAIN,
        SEQUENCE,
        TABLE,
        VIEW,
        MATERIALIZED_VIEW,
        FUNCTION,
        PROCEDURE,
        TRIGGER,
        UNMODELLED;

        /** The kind in lower case: {@code materialized view}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    Kind kind();

    QualifiedName name();

    /** What a statement needs to find it. */
    default ObjectReference reference() {
        return ObjectReference.of(kind(), name());
    }

    /** The table that it belongs to; its own name when it belongs to none. */
    default QualifiedName belongsTo() {
        return name();
    }
}
