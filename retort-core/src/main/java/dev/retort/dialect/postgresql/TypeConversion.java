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
 * How the values of a column are converted from one type to another. ALTER COLUMN … TYPE converts by itself only if there is an assignment
 * cast. Only otherwise an explicit conversion is written: an explicit cast to varchar(10) silently truncates longer values, which the
 * assignment cast rejects.
 */
final class TypeConversion {

    private static final Set<TypeKind> TEXTS = EnumSet.of(TypeKind.CHAR, TypeKind.VARCHAR, TypeKind.TEXT);
    private static final Set<TypeKind> NUMBERS = EnumSet.of(
            TypeKind.SMALLINT, TypeKind.INTEGER, TypeKind.BIGINT, TypeKind.DECIMAL, TypeKind.REAL, TypeKind.DOUBLE);
    private static final Set<TypeKind> TRUTHS = EnumSet.of(
            TypeKind.BOOLEAN,
            TypeKind.SMALLINT,
            TypeKind.INTEGER,
            TypeKind.BIGINT,
            TypeKind.DECIMAL,
            TypeKind.REAL,
            TypeKind.DOUBLE);
    private static final Set<TypeKind> DAYS =
            EnumSet.of(TypeKind.DATE, TypeKind.TIMESTAMP, TypeKind.TIMESTAMP_WITH_TIME_ZONE);
    private static final Set<TypeKind> TIMES = EnumSet.of(TypeKind.TIME, TypeKind.TIME_WITH_TIME_ZONE);

    private static final Set<TypeKind> ZONED = EnumSet.of(TypeKind.TIMESTAMP_WITH_TIME_ZONE);

    private static final StandardType BYTES = StandardType.of(TypeKind.BLOB);
    private static final SqlType LARGE_OBJECT = new NativeType("oid");

    private final SqlTypes types;

    TypeConversion(SqlTypes types) {
        this.types = types;
    }

    /** Whether the conversion must be explicit. */
    boolean needed(SqlType from, SqlType to) {
        SqlType before = types.canonical(from);
        SqlType after = types.canonical(to);
        if (before instanceof ArrayType array && after instanceof ArrayType other) {
            return needed(array.element(), other.element());
        }
        return !before.equals(after)
                && !in(TEXTS, after)
                && !bothIn(NUMBERS, before, after)
                && (!bothIn(DAYS, before, after) || changesZone(before, after))
                && !bothIn(TIMES, before, after)
                && !bothJson(before, after)
                && !sameName(before, after);
    }

    /**
     * Whether there is a conversion in both directions that preserves the meaning of values. The OID of a large object is not its content,
     * and bytes become a string, or a string bytes, by a notation: https://www.postgresql.org/docs/current/datatype-binary.html.
     */
    boolean keepsMeaning(SqlType one, SqlType other) {
        SqlType first = types.canonical(one);
        SqlType second = types.canonical(other);
        if (first.equals(second)) {
            return true;
        }
        if (first.equals(BYTES) || second.equals(BYTES)) {
            return false;
        }
        if (first.equals(LARGE_OBJECT) || second.equals(LARGE_OBJECT)) {
            return in(NUMBERS, first) || in(NUMBERS, second);
        }
        if (first instanceof ArrayType array && second instanceof ArrayType others) {
            return keepsMeaning(array.element(), others.element()) && !changesZone(array.element(), others.element());
        }
        return in(TEXTS, first)
                || in(TEXTS, second)
                // Only the server knows whether there is a cast from or to a type of its own.
                || first instanceof NativeType
                || second instanceof NativeType
                || (first instanceof EnumType && second instanceof EnumType)
                || bothIn(TRUTHS, first, second)
                || bothIn(DAYS, first, second)
                || bothIn(TIMES, first, second);
    }

    /** Whether a sequence can have a canonical type. */
    static boolean countable(SqlType type) {
        return in(EnumSet.of(TypeKind.SMALLINT, TypeKind.INTEGER, TypeKind.BIGINT), type);
    }

    /** Whether a canonical type has a collation. */
    static boolean collatable(SqlType type) {
        return type instanceof ArrayType array ? collatable(array.element()) : in(TEXTS, type);
    }

    private static boolean changesZone(SqlType one, SqlType other) {
        return bothIn(DAYS, one, other) && in(ZONED, one) != in(ZONED, other);
    }

    /** The conversion expression for a column as it is written in a statement. */
    String expression(String column, SqlType from, SqlType to) {
        SqlType before = types.canonical(from);
        SqlType after = types.canonical(to);
        // A boolean and a number can be cast only for integer, and two enum types not at all.
        StandardType truth = StandardType.of(TypeKind.BOOLEAN);
        if ((before.equals(truth) && in(NUMBERS, after)) || (in(NUMBERS, before) && after.equals(truth))) {
            return casted(column + "::integer", to);
        }
        if (changesZone(before, after)) {
            return inUtc(column, before, after);
        }
        if (before instanceof EnumType) {
            return casted(column + "::text", to);
        }
        return casted(column, to);
    }

    /** By itself the server would use the session's time zone, which depends on who runs the change. */
    private static String inUtc(String column, SqlType before, SqlType after) {
        StandardType date = StandardType.of(TypeKind.DATE);
        String moment = before.equals(date) ? column + "::timestamp" : column;
        String converted = moment + " AT TIME ZONE 'UTC'";
        return after.equals(date) ? "(" + converted + ")::date" : converted;
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
