package dev.retort.dialect.sqlite;

import dev.retort.dialect.Literals;
import dev.retort.schema.EnumType;
import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import java.util.stream.Collectors;

/** One of a list of words on a database without enum types: a text long enough for each of them, and a check. */
final class EnumAsText {

    private static final Literals LITERALS = new Literals();

    private EnumAsText() {}

    static StandardType type(EnumType list) {
        int longest = list.values().stream().mapToInt(String::length).max().orElse(1);
        return StandardType.of(TypeKind.VARCHAR, longest);
    }

    /** The condition of the check; the column stands in it as it is given. */
    static String condition(String column, EnumType list) {
        return list.values().stream().map(LITERALS::text).collect(Collectors.joining(", ", column + " IN (", ")"));
    }
}
