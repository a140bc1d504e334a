package dev.retort.schema;

/** What stands between the parentheses of a table's definition. */
public sealed interface TableElement permits Column, Constraint, Index {}
