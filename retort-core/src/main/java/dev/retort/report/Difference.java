package dev.retort.report;

/**
 * One difference between the desired schema and a database.
 *
 * @param operation the operation that would remove it, in words
 * @param losesData whether that would lose rows or values
 */
public record Difference(String operation, boolean losesData) {}
