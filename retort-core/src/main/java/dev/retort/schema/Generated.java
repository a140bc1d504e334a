package dev.retort.schema;

/**
 * How the database computes a column.
 *
 * @param expression what it is computed from, in the database's SQL
 * @param stored whether the value is kept with the row ({@code STORED}), or computed whenever it is read ({@code VIRTUAL})
 */
public record Generated(String expression, boolean stored) {}
