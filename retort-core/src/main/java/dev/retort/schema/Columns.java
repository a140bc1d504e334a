package dev.retort.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Factories for columns, types and sequences, for static import in revision files. */
public final class Columns {

    private Columns() {}

    /** A nullable column without default. */
    public static Column column(String name, SqlType type) {
        return Column.of(name, type);
    }

    /** A table made of its elements, in any order: {@code table(…).comment("…")}. */
    public static Table table(String name, TableElement... elements) {
        return Table.of(QualifiedName.parse(name), List.of(elements));
    }

    /** A sequence that starts at 1: {@code sequence("ids").cache(20)}. */
    public static Sequence sequence(String name) {
        return Sequence.of(QualifiedName.parse(name), 1, 1);
    }

    /** Identity options that start at 1 and accept explicit values: {@code asIdentity(identity().cache(20))}. */
    public static Identity identity() {
        return Identity.BY_DEFAULT;
    }

    /** Identity options that start at 1 and accept no explicit values. */
    public static Identity identityAlways() {
        return Identity.of(true, 1, 1);
    }

    public static SqlType bool() {
        return StandardType.of(TypeKind.BOOLEAN);
    }

    public static SqlType tinyint() {
        return StandardType.of(TypeKind.TINYINT);
    }

    public static SqlType smallint() {
        return StandardType.of(TypeKind.SMALLINT);
    }

    public static SqlType integer() {
        return StandardType.of(TypeKind.INTEGER);
    }

    public static SqlType bigint() {
        return StandardType.of(TypeKind.BIGINT);
    }

    /** A decimal of any size that the database allows. */
    public static SqlType decimal() {
        return StandardType.of(TypeKind.DECIMAL);
    }

    public static SqlType decimal(int precision, int scale) {
        return new StandardType(TypeKind.DECIMAL, precision, scale);
    }

    public static SqlType real() {
        return StandardType.of(TypeKind.REAL);
    }

    public static SqlType doublePrecision() {
        return StandardType.of(TypeKind.DOUBLE);
    }

    public static SqlType character(int length) {
        return StandardType.of(TypeKind.CHAR, length);
    }

    /** A string without declared limit, a varchar where the database has one without limit. */
    public static SqlType varchar() {
        return StandardType.of(TypeKind.VARCHAR);
    }

    public static SqlType varchar(int length) {
        return StandardType.of(TypeKind.VARCHAR, length);
    }

    public static SqlType text() {
        return StandardType.of(TypeKind.TEXT);
    }

    public static SqlType binary(int length) {
        return StandardType.of(TypeKind.BINARY, length);
    }

    public static SqlType varbinary(int length) {
        return StandardType.of(TypeKind.VARBINARY, length);
    }

    public static SqlType blob() {
        return StandardType.of(TypeKind.BLOB);
    }

    public static SqlType date() {
        return StandardType.of(TypeKind.DATE);
    }

    public static SqlType time() {
        return StandardType.of(TypeKind.TIME);
    }

    /** A time with a number of fractional digits. */
    public static SqlType time(int digits) {
        return StandardType.of(TypeKind.TIME, digits);
    }

    public static SqlType timeWithTimeZone() {
        return StandardType.of(TypeKind.TIME_WITH_TIME_ZONE);
    }

    public static SqlType timeWithTimeZone(int digits) {
        return StandardType.of(TypeKind.TIME_WITH_TIME_ZONE, digits);
    }

    public static SqlType timestamp() {
        return StandardType.of(TypeKind.TIMESTAMP);
    }

    /** A timestamp with a number of fractional digits. */
    public static SqlType timestamp(int digits) {
        return StandardType.of(TypeKind.TIMESTAMP, digits);
    }

    public static SqlType timestampWithTimeZone() {
        return StandardType.of(TypeKind.TIMESTAMP_WITH_TIME_ZONE);
    }

    public static SqlType timestampWithTimeZone(int digits) {
        return StandardType.of(TypeKind.TIMESTAMP_WITH_TIME_ZONE, digits);
    }

    public static SqlType uuid() {
        return StandardType.of(TypeKind.UUID);
    }

    public static SqlType json() {
        return StandardType.of(TypeKind.JSON);
    }

    /** An enum that belongs to one column. */
    public static SqlType enumeration(String... values) {
        return new EnumType(null, List.of(values));
    }

    /** A named enum type that exists in the database. */
    public static SqlType namedEnumeration(String name, String... values) {
        return new EnumType(QualifiedName.parse(name), List.of(values));
    }

    public static SqlType array(SqlType element) {
        return new ArrayType(element);
    }

    /** A standard type with parameters that no other method offers, such as a decimal without scale; null for what is not declared. */
    public static SqlType standardType(TypeKind kind, @Nullable Integer length, @Nullable Integer scale) {
        return new StandardType(kind, length, scale);
    }

    /** A type of one database, in its own spelling. */
    public static SqlType nativeType(String text) {
        return new NativeType(text);
    }
}
