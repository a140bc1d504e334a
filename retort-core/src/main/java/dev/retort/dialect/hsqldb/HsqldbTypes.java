package dev.retort.dialect.hsqldb;

import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Literals;
import dev.retort.dialect.SqlTypes;
import dev.retort.dialect.TypeNames;
import dev.retort.dialect.TypeText;
import dev.retort.schema.ArrayType;
import dev.retort.schema.EnumType;
import dev.retort.schema.NativeType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Types of HSQLDB. An enum without a name is a varchar with a check, a named one is a domain:
 * https://hsqldb.org/doc/2.0/guide/sqlgeneral-chapt.html#sgc_data_type_guide
 */
final class HsqldbTypes implements SqlTypes {

    private static final String ARRAY = " array";

    /** The length of a LONGVARCHAR, which stands for a length that is not said. */
    private static final int UNLIMITED_LENGTH = 16_777_216;

    private static final int USUAL_PRECISION = 128;
    private static final int TIMESTAMP_DIGITS = 6;

    /** What the catalog says of a CLOB or a BLOB that was declared without a length. */
    private static final String USUAL_LOB = "1g";

    private final IdentifierRules names;
    private final Literals literals;

    HsqldbTypes(IdentifierRules names, Literals literals) {
        this.names = names;
        this.literals = literals;
    }

    /** The type that holds the values of an enum without a name. */
    static StandardType ofValues(EnumType list) {
        int longest = list.values().stream().mapToInt(String::length).max().orElse(1);
        return StandardType.of(TypeKind.VARCHAR, longest);
    }

    /** The condition under which a column holds a value of an enum without a name. */
    String condition(String column, EnumType list) {
        return list.values().stream()
                .map(literals::text)
                .collect(Collectors.joining(", ", names.write(column) + " IN (", ")"));
    }

    @Override
    public String render(SqlType type) {
        if (type instanceof StandardType standard) {
            return render(standard);
        }
        if (type instanceof EnumType list) {
            QualifiedName name = list.name();
            return name == null ? render(ofValues(list)) : names.write(name);
        }
        if (type instanceof ArrayType array) {
            return render(array.element()) + ARRAY;
        }
        return ((NativeType) type).text();
    }

    private static String render(StandardType type) {
        String length = type.length() == null ? "" : "(" + type.length() + ")";
        return switch (type.kind()) {
            case DECIMAL ->
                type.length() != null && type.scale() != null
                        ? "numeric(" + type.length() + ", " + type.scale() + ")"
                        : "numeric" + length;
            case CHAR -> "char" + length;
            case BINARY -> "binary" + length;
            case VARCHAR -> "varchar(" + (type.length() == null ? UNLIMITED_LENGTH : type.length()) + ")";
            case VARBINARY -> "varbinary(" + (type.length() == null ? UNLIMITED_LENGTH : type.length()) + ")";
            // Its functions for JSON work on texts.
            case JSON -> "varchar(" + UNLIMITED_LENGTH + ")";
            case TIME -> "time" + length;
            case TIMESTAMP -> "timestamp" + length;
            case TIME_WITH_TIME_ZONE -> "time" + length + " with time zone";
            case TIMESTAMP_WITH_TIME_ZONE -> "timestamp" + length + " with time zone";
            case DOUBLE -> "double precision";
            case TEXT -> "clob";
            case BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT, REAL, BLOB, DATE, UUID ->
                type.kind().name().toLowerCase(Locale.ROOT);
        };
    }

    @Override
    public SqlType parse(String text) {
        String stripped = text.strip();
        if (stripped.toLowerCase(Locale.ROOT).endsWith(ARRAY)) {
            return new ArrayType(parse(stripped.substring(0, stripped.length() - ARRAY.length())));
        }
        TypeText parts = TypeText.of(stripped);
        return switch (parts.name()) {
            case "longvarchar" -> StandardType.of(TypeKind.VARCHAR);
            case "longvarbinary" -> StandardType.of(TypeKind.VARBINARY);
            default ->
                TypeNames.read(parts)
                        .filter(type -> !isLimitedLob(type, parts))
                        .<SqlType>map(type -> type)
                        .orElseGet(() -> new NativeType(stripped));
        };
    }

    private static boolean isLimitedLob(StandardType type, TypeText parts) {
        return (type.kind() == TypeKind.TEXT || type.kind() == TypeKind.BLOB)
                && !parts.arguments().isEmpty()
                && !parts.arguments().get(0).equalsIgnoreCase(USUAL_LOB);
    }

    @Override
    public SqlType canonical(SqlType type) {
        if (type instanceof StandardType standard) {
            return canonical(standard);
        }
        if (type instanceof ArrayType array) {
            return new ArrayType(canonical(array.element()));
        }
        if (type instanceof EnumType list) {
            return list.name() == null ? ofValues(list) : new NativeType(names.write(list.name()));
        }
        SqlType read = parse(((NativeType) type).text());
        return read instanceof NativeType unknown ? new NativeType(evenlySpaced(unknown.text())) : canonical(read);
    }

    private static String evenlySpaced(String text) {
        String even =
                text.replaceAll("\\s+", " ").replaceAll(" ?([(,]) ?", "$1").replace(" )", ")");
        return even.contains("\"") ? even : even.toUpperCase(Locale.ROOT);
    }

    private static StandardType canonical(StandardType type) {
        Integer length = type.length();
        return switch (type.kind()) {
            case REAL -> StandardType.of(TypeKind.DOUBLE);
            case JSON -> StandardType.of(TypeKind.VARCHAR);
            case CHAR, BINARY -> length == null ? StandardType.of(type.kind(), 1) : type;
            case VARCHAR, VARBINARY ->
                length != null && length == UNLIMITED_LENGTH ? StandardType.of(type.kind()) : type;
            case TIME, TIME_WITH_TIME_ZONE -> length == null ? StandardType.of(type.kind(), 0) : type;
            case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE ->
                length == null ? StandardType.of(type.kind(), TIMESTAMP_DIGITS) : type;
            case DECIMAL ->
                new StandardType(
                        TypeKind.DECIMAL,
                        length == null ? USUAL_PRECISION : length,
                        type.scale() == null ? 0 : type.scale());
            default -> type;
        };
    }
}
