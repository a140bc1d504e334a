package dev.retort.dialect.postgresql;

import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Literals;
import dev.retort.schema.ArrayType;
import dev.retort.schema.EnumType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change of the labels of an enum type.
 *
 * @param name the type's name
 * @param before the actual type
 * @param after the desired type
 */
record EnumLabels(QualifiedName name, EnumType before, EnumType after) {

    /** The change between two types; empty if they are not the same type with other labels. */
    static Optional<EnumLabels> between(SqlType before, SqlType after) {
        if (before instanceof ArrayType one && after instanceof ArrayType other) {
            return between(one.element(), other.element());
        }
        if (!(before instanceof EnumType one) || !(after instanceof EnumType other)) {
            return Optional.empty();
        }
        QualifiedName name = one.name();
        return name != null && name.equals(other.name()) && !one.values().equals(other.values())
                ? Optional.of(new EnumLabels(name, one, other))
                : Optional.empty();
    }

    /** Whether more than the order changes, which no statement can change and which does not affect the values. */
    boolean differ() {
        return !Set.copyOf(before.values()).equals(Set.copyOf(after.values()));
    }

    /** What to write by hand, as a clause. */
    String advice(IdentifierRules names, Literals literals) {
        String type = names.write(name);
        if (!after.values().containsAll(before.values())) {
            return "type " + type
                    + " has labels that are not desired, and labels cannot be removed; by hand: CREATE TYPE another AS "
                    + "ENUM (" + listed(after.values(), literals)
                    + "), ALTER TABLE … ALTER COLUMN … TYPE another USING …::text::another"
                    + " for every column, DROP TYPE " + type + ", ALTER TYPE another RENAME TO " + type;
        }
        List<String> statements = new ArrayList<>();
        String previous = null;
        for (String word : after.values()) {
            if (!before.values().contains(word)) {
                statements.add("ALTER TYPE " + type + " ADD VALUE " + literals.text(word) + place(previous, literals));
            }
            previous = word;
        }
        return "type " + type + " lacks labels; by hand: " + String.join("; ", statements);
    }

    private String place(@Nullable String previous, Literals literals) {
        if (previous != null) {
            return " AFTER " + literals.text(previous);
        }
        return before.values().isEmpty()
                ? ""
                : " BEFORE " + literals.text(before.values().get(0));
    }

    private static String listed(List<String> words, Literals literals) {
        return String.join(", ", words.stream().map(literals::text).toList());
    }
}
