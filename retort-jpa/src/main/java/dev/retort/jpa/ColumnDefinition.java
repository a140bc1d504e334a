package dev.retort.jpa;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.UniqueConstraint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parsed {@code columnDefinition}.
 *
 * @param type the type, followed by what was not understood
 * @param notNull whether it has NOT NULL
 * @param defaultValue the expression of the default; null for none
 * @param onUpdate the ON UPDATE expression; null for none
 * @param generated the expression of a generated column; null for none
 * @param characterSet the character set; null for none
 * @param collation the collation; null for none
 * @param comment the comment; null for none
 * @param uniqueConstraints the unique constraints
 * @param checks the check constraints
 * @param foreignKeys the foreign keys
 */
record ColumnDefinition(
        String type,
        boolean notNull,
        @Nullable String defaultValue,
        @Nullable String onUpdate,
        @Nullable Generated generated,
        @Nullable String characterSet,
        @Nullable QualifiedName collation,
        @Nullable String comment,
        List<UniqueConstraint> uniqueConstraints,
        List<CheckConstraint> checks,
        List<ForeignKey> foreignKeys) {

    ColumnDefinition {
        uniqueConstraints = List.copyOf(uniqueConstraints);
        checks = List.copyOf(checks);
        foreignKeys = List.copyOf(foreignKeys);
    }

    /** A definition that was not parsed. */
    static ColumnDefinition ofType(String type) {
        return new ColumnDefinition(type, false, null, null, null, null, null, null, List.of(), List.of(), List.of());
    }
}
