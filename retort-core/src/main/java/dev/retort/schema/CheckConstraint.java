package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * A check constraint.
 *
 * @param name the name; null when the database is to choose one
 * @param expression the condition, in the database's SQL
 */
public record CheckConstraint(@Nullable String name, String expression) implements Constraint {}
