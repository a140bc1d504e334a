package dev.retort.schema;

/** Factories for views, routines and triggers, for static import in revision files. */
public final class SchemaObjects {

    private SchemaObjects() {}

    /**
     * A view.
     *
     * @param query its query, in the database's SQL
     */
    public static View view(String name, String query) {
        return new View(QualifiedName.parse(name), query, false);
    }

    /**
     * A function.
     *
     * @param signature its name, with the types of its arguments if several have the name: {@code add_one(integer)}
     * @param definition the statement that creates it
     */
    public static Routine function(String signature, String definition) {
        return new Routine(ObjectReference.ofRoutine(SchemaObject.Kind.FUNCTION, signature), definition);
    }

    /** The same for a procedure. */
    public static Routine procedure(String signature, String definition) {
        return new Routine(ObjectReference.ofRoutine(SchemaObject.Kind.PROCEDURE, signature), definition);
    }

    /**
     * A trigger in the schema of its table.
     *
     * @param definition the statement that creates it
     */
    public static Trigger trigger(String name, String table, String definition) {
        QualifiedName of = QualifiedName.parse(table);
        return new Trigger(of.sibling(name), of, definition);
    }
}
