package dev.retort.schema;

import java.util.List;

/**
 * A type whose values are a list of words. A column of it has an {@link EnumType} of its name.
 *
 * @param name the name
 * @param values the words, in order
 */
public record NamedEnum(QualifiedName name, List<String> values) implements SchemaObject {

    public NamedEnum {
        values = List.copyOf(values);
    }

    @Override
    public Kind kind() {
        return Kind.ENUM_TYPE;
    }
}
