package dev.retort.schema;

/** The type of a column, as independent of the database as possible. Cases may be added. */
public sealed interface SqlType permits StandardType, EnumType, ArrayType, NativeType {}
