package dev.retort.schema;

/**
 * A domain: a type with a default and conditions.
 *
 * @param name the name
 * @param type the type that it is based on
 * @param clauses its default and its conditions, in the database's SQL: {@code DEFAULT 1 CHECK (VALUE > 0)}; empty for none
 */
public record Domain(QualifiedName name, SqlType type, String clauses) implements AuxiliaryObject {

    @Override
    public Kind kind() {
        return Kind.DOMAIN;
    }
}
