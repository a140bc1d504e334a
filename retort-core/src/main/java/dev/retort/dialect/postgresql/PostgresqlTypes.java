package dev.retort.dialect.postgresql;

import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.SqlTypes;
import dev.retort.dialect.TypeText;
import dev.retort.schema.ArrayType;
import dev.retort.schema.EnumType;
import dev.retort.schema.NativeType;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How PostgreSQL writes types. */
final class PostgresqlTypes implements SqlTypes {

    /** The default number of fractional digits. */
    private static final int DEFAULT_DIGITS = 6;

    /** The maximum precision of a {@code float(p)} of 4 bytes. */
    private static final int REAL_PRECISION = 24;

    private static final Map<String, TypeKind> KINDS = Map.ofEntries(
            Map.entry("boolean", TypeKind.BOOLEAN),
            Map.entry("bool", TypeKind.BOOLEAN),
            Map.entry("smallint", TypeKind.SMALLINT),
            Map.entry("int2", TypeKind.SMALLINT),
            Map.entry("tinyint", TypeKind.TINYINT),
            Map.entry("integer", TypeKind.INTEGER),
            Map.entry("int", TypeKind.INTEGER),
            Map.entry("int4", TypeKind.INTEGER),
            Map.entry("bigint", TypeKind.BIGINT),
            Map.entry("int8", TypeKind.BIGINT),
            Map.entry("numeric", TypeKind.DECIMAL),
            Map.entry("decimal", TypeKind.DECIMAL),
            Map.entry("dec", TypeKind.DECIMAL),
            Map.entry("real", TypeKind.REAL),
            Map.entry("float4", TypeKind.REAL),
            Map.entry("double precision", TypeKind.DOUBLE),
            Map.entry("float8", TypeKind.DOUBLE),
            Map.entry("character", TypeKind.CHAR),
            Map.entry("char", TypeKind.CHAR),
            Map.entry("character varying", TypeKind.VARCHAR),
            Map.entry("varchar", TypeKind.VARCHAR),
            Map.entry("text", TypeKind.TEXT),
            Map.entry("bytea", TypeKind.BLOB),
            Map.entry("date", TypeKind.DATE),
            Map.entry("time", TypeKind.TIME),
            Map.entry("time without time zone", TypeKind.TIME),
            Map.entry("time with time zone", TypeKind.TIME_WITH_TIME_ZONE),
            Map.entry("timetz", TypeKind.TIME_WITH_TIME_ZONE),
            Map.entry("timestamp", TypeKind.TIMESTAMP),
            Map.entry("timestamp without time zone", TypeKind.TIMESTAMP),
            Map.entry("timestamp with time zone", TypeKind.TIMESTAMP_WITH_TIME_ZONE),
            Map.entry("timestamptz", TypeKind.TIMESTAMP_WITH_TIME_ZONE),
            Map.entry("uuid", TypeKind.UUID),
            Map.entry("jsonb", TypeKind.JSON));

    /** An array with a size, or with the word ARRAY. */
    private static final Pattern ARRAY = Pattern.compile("(?is)(.*?)(?:\\s+array\\s*)?((?:\\[\\s*\\d*\\s*\\]\\s*)+)");

    private static final Pattern IN_CATALOG =
            Pattern.compile("(?is)\\s*pg_catalog\\s*\\.\\s*((?!(?:\"|char\\b|bit\\b)).*)");

    private static final Map<String, String> NATIVE_SYNONYMS = Map.of("varbit", "bit varying");

    private static final Map<String, TypeKind> SERIALS = Map.of(
            "serial", TypeKind.INTEGER,
            "serial4", TypeKind.INTEGER,
            "bigserial", TypeKind.BIGINT,
            "serial8", TypeKind.BIGINT,
            "smallserial", TypeKind.SMALLINT,
            "serial2", TypeKind.SMALLINT);

    private final IdentifierRules names;

    PostgresqlTypes(IdentifierRules names) {
        this.names = names;
    }

    @Override
    public String render(SqlType type) {
        if (type instanceof StandardType standard) {
            return render(standard);
        }
        if (type instanceof ArrayType array) {
            return render(array.element()) + "[]";
        }
        if (type instanceof EnumType enumeration) {
            return enumeration.name() == null
                    ? "varchar(" + longest(enumeration) + ")"
                    : names.write(enumeration.name());
        }
        return ((NativeType) type).text();
    }

    private static String render(StandardType type) {
        return switch (type.kind()) {
            case BOOLEAN -> "boolean";
            case TINYINT, SMALLINT -> "smallint";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case DECIMAL -> "numeric" + precision(type);
            case REAL -> "real";
            case DOUBLE -> "double precision";
            case CHAR -> "char" + length(type);
            case VARCHAR -> "varchar" + length(type);
            case TEXT -> "text";
            case BINARY, VARBINARY, BLOB -> "bytea";
            case DATE -> "date";
            case TIME -> "time" + length(type);
            case TIME_WITH_TIME_ZONE -> "time" + length(type) + " with time zone";
            case TIMESTAMP -> "timestamp" + length(type);
            case TIMESTAMP_WITH_TIME_ZONE -> "timestamp" + length(type) + " with time zone";
            case UUID -> "uuid";
            case JSON -> "jsonb";
        };
    }

    private static String length(StandardType type) {
        return type.length() == null ? "" : "(" + type.length() + ")";
    }

    private static String precision(StandardType type) {
        return type.length() == null || type.scale() == null
                ? length(type)
                : "(" + type.length() + ", " + type.scale() + ")";
    }

    static int longest(EnumType enumeration) {
        return enumeration.values().stream().mapToInt(String::length).max().orElse(1);
    }

    /** The server accepts the size of an array and ignores it. */
    private static String withoutSizes(String text) {
        Matcher array = ARRAY.matcher(text.strip());
        return array.matches() ? array.group(1) + array.group(2).replaceAll("[^\\[\\]]", "") : text;
    }

    @Override
    public SqlType parse(String written) {
        String text = withoutSizes(written);
        TypeText parts = TypeText.of(text);
        String name = parts.name();
        if (parts.dimensions() > 0 || name.endsWith(" array")) {
            return arrayOf(text.strip());
        }
        if (!parts.numbersOnly()) {
            return new NativeType(text.strip());
        }
        if (name.equals("float")) {
            return StandardType.of(parts.number(0, 53) <= REAL_PRECISION ? TypeKind.REAL : TypeKind.DOUBLE);
        }
        TypeKind kind = KINDS.get(name);
        if (kind == null) {
            return new NativeType(text.strip());
        }
        return new StandardType(kind, number(parts, 0), kind == TypeKind.DECIMAL ? scale(parts) : null);
    }

    private SqlType arrayOf(String text) {
        String element = text.endsWith("]")
                ? text.substring(0, text.lastIndexOf('['))
                : text.substring(0, text.length() - "array".length());
        return new ArrayType(parse(element));
    }

    private static @Nullable Integer number(TypeText parts, int position) {
        int number = parts.number(position, -1);
        return number < 0 ? null : number;
    }

    /** A scale below zero rounds to tens, hundreds and so on. */
    private static @Nullable Integer scale(TypeText parts) {
        return parts.arguments().size() < 2 ? null : Integer.valueOf(parts.number(1, 0));
    }

    @Override
    public SqlType canonical(SqlType type) {
        if (type instanceof StandardType standard) {
            return canonical(standard);
        }
        if (type instanceof ArrayType array) {
            // The server does not store the number of dimensions: integer[][] is integer[].
            SqlType element = canonical(array.element());
            return element instanceof ArrayType ? element : new ArrayType(element);
        }
        if (type instanceof EnumType enumeration) {
            return enumeration.name() == null ? StandardType.of(TypeKind.VARCHAR, longest(enumeration)) : enumeration;
        }
        return canonicalText(((NativeType) type).text());
    }

    private static StandardType canonical(StandardType type) {
        return switch (type.kind()) {
            case TINYINT -> StandardType.of(TypeKind.SMALLINT);
            case BINARY, VARBINARY, BLOB -> StandardType.of(TypeKind.BLOB);
            case CHAR -> StandardType.of(TypeKind.CHAR, type.length() == null ? 1 : type.length());
            case VARCHAR -> new StandardType(TypeKind.VARCHAR, type.length(), null);
            case DECIMAL ->
                type.length() == null || type.scale() != null
                        ? type
                        : new StandardType(TypeKind.DECIMAL, type.length(), 0);
            case TIME, TIME_WITH_TIME_ZONE, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE ->
                type.length() != null && type.length() == DEFAULT_DIGITS
                        ? StandardType.of(type.kind())
                        : new StandardType(type.kind(), type.length(), null);
            default -> StandardType.of(type.kind());
        };
    }

    /** Built-in types are found without their schema, but some of these names mean something else as words of SQL. */
    private static String withoutCatalog(String text) {
        Matcher qualified = IN_CATALOG.matcher(text);
        return qualified.matches() ? qualified.group(1) : text;
    }

    /** Whether a type is not a real one, but implies an identity column. */
    static boolean isSerial(SqlType type) {
        return type instanceof NativeType text
                && SERIALS.containsKey(TypeText.of(text.text()).name());
    }

    private SqlType canonicalText(String written) {
        String text = withoutCatalog(written);
        SqlType parsed = parse(text);
        if (!(parsed instanceof NativeType unknown)) {
            return canonical(parsed);
        }
        if (unknown.text().indexOf('"') >= 0) {
            return unknown;
        }
        TypeText parts = TypeText.of(unknown.text());
        if (SERIALS.containsKey(parts.name())) {
            return StandardType.of(SERIALS.get(parts.name()));
        }
        String name = NATIVE_SYNONYMS.getOrDefault(parts.name(), parts.name());
        if (parts.arguments().isEmpty()) {
            return new NativeType(name.equals("bit") ? "bit(1)" : name);
        }
        return new NativeType(name + "(" + String.join(",", parts.arguments()) + ")");
    }
}
