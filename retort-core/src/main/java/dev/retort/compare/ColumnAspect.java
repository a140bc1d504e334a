package dev.retort.compare;

/** What of a column can be left out of a comparison. */
public enum ColumnAspect {
    TYPE,
    DEFAULT
}
