package dev.retort.render;

import dev.retort.schema.ArrayType;
import dev.retort.schema.EnumType;
import dev.retort.schema.NativeType;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Types in the words of {@code Columns}. */
final class TypeExpressions {

    private static final Map<TypeKind, String> WORDS = new EnumMap<>(Map.ofEntries(
            Map.entry(TypeKind.BOOLEAN, "bool"),
            Map.entry(TypeKind.TINYINT, "tinyint"),
            Map.entry(TypeKind.SMALLINT, "smallint"),
            Map.entry(TypeKind.INTEGER, "integer"),
            Map.entry(TypeKind.BIGINT, "bigint"),
            Map.entry(TypeKind.DECIMAL, "decimal"),
            Map.entry(TypeKind.REAL, "real"),
            Map.entry(TypeKind.DOUBLE, "doublePrecision"),
            Map.entry(TypeKind.CHAR, "character"),
            Map.entry(TypeKind.VARCHAR, "varchar"),
            Map.entry(TypeKind.TEXT, "text"),
            Map.entry(TypeKind.BINARY, "binary"),
            Map.entry(TypeKind.VARBINARY, "varbinary"),
            Map.entry(TypeKind.BLOB, "blob"),
            Map.entry(TypeKind.DATE, "date"),
            Map.entry(TypeKind.TIME, "time"),
            Map.entry(TypeKind.TIME_WITH_TIME_ZONE, "timeWithTimeZone"),
            Map.entry(TypeKind.TIMESTAMP, "timestamp"),
            Map.entry(TypeKind.TIMESTAMP_WITH_TIME_ZONE, "timestampWithTimeZone"),
            Map.entry(TypeKind.UUID, "uuid"),
            Map.entry(TypeKind.JSON, "json")));

    /** The words that only exist with a length. */
    private static final Set<TypeKind> NEVER_BARE = EnumSet.of(TypeKind.CHAR, TypeKind.BINARY, TypeKind.VARBINARY);

    /** The words that exist with a length and nothing else. */
    private static final Set<TypeKind> MEASURED = EnumSet.of(
            TypeKind.CHAR,
            TypeKind.VARCHAR,
            TypeKind.BINARY,
            TypeKind.VARBINARY,
            TypeKind.TIME,
            TypeKind.TIME_WITH_TIME_ZONE,
            TypeKind.TIMESTAMP,
            TypeKind.TIMESTAMP_WITH_TIME_ZONE);

    private final Imports imports;
    private final ValueExpressions values;

    TypeExpressions(Imports imports, ValueExpressions values) {
        this.imports = imports;
        this.values = values;
    }

    Expression type(SqlType type) {
        if (type instanceof StandardType standard) {
            return standard(standard);
        }
        if (type instanceof ArrayType array) {
            return Expression.call(imports.columnWord("array"), type(array.element()));
        }
        if (type instanceof EnumType enumeration) {
            return enumeration(enumeration);
        }
        return Expression.call(imports.columnWord("nativeType"), values.text(((NativeType) type).text()));
    }

    private Expression enumeration(EnumType type) {
        List<Expression> words = values.texts(type.values());
        if (type.name() == null) {
            return Expression.call(imports.columnWord("enumeration"), words);
        }
        List<Expression> arguments =
                new ArrayList<>(List.of(values.text(type.name().toString())));
        arguments.addAll(words);
        return Expression.call(imports.columnWord("namedEnumeration"), arguments);
    }

    private Expression standard(StandardType type) {
        Integer length = type.length();
        Integer scale = type.scale();
        TypeKind kind = type.kind();
        String word = WORDS.get(kind);
        if (word != null && length == null && scale == null && !NEVER_BARE.contains(kind)) {
            return Expression.call(imports.columnWord(word));
        }
        if (word != null && length != null && scale == null && MEASURED.contains(kind)) {
            return Expression.call(imports.columnWord(word), values.number(length));
        }
        if (word != null && length != null && scale != null && kind == TypeKind.DECIMAL) {
            return Expression.call(imports.columnWord(word), values.number(length), values.number(scale));
        }
        return Expression.call(
                imports.columnWord("standardType"),
                Expression.text(imports.schemaClass("TypeKind") + "." + kind),
                values.value(length),
                values.value(scale));
    }
}
