package dev.retort.testkit;

import static dev.retort.schema.Columns.array;
import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.binary;
import static dev.retort.schema.Columns.blob;
import static dev.retort.schema.Columns.bool;
import static dev.retort.schema.Columns.character;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.date;
import static dev.retort.schema.Columns.decimal;
import static dev.retort.schema.Columns.doublePrecision;
import static dev.retort.schema.Columns.enumeration;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.json;
import static dev.retort.schema.Columns.real;
import static dev.retort.schema.Columns.smallint;
import static dev.retort.schema.Columns.text;
import static dev.retort.schema.Columns.time;
import static dev.retort.schema.Columns.timeWithTimeZone;
import static dev.retort.schema.Columns.timestamp;
import static dev.retort.schema.Columns.timestampWithTimeZone;
import static dev.retort.schema.Columns.tinyint;
import static dev.retort.schema.Columns.uuid;
import static dev.retort.schema.Columns.varbinary;
import static dev.retort.schema.Columns.varchar;

import dev.retort.schema.ArrayType;
import dev.retort.schema.Column;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.Table;
import dev.retort.schema.TypeKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A column of each type, and of each kind of default. */
final class TypeCases {

    private TypeCases() {}

    private static final SqlType[] NUMBERS = {
        bool(),
        tinyint(),
        smallint(),
        integer(),
        bigint(),
        decimal(),
        decimal(10, 2),
        decimal(9, 0),
        real(),
        doublePrecision()
    };

    private static final SqlType[] TEXTS = {character(1), character(12), varchar(), varchar(255), text()};

    private static final SqlType[] BYTES = {binary(16), varbinary(200), blob()};

    private static final SqlType[] TIMES = {
        date(),
        time(),
        time(3),
        timestamp(),
        timestamp(0),
        timestamp(3),
        timestamp(6),
        timestampWithTimeZone(),
        timestampWithTimeZone(4)
    };

    private static final SqlType[] ZONED_TIMES = {timeWithTimeZone(), timeWithTimeZone(2)};

    private static final SqlType[] OTHERS = {uuid(), json(), enumeration("new", "it's", "a,b", "d)e")};

    private static final SqlType[] ARRAYS = {array(integer()), array(varchar(10)), array(bool()), array(timestamp())};

    /** The types that every database has. */
    static List<SqlType> everywhere() {
        return Stream.of(NUMBERS, TEXTS, BYTES, TIMES, OTHERS)
                .flatMap(Stream::of)
                .toList();
    }

    static Stream<OperationCase> all() {
        return Stream.of(
                types("of numbers", NUMBERS),
                types("of texts", TEXTS),
                types(
                        "without length",
                        StandardType.of(TypeKind.CHAR),
                        StandardType.of(TypeKind.BINARY),
                        StandardType.of(TypeKind.VARBINARY),
                        time(0),
                        StandardType.of(TypeKind.DECIMAL, 9)),
                types("of bytes", BYTES),
                types("of times", TIMES),
                types("of times of day with time zone", ZONED_TIMES).needing(Capability.TIME_WITH_TIME_ZONE),
                types("uuid, json, enum", OTHERS),
                types("of arrays", ARRAYS).needing(Capability.ARRAYS),
                types("of arrays of arrays", array(array(timestamp()))).needing(Capability.NESTED_ARRAYS),
                defaults(),
                LibrarySchema.created(
                                "default, an expression",
                                LibrarySchema.table(
                                        column("expression", integer()).defaultsToSql("1 + 2")))
                        .needing(Capability.EXPRESSION_DEFAULTS));
    }

    /** A table with a column of each of several types. */
    static OperationCase types(String what, SqlType... types) {
        List<Column> columns = new ArrayList<>();
        for (SqlType type : types) {
            columns.add(column(name(type, columns.size() + 1), type));
        }
        return LibrarySchema.created("types " + what, LibrarySchema.table(columns.toArray(Column[]::new)));
    }

    /** A name that shows readers of the statements what was requested. */
    private static String name(SqlType type, int position) {
        if (type instanceof ArrayType array) {
            return name(array.element(), position) + "_array";
        }
        if (!(type instanceof StandardType standard)) {
            return "type_" + position;
        }
        return Stream.of(standard.kind().name().toLowerCase(Locale.ROOT), standard.length(), standard.scale())
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.joining("_", "a_", ""));
    }

    private static OperationCase defaults() {
        Table table = LibrarySchema.table(
                column("text", varchar(40)).defaultsTo("it's"),
                column("odd_text", varchar(40)).defaultsTo("a \\ ' ? -- ; \" `"),
                column("empty_text", varchar(40)).defaultsTo(""),
                column("like_a_number", varchar(40)).defaultsTo("1"),
                column("like_no_value", varchar(40)).defaultsTo("NULL"),
                column("of_fixed_length", character(3)).defaultsTo("abc"),
                column("number", integer()).defaultsTo(-5),
                column("small_number", smallint()).notNull().defaultsTo(7),
                column("great_number", bigint()).defaultsTo(9_000_000_000L),
                column("decimal_number", decimal(10, 2)).defaultsTo(new BigDecimal("1.50")),
                column("truth", bool()).defaultsTo(true),
                column("no_truth", bool()).notNull().defaultsTo(false),
                column("word", enumeration("new", "it's")).defaultsTo("it's"),
                column("moment", timestamp()).defaultsToSql("CURRENT_TIMESTAMP"));
        return LibrarySchema.created("defaults", table);
    }
}
