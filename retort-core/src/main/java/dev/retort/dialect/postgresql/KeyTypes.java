package dev.retort.dialect.postgresql;

import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import java.util.List;
import java.util.Set;

/** Which types may be at the two ends of a foreign key. */
final class KeyTypes {

    /** Kinds between which an operator family of btree has equality: https://www.postgresql.org/docs/current/btree.html. */
    private static final List<Set<TypeKind>> FAMILIES = List.of(
            Set.of(TypeKind.SMALLINT, TypeKind.INTEGER, TypeKind.BIGINT),
            Set.of(TypeKind.REAL, TypeKind.DOUBLE),
            Set.of(TypeKind.CHAR, TypeKind.VARCHAR, TypeKind.TEXT),
            Set.of(TypeKind.DATE, TypeKind.TIMESTAMP, TypeKind.TIMESTAMP_WITH_TIME_ZONE));

    private KeyTypes() {}

    /** Whether either may reference the other; both are canonical. */
    static boolean comparable(SqlType one, SqlType other) {
        return one instanceof StandardType first
                && other instanceof StandardType second
                && (first.kind() == second.kind()
                        || FAMILIES.stream()
                                .anyMatch(family -> family.contains(first.kind()) && family.contains(second.kind())));
    }
}
