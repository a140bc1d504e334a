package dev.retort.jpa;

import dev.retort.dialect.IdentifierRules;
import dev.retort.schema.QualifiedName;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.mapping.Column;
import org.jspecify.annotations.Nullable;

/**
 * Converts Hibernate's physical names to names in snapshots: the database folds the case of those without quotes, quoted ones are stored as
 * they are.
 *
 * @param rules the database's rules
 * @param schemas whether the database has schemas; otherwise catalogs take their place
 * @param defaultSchema the schema, or catalog, of names without one; null for the connection's own
 */
record PhysicalNames(
        IdentifierRules rules, boolean schemas, @Nullable String defaultSchema) {

    QualifiedName qualified(@Nullable Identifier catalog, @Nullable Identifier schema, Identifier name) {
        Identifier qualifier = schemas ? schema : catalog;
        String fallback = defaultSchema == null ? null : text(defaultSchema);
        return new QualifiedName(qualifier == null ? fallback : name(qualifier), name(name));
    }

    String column(Column column) {
        return column.isQuoted() ? rules.fromCatalog(column.getName()) : rules.fromUnquoted(column.getName());
    }

    /** A name that may contain quotes of its own. */
    String text(String name) {
        return name(Identifier.toIdentifier(name));
    }

    private String name(Identifier identifier) {
        return identifier.isQuoted()
                ? rules.fromCatalog(identifier.getText())
                : rules.fromUnquoted(identifier.getText());
    }
}
