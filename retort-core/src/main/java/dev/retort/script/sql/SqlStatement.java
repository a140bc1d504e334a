package dev.retort.script.sql;

import dev.retort.error.SourcePosition;

/**
 * One statement of an SQL revision.
 *
 * @param text the statement without the semicolon that ends it
 * @param position where it begins
 * @param outsideTransaction whether it must not run in a transaction
 */
public record SqlStatement(String text, SourcePosition position, boolean outsideTransaction) {}
