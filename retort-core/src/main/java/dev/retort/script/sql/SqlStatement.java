package dev.retort.script.sql;

/**
 * One statement of an SQL revision.
 *
 * @param text the statement without the semicolon that ends it
 * @param line where it begins, counted from 1
 * @param outsideTransaction whether it must not run in a transaction
 */
public record SqlStatement(String text, int line, boolean outsideTransaction) {}
