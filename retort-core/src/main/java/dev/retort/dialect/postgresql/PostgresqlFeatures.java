package dev.retort.dialect.postgresql;

import dev.retort.dialect.BeyondStandard;
import dev.retort.dialect.DatabaseVersion;
import dev.retort.schema.ArrayType;
import dev.retort.schema.Column;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import java.util.Optional;

/** Features that depend on the server's version; nothing else compares versions. */
record PostgresqlFeatures(DatabaseVersion version) {

    /** Why the server does not support a column; empty if it does, as far as the version tells. */
    Optional<String> lacking(Column column) {
        return lacking(column.type());
    }

    private Optional<String> lacking(SqlType type) {
        if (type instanceof ArrayType array) {
            return lacking(array.element());
        }
        if (type instanceof StandardType number && !scalesOfAnySize() && !isWithinPrecision(number)) {
            return Optional.of("before version 15 the scale of a number is at least 0 and at most its precision");
        }
        return Optional.empty();
    }

    /** Whether the server supports a property of a column, a constraint or an index that not every database supports. */
    boolean knows(String words) {
        return switch (words) {
            // https://www.postgresql.org/docs/current/sql-createtable.html: "MATCH PARTIAL is not yet implemented"
            case BeyondStandard.PREFIX_LENGTH, BeyondStandard.MATCH_PARTIAL -> false;
            case BeyondStandard.ON_UPDATE, BeyondStandard.CHARACTER_SET, BeyondStandard.INVISIBLE -> false;
            default -> since(words).stream().allMatch(first -> version.atLeast(first, 0));
        };
    }

    /** The first version that supports such a property, if an older one does not that Retort is meant to work with. */
    Optional<Integer> since(String words) {
        return switch (words) {
            case BeyondStandard.NULLS_NOT_DISTINCT, BeyondStandard.COLUMNS_OF_SET -> Optional.of(15);
            case BeyondStandard.VIRTUAL, BeyondStandard.NOT_ENFORCED -> Optional.of(18);
            default -> Optional.empty();
        };
    }

    private static boolean isWithinPrecision(StandardType type) {
        return type.kind() != TypeKind.DECIMAL
                || type.length() == null
                || type.scale() == null
                || (type.scale() >= 0 && type.scale() <= type.length());
    }

    private boolean scalesOfAnySize() {
        return version.atLeast(15, 0);
    }
}
