package dev.retort.schema;

/** The type of a column, independent of a database as far as it can be. Cases may be added. */
public sealed interface SqlType permits StandardType, EnumType, ArrayType, NativeType {}
