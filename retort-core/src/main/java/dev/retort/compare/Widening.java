package dev.retort.compare;

import dev.retort.schema.EnumType;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a type holds every value of another. What is not certain is answered with no. */
final class Widening {

    /** Kinds that hold all values of the kinds before them in the same list, lengths aside. */
    private static final List<List<TypeKind>> FAMILIES = List.of(
            List.of(TypeKind.TINYINT, TypeKind.SMALLINT, TypeKind.INTEGER, TypeKind.BIGINT),
            List.of(TypeKind.REAL, TypeKind.DOUBLE),
            List.of(TypeKind.CHAR, TypeKind.VARCHAR, TypeKind.TEXT),
            List.of(TypeKind.BINARY, TypeKind.VARBINARY, TypeKind.BLOB),
            List.of(TypeKind.DATE, TypeKind.TIMESTAMP));

    /** Kinds whose values are counted by a length, where a missing one means no limit. */
    private static final Set<TypeKind> MEASURED =
            Set.of(TypeKind.CHAR, TypeKind.VARCHAR, TypeKind.BINARY, TypeKind.VARBINARY, TypeKind.DECIMAL);

    private Widening() {}

    static boolean holdsAll(SqlType from, SqlType to) {
        if (from.equals(to)) {
            return true;
        }
        if (from instanceof EnumType before && to instanceof EnumType after) {
            return new HashSet<>(after.values()).containsAll(before.values());
        }
        return from instanceof StandardType before
                && to instanceof StandardType after
                && kindHolds(before.kind(), after.kind())
                && lengthHolds(before, after);
    }

    private static boolean kindHolds(TypeKind from, TypeKind to) {
        return from == to
                || FAMILIES.stream()
                        .anyMatch(family -> family.contains(from) && family.indexOf(from) < family.indexOf(to));
    }

    private static boolean lengthHolds(StandardType from, StandardType to) {
        if (to.kind() == TypeKind.TEXT || to.kind() == TypeKind.BLOB) {
            return true;
        }
        if (to.kind() == TypeKind.DECIMAL) {
            return decimalHolds(from, to);
        }
        if (MEASURED.contains(to.kind())) {
            return to.length() == null || (from.length() != null && from.length() <= to.length());
        }
        return from.kind() != to.kind()
                || (from.length() == null ? to.length() == null : to.length() == null || from.length() <= to.length());
    }

    private static boolean decimalHolds(StandardType from, StandardType to) {
        if (to.length() == null) {
            return true;
        }
        if (from.length() == null) {
            return false;
        }
        int scaleBefore = from.scale() == null ? 0 : from.scale();
        int scaleAfter = to.scale() == null ? 0 : to.scale();
        return scaleAfter >= scaleBefore && to.length() - scaleAfter >= from.length() - scaleBefore;
    }
}
