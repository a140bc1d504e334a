package dev.retort.dialect.mariadb;

import dev.retort.dialect.Literals;
import dev.retort.dialect.SqlTypes;
import dev.retort.dialect.TypeText;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.schema.ArrayType;
import dev.retort.schema.EnumType;
import dev.retort.schema.NativeType;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How MariaDB writes types. The neutral text and binary types, which have no limit, are the long ones here; the shorter ones are kept as
 * text.
 */
public class MariadbTypes implements SqlTypes {

    static final String NO_ARRAYS = "it has no array types; json can hold one";

    /** The default precision of a neutral timestamp in fractional digits; a {@code datetime} in SQL has none. */
    private static final int NEUTRAL_DIGITS = 6;

    private static final int DEFAULT_PRECISION = 10;
    private static final String WIDEST_DECIMAL = "decimal(65, 30)";

    /** The maximum precision of a {@code float(p)} of 4 bytes. */
    private static final int FLOAT_PRECISION = 24;

    private static final Map<String, TypeKind> KINDS = Map.ofEntries(
            Map.entry("boolean", TypeKind.BOOLEAN),
            Map.entry("bool", TypeKind.BOOLEAN),
            Map.entry("tinyint", TypeKind.TINYINT),
            Map.entry("smallint", TypeKind.SMALLINT),
            Map.entry("int", TypeKind.INTEGER),
            Map.entry("integer", TypeKind.INTEGER),
            Map.entry("bigint", TypeKind.BIGINT),
            Map.entry("decimal", TypeKind.DECIMAL),
            Map.entry("numeric", TypeKind.DECIMAL),
            Map.entry("dec", TypeKind.DECIMAL),
            Map.entry("fixed", TypeKind.DECIMAL),
            Map.entry("float", TypeKind.REAL),
            Map.entry("double", TypeKind.DOUBLE),
            Map.entry("double precision", TypeKind.DOUBLE),
            Map.entry("real", TypeKind.DOUBLE),
            Map.entry("char", TypeKind.CHAR),
            Map.entry("character", TypeKind.CHAR),
            Map.entry("varchar", TypeKind.VARCHAR),
            Map.entry("character varying", TypeKind.VARCHAR),
            Map.entry("longtext", TypeKind.TEXT),
            Map.entry("binary", TypeKind.BINARY),
            Map.entry("varbinary", TypeKind.VARBINARY),
            Map.entry("longblob", TypeKind.BLOB),
            Map.entry("date", TypeKind.DATE),
            Map.entry("time", TypeKind.TIME),
            Map.entry("datetime", TypeKind.TIMESTAMP),
            Map.entry("timestamp", TypeKind.TIMESTAMP_WITH_TIME_ZONE),
            Map.entry("uuid", TypeKind.UUID),
            Map.entry("json", TypeKind.JSON));

    private static final Pattern OF_CHARACTERS =
            Pattern.compile("(?is)((var)?char|character|(tiny|medium|long)?text|enum|set)\\b.*");

    private static final Set<String> INTEGERS = Set.of("tinyint", "smallint", "mediumint", "int", "integer", "bigint");

    private static final Map<String, String> SYNONYMS =
            Map.of("integer unsigned", "int unsigned", "bit", "bit(1)", "year", "year(4)");

    private final MariadbFeatures features;
    private final Literals literals;

    /** A schema has few types, and its comparison asks for each of them at every column. */
    private final Map<String, SqlType> parsed = new ConcurrentHashMap<>();

    private final Map<SqlType, SqlType> canonical = new ConcurrentHashMap<>();

    protected MariadbTypes(MariadbFeatures features, Literals literals) {
        this.features = features;
        this.literals = literals;
    }

    /** The product, for messages. A cousin gives its own name. */
    protected String databaseName() {
        return MariadbDialect.PRODUCT;
    }

    @Override
    public String render(SqlType type) {
        if (type instanceof StandardType standard) {
            return render(standard);
        }
        if (type instanceof EnumType words) {
            return "enum(" + words.values().stream().map(literals::text).collect(Collectors.joining(",")) + ")";
        }
        if (type instanceof ArrayType) {
            throw new UnsupportedByDialectException("store an array in a column", databaseName(), NO_ARRAYS);
        }
        return ((NativeType) type).text();
    }

    private String render(StandardType type) {
        return switch (type.kind()) {
            case BOOLEAN -> "boolean";
            case TINYINT -> "tinyint";
            case SMALLINT -> "smallint";
            case INTEGER -> "int";
            case BIGINT -> "bigint";
            case DECIMAL -> decimal(type);
            case REAL -> "float";
            case DOUBLE -> "double";
            case CHAR -> "char" + length(type);
            case VARCHAR -> type.length() == null ? "longtext" : "varchar" + length(type);
            case TEXT -> "longtext";
            case BINARY -> "binary" + length(type);
            case VARBINARY -> type.length() == null ? "longblob" : "varbinary" + length(type);
            case BLOB -> "longblob";
            case DATE -> "date";
            case TIME, TIME_WITH_TIME_ZONE -> "time" + digits(type);
            case TIMESTAMP -> "datetime" + digits(type);
            case TIMESTAMP_WITH_TIME_ZONE -> "timestamp" + digits(type);
            case UUID -> features.uuids() ? "uuid" : "char(36)";
            case JSON -> "json";
        };
    }

    private static String decimal(StandardType type) {
        if (type.length() == null) {
            return WIDEST_DECIMAL;
        }
        return "decimal(" + type.length() + (type.scale() == null ? ")" : ", " + type.scale() + ")");
    }

    private static String length(StandardType type) {
        return type.length() == null ? "" : "(" + type.length() + ")";
    }

    private static String digits(StandardType type) {
        int digits = type.length() == null ? NEUTRAL_DIGITS : type.length();
        return digits == 0 ? "" : "(" + digits + ")";
    }

    @Override
    public SqlType parse(String text) {
        return parsed.computeIfAbsent(text, this::read);
    }

    private SqlType read(String text) {
        SqlTokens tokens = SqlTokens.of(text, MariadbProvider.SYNTAX);
        if (tokens.size() > 1 && tokens.get(0).is("enum") && tokens.closing(1) == tokens.size() - 1) {
            return new EnumType(null, words(tokens));
        }
        TypeText parts = TypeText.of(text);
        String name = parts.name();
        if (name.equals("tinyint") && parts.number(0, 0) == 1) {
            return StandardType.of(TypeKind.BOOLEAN);
        }
        if (name.equals("float") && parts.number(0, 0) > FLOAT_PRECISION) {
            return StandardType.of(TypeKind.DOUBLE);
        }
        TypeKind kind = KINDS.get(name);
        if (kind == null
                || parts.dimensions() > 0
                || !parts.numbersOnly()
                || (isFloating(kind) && parts.arguments().size() > 1)) {
            return new NativeType(text.strip());
        }
        return standard(kind, parts);
    }

    private static List<String> words(SqlTokens list) {
        return list.all().stream()
                .filter(token -> token.kind() == SqlToken.Kind.TEXT)
                .map(SqlToken::value)
                .toList();
    }

    private static boolean isFloating(TypeKind kind) {
        return kind == TypeKind.REAL || kind == TypeKind.DOUBLE;
    }

    private static StandardType standard(TypeKind kind, TypeText parts) {
        return switch (kind) {
            case DECIMAL -> new StandardType(kind, parts.number(0, DEFAULT_PRECISION), parts.number(1, 0));
            case CHAR, BINARY -> StandardType.of(kind, parts.number(0, 1));
            case VARCHAR, VARBINARY -> new StandardType(kind, numberOrNull(parts), null);
            case TIME, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> StandardType.of(kind, parts.number(0, 0));
            default -> StandardType.of(kind);
        };
    }

    private static @Nullable Integer numberOrNull(TypeText parts) {
        int number = parts.number(0, -1);
        return number < 0 ? null : number;
    }

    /** Whether a type is a string type, with character set and collation. */
    final boolean isOfCharacters(SqlType type) {
        return OF_CHARACTERS.matcher(render(type)).matches();
    }

    @Override
    public SqlType canonical(SqlType type) {
        SqlType known = canonical.get(type);
        if (known == null) {
            known = stored(type);
            canonical.put(type, known);
        }
        return known;
    }

    private SqlType stored(SqlType type) {
        if (type instanceof EnumType words) {
            return new EnumType(null, words.values());
        }
        if (type instanceof ArrayType) {
            return type;
        }
        if (type instanceof NativeType other) {
            return canonicalText(other.text());
        }
        // The spelling in a statement is converted to that of the catalog.
        SqlType stored = parse(render(type));
        return stored instanceof NativeType text ? canonicalText(text.text()) : stored;
    }

    private SqlType canonicalText(String text) {
        SqlType parsed = parse(text);
        if (!(parsed instanceof NativeType)) {
            return canonical(parsed);
        }
        SqlTokens tokens = SqlTokens.of(text, MariadbProvider.SYNTAX);
        String name = name(tokens);
        // The display width of an integer does not affect what is stored.
        boolean width = INTEGERS.contains(name.replace(" unsigned", ""));
        String written = width ? name : onOneLine(tokens);
        return new NativeType(reported(written));
    }

    /** The type as the catalog reports it, for one in small letters. A cousin answers where its catalog has other words. */
    protected String reported(String type) {
        return SYNONYMS.getOrDefault(type, type);
    }

    /** The words without the arguments. */
    private static String name(SqlTokens type) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < type.size(); i++) {
            if (type.get(i).is("(")) {
                i = type.closing(i);
            } else {
                words.add(type.get(i).value());
            }
        }
        return String.join(" ", words);
    }

    private String onOneLine(SqlTokens type) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < type.size(); i++) {
            SqlToken token = type.get(i);
            boolean apart = i > 0
                    && token.kind() != SqlToken.Kind.SIGN
                    && (type.get(i - 1).kind() != SqlToken.Kind.SIGN
                            || type.get(i - 1).is(")"));
            line.append(apart ? " " : "");
            line.append(token.kind() == SqlToken.Kind.TEXT ? literals.text(token.value()) : token.value());
        }
        return line.toString();
    }
}
