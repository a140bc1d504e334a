package dev.retort.operation;

import dev.retort.schema.ObjectReference;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaObject.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Privileges on an object, created with {@link #of}: {@code Privileges.of("SELECT", "INSERT").on("users")}.
 *
 * @param words the privileges, in the database's words; a column privilege is written as {@code UPDATE (name)}
 * @param on the object
 * @param grantable whether who gets them may grant them to others
 */
public record Privileges(List<String> words, ObjectReference on, boolean grantable) {

    private static final Pattern ONE = Pattern.compile("[A-Za-z][A-Za-z_ ]*(\\([^();]+\\))?");

    public Privileges {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("At least one privilege is needed, such as SELECT.");
        }
        for (String word : words) {
            if (!ONE.matcher(word).matches()) {
                throw new IllegalArgumentException(
                        "'" + word + "' is not one privilege, such as SELECT or UPDATE (name).");
            }
        }
    }

    /** The grantees, checked. */
    static List<String> requireGrantees(List<String> grantees) {
        if (grantees.isEmpty() || grantees.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("The roles or users are missing.");
        }
        return List.copyOf(grantees);
    }

    /** Privileges whose object follows. */
    public static Words of(String... words) {
        return new Words(Arrays.asList(words));
    }

    /** The same privileges with the right to grant them to others. */
    public Privileges withGrantOption() {
        return new Privileges(words, on, true);
    }

    String describe() {
        return String.join(", ", words) + " on " + on.describe();
    }

    /** Privileges without their object. */
    public record Words(List<String> words) {

        public Words {
            words = List.copyOf(words);
        }

        /** On a table or a view. */
        public Privileges on(String table) {
            return on(ObjectReference.of(Kind.TABLE, QualifiedName.parse(table)));
        }

        public Privileges onSchema(String schema) {
            return on(ObjectReference.of(Kind.SCHEMA, new Schema(QualifiedName.parse(schema)).name()));
        }

        public Privileges onSequence(String sequence) {
            return on(ObjectReference.of(Kind.SEQUENCE, QualifiedName.parse(sequence)));
        }

        /** On a function, with the types of its arguments if several have the name: {@code add_one(integer)}. */
        public Privileges onFunction(String signature) {
            return on(ObjectReference.ofRoutine(Kind.FUNCTION, signature));
        }

        /** On a procedure, with the types of its arguments if several have the name. */
        public Privileges onProcedure(String signature) {
            return on(ObjectReference.ofRoutine(Kind.PROCEDURE, signature));
        }

        private Privileges on(ObjectReference object) {
            return new Privileges(words, object, false);
        }
    }
}
