package dev.retort.tests.conformance;

import static java.util.Map.entry;

import dev.retort.schema.ArrayType;
import dev.retort.schema.EnumType;
import dev.retort.schema.NativeType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import dev.retort.tests.server.DatabaseUnderTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Recorded types as ours.
 *
 * @param kind the database
 * @param spelled whether types that the database has no word of its own for are spelled as SQLAlchemy does, and not left to the dialect
 */
record DdlTypes(DatabaseUnderTest kind, boolean spelled) {

    private static final Map<String, TypeKind> STANDARD = Map.ofEntries(
            entry("boolean", TypeKind.BOOLEAN),
            entry("tinyint", TypeKind.TINYINT),
            entry("smallint", TypeKind.SMALLINT),
            entry("integer", TypeKind.INTEGER),
            entry("bigint", TypeKind.BIGINT),
            entry("numeric", TypeKind.DECIMAL),
            entry("real", TypeKind.REAL),
            entry("double", TypeKind.DOUBLE),
            entry("char", TypeKind.CHAR),
            entry("varchar", TypeKind.VARCHAR),
            entry("nvarchar", TypeKind.VARCHAR),
            entry("text", TypeKind.TEXT),
            entry("binary", TypeKind.BLOB),
            entry("date", TypeKind.DATE),
            entry("time", TypeKind.TIME),
            entry("timestamp", TypeKind.TIMESTAMP),
            entry("timestamptz", TypeKind.TIMESTAMP_WITH_TIME_ZONE),
            entry("uuid", TypeKind.UUID),
            entry("json", TypeKind.JSON));

    /** Types of one database. */
    private static final Map<String, String> NATIVE = Map.of(
            "jsonb", "jsonb",
            "bytea", "bytea",
            "inet", "inet",
            "interval", "interval",
            "tsvector", "tsvector",
            "mediumtext", "mediumtext",
            "unsigned_int", "int unsigned",
            "datetime6", "datetime(6)");

    private static final Map<String, String> MARIADB = Map.of(
            "real",
            "real",
            "text",
            "text",
            "binary",
            "blob",
            "time",
            "time",
            "timestamp",
            "datetime",
            "timestamptz",
            "datetime");

    /** What SQLAlchemy makes of a type. */
    private static final Map<DatabaseUnderTest, Map<String, String>> SPELLED = Map.of(
            DatabaseUnderTest.POSTGRESQL,
            Map.of("json", "json"),
            DatabaseUnderTest.MARIADB,
            MARIADB,
            DatabaseUnderTest.MYSQL,
            MARIADB,
            DatabaseUnderTest.SQLITE,
            Map.ofEntries(
                    entry("text", "TEXT"),
                    entry("double", "DOUBLE"),
                    entry("real", "REAL"),
                    entry("timestamp", "DATETIME"),
                    entry("timestamptz", "DATETIME"),
                    entry("uuid", "CHAR(32)"),
                    entry("json", "JSON")));

    SqlType of(JsonNode type) {
        String name = type.get("kind").asString();
        Map<String, String> words = SPELLED.getOrDefault(kind, Map.of());
        if (spelled && words.containsKey(name)) {
            return new NativeType(words.get(name));
        }
        if (spelled && kind == DatabaseUnderTest.MYSQL && name.equals("uuid")) {
            return new NativeType("char(32)");
        }
        if (spelled && kind == DatabaseUnderTest.SQLITE && name.equals("enum")) {
            return new NativeType("VARCHAR(" + longest(RecordedDdl.texts(type.get("values"))) + ")");
        }
        return switch (name) {
            case "array" -> new ArrayType(of(type.get("of")));
            case "enum" ->
                new EnumType(
                        kind == DatabaseUnderTest.POSTGRESQL
                                ? QualifiedName.of(type.get("name").asString())
                                : null,
                        RecordedDdl.texts(type.get("values")));
            default ->
                NATIVE.containsKey(name)
                        ? new NativeType(NATIVE.get(name))
                        : new StandardType(
                                Objects.requireNonNull(STANDARD.get(name), name), length(type), number(type, "scale"));
        };
    }

    private static int longest(List<String> labels) {
        return labels.stream().mapToInt(String::length).max().orElseThrow();
    }

    private static @Nullable Integer length(JsonNode type) {
        return number(type, type.has("precision") ? "precision" : "length");
    }

    private static @Nullable Integer number(JsonNode type, String field) {
        return type.has(field) ? Integer.valueOf(type.get(field).asInt()) : null;
    }
}
