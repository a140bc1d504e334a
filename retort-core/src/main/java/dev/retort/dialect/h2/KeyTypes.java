package dev.retort.dialect.h2;

import dev.retort.schema.EnumType;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import java.util.Set;

/** Which types may be at the two ends of a foreign key. */
final class KeyTypes {

    /** Kinds whose values can always be compared with each other, in any time zone. */
    private static final Set<TypeKind> DAYS = Set.of(TypeKind.DATE, TypeKind.TIMESTAMP);

    /** Kinds whose values can always be compared only with values of the same kind. */
    private static final Set<TypeKind> ALONE =
            Set.of(TypeKind.TIME, TypeKind.TIME_WITH_TIME_ZONE, TypeKind.TIMESTAMP_WITH_TIME_ZONE);

    private KeyTypes() {}

    /** Whether either may reference the other. */
    static boolean comparable(SqlType one, SqlType other) {
        if (!(one instanceof StandardType first) || !(other instanceof StandardType second)) {
            return isPlain(one) && isPlain(other);
        }
        return first.kind() == second.kind()
                || (isPlain(one) && isPlain(other))
                || (DAYS.contains(first.kind()) && DAYS.contains(second.kind()));
    }

    private static boolean isPlain(SqlType type) {
        return type instanceof StandardType standard
                ? !DAYS.contains(standard.kind()) && !ALONE.contains(standard.kind())
                : type instanceof EnumType;
    }
}
