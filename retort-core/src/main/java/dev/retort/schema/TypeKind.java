package dev.retort.schema;

/** The types that every database has in some form. */
public enum TypeKind {
    BOOLEAN,
    TINYINT,
    SMALLINT,
    INTEGER,
    BIGINT,
    /** An exact number; the length is its precision. */
    DECIMAL,
    /** A floating-point number of 4 bytes. */
    REAL,
    /** A floating-point number of 8 bytes. */
    DOUBLE,
    CHAR,
    VARCHAR,
    /** A string without declared limit. */
    TEXT,
    BINARY,
    VARBINARY,
    /** Bytes without declared limit. */
    BLOB,
    DATE,
    /** A time; the length is the number of fractional digits. */
    TIME,
    TIME_WITH_TIME_ZONE,
    /** A timestamp without time zone; the length is the number of fractional digits. */
    TIMESTAMP,
    TIMESTAMP_WITH_TIME_ZONE,
    UUID,
    JSON
}
