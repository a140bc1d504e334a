package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * What a statement needs to find an object.
 *
 * @param kind its kind
 * @param name its name
 * @param arguments the types of the arguments of a routine as the database writes them, which distinguish overloaded ones; null if there is
 *     only one routine of the name, or for another kind
 * @param table the table of a trigger; null for another kind
 */
public record ObjectReference(
        SchemaObject.Kind kind,
        QualifiedName name,
        @Nullable String arguments,
        @Nullable QualifiedName table) {

    /** An object that its name distinguishes from all others of its kind. */
    public static ObjectReference of(SchemaObject.Kind kind, QualifiedName name) {
        return new ObjectReference(kind, name, null, null);
    }

    /** A trigger. */
    public static ObjectReference ofTrigger(QualifiedName name, QualifiedName table) {
        return new ObjectReference(SchemaObject.Kind.TRIGGER, name, null, table);
    }

    /**
     * A function or a procedure.
     *
     * @param signature its name, with the types of its arguments in parentheses if several have the name: {@code add_one(integer)}; a part
     *     of the name that contains a parenthesis is in double quotes
     */
    public static ObjectReference ofRoutine(SchemaObject.Kind kind, String signature) {
        int open = signature.indexOf('(', QualifiedName.endOfQuotes(signature));
        if (open < 0) {
            return of(kind, QualifiedName.parse(signature));
        }
        if (!signature.endsWith(")")) {
            throw new IllegalArgumentException("The arguments of " + signature + " have no closing parenthesis.");
        }
        QualifiedName name = QualifiedName.parse(signature.substring(0, open).stripTrailing());
        return new ObjectReference(kind, name, signature.substring(open + 1, signature.length() - 1), null);
    }

    /** The same object with another name. */
    public ObjectReference named(QualifiedName other) {
        return new ObjectReference(kind, other, arguments, table);
    }

    /** Its name, with the arguments of a routine: {@code add_one(integer)}. */
    public String signature() {
        String written =
                name.written(part -> part.indexOf('(') >= 0 || !part.strip().equals(part));
        return arguments == null ? written : written + "(" + arguments + ")";
    }

    /** Its kind and name: {@code materialized view sales_by_day}. */
    public String describe() {
        String words = kind.words() + " " + signature();
        return table == null ? words : words + " of " + table;
    }
}
