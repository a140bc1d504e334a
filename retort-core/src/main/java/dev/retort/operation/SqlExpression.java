package dev.retort.operation;

/**
 * An expression in place of a value.
 *
 * @param sql the expression, in the database's SQL, passed on as it is
 */
public record SqlExpression(String sql) {}
