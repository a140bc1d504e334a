package dev.retort.dialect;

import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The type names that most databases share. */
public final class TypeNames {

    /** The maximum precision of a {@code float(n)} of 4 bytes, in standard SQL. */
    private static final int REAL_DIGITS = 24;

    private static final Map<String, TypeKind> KINDS = Map.ofEntries(
            Map.entry("boolean", TypeKind.BOOLEAN),
            Map.entry("bool", TypeKind.BOOLEAN),
            Map.entry("tinyint", TypeKind.TINYINT),
            Map.entry("smallint", TypeKind.SMALLINT),
            Map.entry("int2", TypeKind.SMALLINT),
            Map.entry("integer", TypeKind.INTEGER),
            Map.entry("int", TypeKind.INTEGER),
            Map.entry("int4", TypeKind.INTEGER),
            Map.entry("bigint", TypeKind.BIGINT),
            Map.entry("int8", TypeKind.BIGINT),
            Map.entry("decimal", TypeKind.DECIMAL),
            Map.entry("dec", TypeKind.DECIMAL),
            Map.entry("numeric", TypeKind.DECIMAL),
            Map.entry("real", TypeKind.REAL),
            Map.entry("float4", TypeKind.REAL),
            Map.entry("double precision", TypeKind.DOUBLE),
            Map.entry("double", TypeKind.DOUBLE),
            Map.entry("float8", TypeKind.DOUBLE),
            Map.entry("float", TypeKind.DOUBLE),
            Map.entry("char", TypeKind.CHAR),
            Map.entry("character", TypeKind.CHAR),
            Map.entry("nchar", TypeKind.CHAR),
            Map.entry("varchar", TypeKind.VARCHAR),
            Map.entry("character varying", TypeKind.VARCHAR),
            Map.entry("char varying", TypeKind.VARCHAR),
            Map.entry("nvarchar", TypeKind.VARCHAR),
            Map.entry("varchar2", TypeKind.VARCHAR),
            Map.entry("text", TypeKind.TEXT),
            Map.entry("clob", TypeKind.TEXT),
            Map.entry("nclob", TypeKind.TEXT),
            Map.entry("character large object", TypeKind.TEXT),
            Map.entry("binary", TypeKind.BINARY),
            Map.entry("varbinary", TypeKind.VARBINARY),
            Map.entry("binary varying", TypeKind.VARBINARY),
            Map.entry("blob", TypeKind.BLOB),
            Map.entry("binary large object", TypeKind.BLOB),
            Map.entry("date", TypeKind.DATE),
            Map.entry("time", TypeKind.TIME),
            Map.entry("time without time zone", TypeKind.TIME),
            Map.entry("time with time zone", TypeKind.TIME_WITH_TIME_ZONE),
            Map.entry("timestamp", TypeKind.TIMESTAMP),
            Map.entry("datetime", TypeKind.TIMESTAMP),
            Map.entry("timestamp without time zone", TypeKind.TIMESTAMP),
            Map.entry("timestamp with time zone", TypeKind.TIMESTAMP_WITH_TIME_ZONE),
            Map.entry("uuid", TypeKind.UUID),
            Map.entry("json", TypeKind.JSON));

    private static final Set<TypeKind> WITH_LENGTH = Set.of(
            TypeKind.DECIMAL,
            TypeKind.CHAR,
            TypeKind.VARCHAR,
            TypeKind.BINARY,
            TypeKind.VARBINARY,
            TypeKind.TIME,
            TypeKind.TIME_WITH_TIME_ZONE,
            TypeKind.TIMESTAMP,
            TypeKind.TIMESTAMP_WITH_TIME_ZONE);

    private TypeNames() {}

    /**
     * The common type with a spelling; empty if the name is not a common one, or is followed by {@code []} or by a length that is no
     * number.
     */
    public static Optional<StandardType> read(TypeText text) {
        TypeKind kind = KINDS.get(text.name());
        if (kind == null || text.dimensions() > 0) {
            return Optional.empty();
        }
        if (text.name().equals("float") && text.number(0, REAL_DIGITS + 1) <= REAL_DIGITS) {
            kind = TypeKind.REAL;
        }
        if (!text.numbersOnly() && WITH_LENGTH.contains(kind)) {
            return Optional.empty();
        }
        int length = text.number(0, -1);
        int scale = text.number(1, -1);
        if (length < 0 || !WITH_LENGTH.contains(kind)) {
            return Optional.of(StandardType.of(kind));
        }
        return Optional.of(new StandardType(kind, length, kind == TypeKind.DECIMAL && scale >= 0 ? scale : null));
    }
}
