package dev.retort.compare;

import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * A conversion of a column's values from one type to another.
 *
 * @param before the old type
 * @param after the new type
 */
record TypeChange(SqlType before, SqlType after) {

    private static final Set<TypeKind> DAYS = EnumSet.of(TypeKind.DATE, TypeKind.TIMESTAMP);

    /** The reverse conversion. */
    TypeChange reverse() {
        return new TypeChange(after, before);
    }

    /** Whether every value fits and is preserved, apart from its time zone. */
    boolean holdsAll() {
        return Widening.holdsAll(withoutZone(before), withoutZone(after));
    }

    /** Whether values gain or lose a time zone. */
    boolean changesZone() {
        return isDay(withoutZone(before)) && isDay(withoutZone(after)) && isZoned(before) != isZoned(after);
    }

    private static boolean isDay(SqlType type) {
        return type instanceof StandardType standard && DAYS.contains(standard.kind());
    }

    private static boolean isZoned(SqlType type) {
        return type instanceof StandardType standard && standard.kind() == TypeKind.TIMESTAMP_WITH_TIME_ZONE;
    }

    private static SqlType withoutZone(SqlType type) {
        return type instanceof StandardType standard && isZoned(type)
                ? new StandardType(TypeKind.TIMESTAMP, standard.length(), standard.scale())
                : type;
    }
}
