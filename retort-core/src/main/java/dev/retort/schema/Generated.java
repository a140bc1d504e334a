package dev.retort.schema;

/**
 * The expression of a generated column.
 *
 * @param expression the expression, in the database's SQL
 * @param stored whether the value is stored with the row ({@code STORED}), or computed when it is read ({@code VIRTUAL})
 */
public record Generated(String expression, boolean stored) {}
