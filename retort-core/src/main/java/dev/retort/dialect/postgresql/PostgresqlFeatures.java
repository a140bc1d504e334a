package dev.retort.dialect.postgresql;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.schema.ArrayType;
import dev.retort.schema.NativeType;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the server's version can do and older ones cannot; nothing else compares versions. */
record PostgresqlFeatures(DatabaseVersion version) {

    /** A computed column that is not stored, be it said or not. */
    private static final Pattern VIRTUAL =
            Pattern.compile("(?is).*\\sgenerated\\s+always\\s+as\\s*\\(.*\\)\\s*(virtual\\s*)?");

    /** Why the server cannot have a column of a type; empty when it can, as far as this is told by the version. */
    Optional<String> lacking(SqlType type) {
        if (type instanceof ArrayType array) {
            return lacking(array.element());
        }
        if (type instanceof NativeType own
                && !virtualColumns()
                && VIRTUAL.matcher(own.text()).matches()) {
            return Optional.of(
                    "before version 18 it stores what it computes; write STORED behind the column's expression");
        }
        if (type instanceof StandardType number && !scalesOfAnySize() && !isWithinPrecision(number)) {
            return Optional.of("before version 15 the scale of a number is at least 0 and at most its precision");
        }
        return Optional.empty();
    }

    private static boolean isWithinPrecision(StandardType type) {
        return type.kind() != TypeKind.DECIMAL
                || type.length() == null
                || type.scale() == null
                || (type.scale() >= 0 && type.scale() <= type.length());
    }

    private boolean virtualColumns() {
        return version.atLeast(18, 0);
    }

    private boolean scalesOfAnySize() {
        return version.atLeast(15, 0);
    }
}
