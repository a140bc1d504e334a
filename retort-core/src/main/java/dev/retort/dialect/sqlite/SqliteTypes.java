package dev.retort.dialect.sqlite;

import dev.retort.dialect.SqlTypes;
import dev.retort.dialect.TypeNames;
import dev.retort.dialect.TypeText;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.schema.ArrayType;
import dev.retort.schema.EnumType;
import dev.retort.schema.NativeType;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Types of SQLite. The engine keeps the declared text and derives no more than an affinity from it, but people and tools read it, so
 * types are the same when their declared texts mean the same: an {@code integer} is no {@code bigint}, an {@code int} is an
 * {@code integer}.
 */
final class SqliteTypes implements SqlTypes {

    static final String NO_ARRAYS = "it has no arrays; a json column or a table of its own can hold them";

    private static final Set<TypeKind> LENGTHY =
            Set.of(TypeKind.CHAR, TypeKind.VARCHAR, TypeKind.BINARY, TypeKind.VARBINARY);

    /** A piece of text that is in quotes, as group 1, or is not. */
    private static final Pattern UNQUOTED = Pattern.compile("('[^']*'|\"[^\"]*\"|`[^`]*`)|[^'\"`]+");

    /** What a column makes of its values. */
    enum Affinity {
        INTEGER,
        TEXT,
        BLOB,
        REAL,
        NUMERIC
    }

    /** The affinity of a declared type: https://www.sqlite.org/datatype3.html#determination_of_column_affinity */
    static Affinity affinity(String declared) {
        String type = declared.toLowerCase(Locale.ROOT);
        if (type.contains("int")) {
            return Affinity.INTEGER;
        }
        if (type.contains("char") || type.contains("clob") || type.contains("text")) {
            return Affinity.TEXT;
        }
        if (type.contains("blob") || type.isBlank()) {
            return Affinity.BLOB;
        }
        return type.contains("real") || type.contains("floa") || type.contains("doub")
                ? Affinity.REAL
                : Affinity.NUMERIC;
    }

    /** Whether a primary key over one column declared so is the row's own number; an {@code int} is not. */
    static boolean isRowNumber(String declared) {
        return declared.equalsIgnoreCase("integer");
    }

    @Override
    public String render(SqlType type) {
        if (type instanceof StandardType standard) {
            return render(standard);
        }
        if (type instanceof EnumType list) {
            return render(EnumAsText.type(list));
        }
        if (type instanceof NativeType own) {
            return own.text();
        }
        throw new UnsupportedByDialectException("store an array", SqliteDialect.PRODUCT, NO_ARRAYS);
    }

    private static String render(StandardType type) {
        String length = type.length() == null ? "" : "(" + type.length() + ")";
        return switch (type.kind()) {
            case DECIMAL ->
                type.length() != null && type.scale() != null
                        ? "decimal(" + type.length() + ", " + type.scale() + ")"
                        : "decimal" + length;
            case CHAR -> "char" + length;
            case VARCHAR -> "varchar" + length;
            case BINARY -> "binary" + length;
            case VARBINARY -> "varbinary" + length;
            case TIME -> "time" + length;
            case TIMESTAMP -> "timestamp" + length;
            // The grammar of SQLite wants a type's arguments after its last word.
            case TIME_WITH_TIME_ZONE -> "time with time zone" + length;
            case TIMESTAMP_WITH_TIME_ZONE -> "timestamp with time zone" + length;
            case DOUBLE -> "double precision";
            case BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT, REAL, TEXT, BLOB, DATE, UUID, JSON ->
                type.kind().name().toLowerCase(Locale.ROOT);
        };
    }

    /** What has another word here stays as it is said: SQLite keeps the text, and a {@code float} is to come back as one. */
    @Override
    public SqlType parse(String text) {
        return TypeNames.read(TypeText.of(text))
                .filter(type -> isSaidAs(render(type), text))
                .<SqlType>map(type -> type)
                .orElseGet(() -> new NativeType(text.strip()));
    }

    private static boolean isSaidAs(String rendered, String text) {
        return rendered.replace(", ", ",")
                .equalsIgnoreCase(text.strip().replaceAll("\\s+", " ").replaceAll(" ?([(),]) ?", "$1"));
    }

    /** What is not said is meant: {@code char} is {@code char(1)}, {@code decimal(5)} is {@code decimal(5, 0)}. */
    private static StandardType canonical(StandardType type) {
        if (type.kind() == TypeKind.CHAR && type.length() == null) {
            return StandardType.of(TypeKind.CHAR, 1);
        }
        return type.kind() == TypeKind.DECIMAL && type.length() != null && type.scale() == null
                ? new StandardType(TypeKind.DECIMAL, type.length(), 0)
                : type;
    }

    @Override
    public SqlType canonical(SqlType type) {
        if (type instanceof StandardType standard) {
            return canonical(standard);
        }
        if (type instanceof EnumType list) {
            return EnumAsText.type(list);
        }
        if (type instanceof ArrayType array) {
            return new ArrayType(canonical(array.element()));
        }
        String text = ((NativeType) type).text();
        return TypeNames.read(TypeText.of(text))
                .<SqlType>map(SqliteTypes::canonical)
                .orElseGet(() -> new NativeType(folded(text.strip())));
    }

    /** The type with texts and bytes of any length: https://www.sqlite.org/faq.html#q9 */
    static SqlType withoutLength(SqlType type) {
        return type instanceof StandardType standard && LENGTHY.contains(standard.kind())
                ? StandardType.of(standard.kind())
                : type;
    }

    /** In lower case with single spaces, but for what is in quotes. */
    private static String folded(String text) {
        return UNQUOTED.matcher(text)
                .replaceAll(part -> Matcher.quoteReplacement(
                        part.group(1) != null
                                ? part.group()
                                : part.group().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT)));
    }
}
