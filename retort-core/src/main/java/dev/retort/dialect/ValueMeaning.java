package dev.retort.dialect;

import dev.retort.schema.EnumType;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import java.util.EnumSet;
import java.util.Set;

/** Whether values keep their meaning when a database converts them from one type to another. */
public final class ValueMeaning {

    private static final Set<TypeKind> TEXTS = EnumSet.of(TypeKind.CHAR, TypeKind.VARCHAR, TypeKind.TEXT);

    private ValueMeaning() {}

    /**
     * What is true of most databases: an enum value keeps its meaning only as a string. As a number it is its ordinal, which Java counts
     * from 0 and most databases from 1.
     */
    public static boolean isKept(SqlType one, SqlType other) {
        return isKeptByWords(one, other) && isKeptByWords(other, one);
    }

    private static boolean isKeptByWords(SqlType words, SqlType other) {
        return !(words instanceof EnumType)
                || !(other instanceof StandardType standard)
                || TEXTS.contains(standard.kind());
    }
}
