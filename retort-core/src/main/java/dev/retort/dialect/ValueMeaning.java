package dev.retort.dialect;

import dev.retort.schema.EnumType;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import java.util.EnumSet;
import java.util.Set;

/** Whether values still mean the same when a database turns them from one type into another. */
public final class ValueMeaning {

    private static final Set<TypeKind> TEXTS = EnumSet.of(TypeKind.CHAR, TypeKind.VARCHAR, TypeKind.TEXT);

    private ValueMeaning() {}

    /**
     * What holds on most databases: one of a list of words keeps its meaning as a text alone. As a number it is its place in the list,
     * which Java counts from 0 and most databases from 1.
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
