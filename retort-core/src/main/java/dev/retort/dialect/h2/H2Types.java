package dev.retort.dialect.h2;

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
import java.util.Optional;
import java.util.stream.Collectors;

/** Types of H2. A named enum is a domain over one. */
final class H2Types implements SqlTypes {

    private static final String ARRAY = " array";

    /** What H2 reports for a length that was not declared, in versions up to 2.1 and in later ones. */
    private static final int OLD_UNLIMITED_LENGTH = 1_048_576;

    private static final int UNLIMITED_LENGTH = 1_000_000_000;
    private static final int UNLIMITED_PRECISION = 100_000;
    private static final int TIMESTAMP_DIGITS = 6;

    private final IdentifierRules names;
    private final Literals literals;

    H2Types(IdentifierRules names, Literals literals) {
        this.names = names;
        this.literals = literals;
    }

    @Override
    public String render(SqlType type) {
        if (type instanceof StandardType standard) {
            return render(standard);
        }
        if (type instanceof EnumType list) {
            QualifiedName name = list.name();
            return name != null
                    ? names.write(name)
                    : list.values().stream().map(literals::text).collect(Collectors.joining(", ", "enum(", ")"));
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
            case VARCHAR -> "varchar" + length;
            case BINARY -> "binary" + length;
            case VARBINARY -> "varbinary" + length;
            case TIME -> "time" + length;
            case TIMESTAMP -> "timestamp" + length;
            case TIME_WITH_TIME_ZONE -> "time" + length + " with time zone";
            case TIMESTAMP_WITH_TIME_ZONE -> "timestamp" + length + " with time zone";
            case DOUBLE -> "double precision";
            // H2 takes the word TEXT for a varchar.
            case TEXT -> "clob";
            case BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT, REAL, BLOB, DATE, UUID, JSON ->
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
        if (parts.name().equals("enum")) {
            return new EnumType(null, parts.arguments());
        }
        if (parts.name().equals("text")) {
            return StandardType.of(TypeKind.VARCHAR);
        }
        Optional<StandardType> read = TypeNames.read(parts);
        if (read.isEmpty()) {
            return new NativeType(stripped);
        }
        StandardType standard = read.get();
        boolean characters = standard.kind() == TypeKind.TEXT;
        if ((characters || standard.kind() == TypeKind.BLOB)
                && !parts.arguments().isEmpty()) {
            String limit = "(" + parts.arguments().get(0) + ")";
            return new NativeType((characters ? "CHARACTER" : "BINARY") + " LARGE OBJECT" + limit);
        }
        return standard;
    }

    @Override
    public SqlType canonical(SqlType type) {
        if (type instanceof StandardType standard) {
            return canonical(standard);
        }
        if (type instanceof ArrayType array) {
            return new ArrayType(canonical(array.element()));
        }
        if (type instanceof NativeType own) {
            SqlType read = parse(own.text());
            return read instanceof NativeType unknown
                    ? new NativeType(evenlySpaced(unknown.text()).toUpperCase(Locale.ROOT))
                    : canonical(read);
        }
        return type;
    }

    private static String evenlySpaced(String text) {
        return text.replaceAll("\\s+", " ").replaceAll(" ?([(,]) ?", "$1").replace(" )", ")");
    }

    private static StandardType canonical(StandardType type) {
        Integer length = type.length();
        return switch (type.kind()) {
            case CHAR, BINARY -> length == null ? StandardType.of(type.kind(), 1) : type;
            case VARCHAR, VARBINARY ->
                length != null && (length == OLD_UNLIMITED_LENGTH || length >= UNLIMITED_LENGTH)
                        ? StandardType.of(type.kind())
                        : type;
            case TIME, TIME_WITH_TIME_ZONE -> length == null ? StandardType.of(type.kind(), 0) : type;
            case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE ->
                length == null ? StandardType.of(type.kind(), TIMESTAMP_DIGITS) : type;
            case DECIMAL -> canonicalDecimal(type);
            default -> type;
        };
    }

    private static StandardType canonicalDecimal(StandardType type) {
        Integer precision = type.length();
        int scale = type.scale() == null ? 0 : type.scale();
        return precision == null || (precision >= UNLIMITED_PRECISION && scale == 0)
                ? StandardType.of(TypeKind.DECIMAL)
                : new StandardType(TypeKind.DECIMAL, precision, scale);
    }
}
