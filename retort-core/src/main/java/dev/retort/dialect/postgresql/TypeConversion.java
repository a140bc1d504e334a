package dev.retort.dialect.postgresql;

import dev.retort.dialect.SqlTypes;
import dev.retort.schema.ArrayType;
import dev.retort.schema.EnumType;
import dev.retort.schema.NativeType;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * How the values of a column come from one type to another. ALTER COLUMN … TYPE converts by itself only where there is an assignment
 * cast. Only elsewhere is a conversion written: an explicit cast to varchar(10) cuts longer values silently, which the conversion by
 * assignment refuses to do.
 */
final class TypeConversion {

    private static final Set<TypeKind> TEXTS = EnumSet.of(TypeKind.CHAR, TypeKind.VARCHAR, TypeKind.TEXT);
    private static final Set<TypeKind> NUMBERS = EnumSet.of(
            TypeKind.SMALLINT, TypeKind.INTEGER, TypeKind.BIGINT, TypeKind.DECIMAL, TypeKind.REAL, TypeKind.DOUBLE);
    private static final Set<TypeKind> MOMENTS = EnumSet.of(
            TypeKind.DATE,
            TypeKind.TIME,
            TypeKind.TIME_WITH_TIME_ZONE,
            TypeKind.TIMESTAMP,
            TypeKind.TIMESTAMP_WITH_TIME_ZONE);

    private final SqlTypes types;

    TypeConversion(SqlTypes types) {
        this.types = types;
    }

    /** Whether the server must be told how. */
    boolean needed(SqlType from, SqlType to) {
        SqlType before = types.canonical(from);
        SqlType after = types.canonical(to);
        if (before instanceof ArrayType array && after instanceof ArrayType other) {
            return needed(array.element(), other.element());
        }
        return !before.equals(after)
                && !in(TEXTS, after)
                && !bothIn(NUMBERS, before, after)
                && !bothIn(MOMENTS, before, after)
                && !bothJson(before, after)
                && !sameName(before, after);
    }

    /** The expression that converts, for a column as it is written in a statement. */
    String expression(String column, SqlType from, SqlType to) {
        SqlType before = types.canonical(from);
        SqlType after = types.canonical(to);
        // Between a boolean and a number there is a cast for integer alone, and between two enum types there is none.
        StandardType truth = StandardType.of(TypeKind.BOOLEAN);
        if ((before.equals(truth) && in(NUMBERS, after)) || (in(NUMBERS, before) && after.equals(truth))) {
            return casted(column + "::integer", to);
        }
        if (before instanceof EnumType) {
            return casted(column + "::text", to);
        }
        return casted(column, to);
    }

    private String casted(String expression, SqlType to) {
        String step = "::" + types.render(to);
        return expression.endsWith(step) ? expression : expression + step;
    }

    private static boolean in(Set<TypeKind> kinds, SqlType type) {
        return type instanceof StandardType standard && kinds.contains(standard.kind());
    }

    private static boolean bothIn(Set<TypeKind> kinds, SqlType one, SqlType other) {
        return in(kinds, one) && in(kinds, other);
    }

    private static boolean bothJson(SqlType one, SqlType other) {
        return json(one) && json(other);
    }

    private static boolean json(SqlType type) {
        return type.equals(StandardType.of(TypeKind.JSON)) || type.equals(new NativeType("json"));
    }

    private static boolean sameName(SqlType one, SqlType other) {
        return one instanceof EnumType before
                && other instanceof EnumType after
                && before.name() != null
                && before.name().equals(after.name());
    }
}
