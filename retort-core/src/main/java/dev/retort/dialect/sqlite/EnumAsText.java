package dev.retort.dialect.sqlite;

import dev.retort.dialect.Literals;
import dev.retort.schema.EnumType;
import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import java.util.stream.Collectors;

/** Maps enums to a varchar that is long enough for each label, and a check. */
final class EnumAsText {

    private static final Literals LITERALS = new Literals();

    private EnumAsText() {}

    static StandardType type(EnumType list) {
        int longest = list.values().stream().mapToInt(String::length).max().orElse(1);
        return StandardType.of(TypeKind.VARCHAR, longest);
    }

    /** The condition of the check, with the column as given. */
    static String condition(String column, EnumType list) {
        return list.values().stream().map(LITERALS::text).collect(Collectors.joining(", ", column + " IN (", ")"));
    }
}
