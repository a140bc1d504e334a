package dev.retort.schema;

/** An object of a schema beside its tables and sequences, which is created from a text or a short list of values. */
public sealed interface AuxiliaryObject extends SchemaObject
        permits Schema, Extension, NamedEnum, Domain, View, Routine, Trigger {}
