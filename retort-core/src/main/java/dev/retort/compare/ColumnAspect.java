package dev.retort.compare;

/** A property of columns that a comparison can ignore. */
public enum ColumnAspect {
    TYPE,
    DEFAULT
}
