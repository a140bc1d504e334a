package dev.retort.compare;

import dev.retort.schema.ArrayType;
import dev.retort.schema.EnumType;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a type can hold every value of another one. In doubt the answer is no. */
final class Widening {

    /** In each list, a kind can hold all values of the kinds before it, apart from lengths. */
    private static final List<List<TypeKind>> FAMILIES = List.of(
            List.of(TypeKind.TINYINT, TypeKind.SMALLINT, TypeKind.INTEGER, TypeKind.BIGINT),
            List.of(TypeKind.REAL, TypeKind.DOUBLE),
            List.of(TypeKind.CHAR, TypeKind.VARCHAR, TypeKind.TEXT),
            List.of(TypeKind.BINARY, TypeKind.VARBINARY, TypeKind.BLOB),
            List.of(TypeKind.DATE, TypeKind.TIMESTAMP));

    /** The digits of integer types. */
    private static final Map<TypeKind, Integer> DIGITS =
            Map.of(TypeKind.TINYINT, 3, TypeKind.SMALLINT, 5, TypeKind.INTEGER, 10, TypeKind.BIGINT, 19);

    /** The integer types whose values a floating-point type holds exactly. */
    private static final Map<TypeKind, Set<TypeKind>> EXACT = Map.of(
            TypeKind.REAL, Set.of(TypeKind.TINYINT, TypeKind.SMALLINT),
            TypeKind.DOUBLE, Set.of(TypeKind.TINYINT, TypeKind.SMALLINT, TypeKind.INTEGER));

    private static final Set<TypeKind> TEXTS = Set.of(TypeKind.VARCHAR, TypeKind.TEXT);

    /** The length of the longest value that a database writes: with a six-digit year BC and a time zone with seconds. */
    private static final Map<TypeKind, Integer> CHARACTERS = Map.of(
            TypeKind.UUID, 36,
            TypeKind.BOOLEAN, 5,
            TypeKind.DATE, 16,
            TypeKind.TIME, 18,
            TypeKind.TIME_WITH_TIME_ZONE, 27,
            TypeKind.TIMESTAMP, 35,
            TypeKind.TIMESTAMP_WITH_TIME_ZONE, 44);

    /** Kinds with a length, for which a missing length means no limit. */
    private static final Set<TypeKind> MEASURED =
            Set.of(TypeKind.CHAR, TypeKind.VARCHAR, TypeKind.BINARY, TypeKind.VARBINARY, TypeKind.DECIMAL);

    private Widening() {}

    static boolean holdsAll(SqlType from, SqlType to) {
        if (from.equals(to)) {
            return true;
        }
        if (from instanceof ArrayType before && to instanceof ArrayType after) {
            return holdsAll(before.element(), after.element());
        }
        if (from instanceof EnumType before && to instanceof EnumType after) {
            return new HashSet<>(after.values()).containsAll(before.values());
        }
        if (!(to instanceof StandardType after)) {
            return false;
        }
        if (TEXTS.contains(after.kind()) && characters(from) > 0) {
            return after.length() == null || after.length() >= characters(from);
        }
        return from instanceof StandardType before
                && (numberHolds(before, after)
                        || (kindHolds(before.kind(), after.kind()) && lengthHolds(before, after)));
    }

    /** The length of the longest value of a type that can be written as text without loss; 0 for any other type. */
    private static int characters(SqlType type) {
        if (type instanceof EnumType words) {
            return words.values().stream().mapToInt(String::length).max().orElse(0);
        }
        if (!(type instanceof StandardType standard)) {
            return 0;
        }
        Integer precision = standard.kind() == TypeKind.DECIMAL ? standard.length() : null;
        // A sign, a point and the zero before it.
        int ofNumber = precision == null ? DIGITS.getOrDefault(standard.kind(), -1) + 1 : precision + 3;
        return CHARACTERS.getOrDefault(standard.kind(), ofNumber);
    }

    private static boolean numberHolds(StandardType from, StandardType to) {
        Integer digits = DIGITS.get(from.kind());
        if (digits == null) {
            return false;
        }
        if (to.kind() == TypeKind.DECIMAL) {
            return to.length() == null || to.length() - (to.scale() == null ? 0 : to.scale()) >= digits;
        }
        return EXACT.getOrDefault(to.kind(), Set.of()).contains(from.kind());
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
