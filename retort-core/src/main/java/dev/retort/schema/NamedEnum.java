package dev.retort.schema;

import java.util.List;

/**
 * A named enum type. A column of it has an {@link EnumType} of its name.
 *
 * @param name the name
 * @param values the labels, in order
 */
public record NamedEnum(QualifiedName name, List<String> values) implements AuxiliaryObject {

    public NamedEnum {
        values = List.copyOf(values);
    }

    @Override
    public Kind kind() {
        return Kind.ENUM_TYPE;
    }
}
