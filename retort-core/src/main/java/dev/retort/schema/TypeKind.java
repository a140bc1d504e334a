package dev.retort.schema;

/** The types that every database has in some form. */
public enum TypeKind {
    BOOLEAN,
    TINYINT,
    SMALLINT,
    INTEGER,
    BIGINT,
    /** An exact number; length is its precision. */
    DECIMAL,
    /** A floating-point number of 4 bytes. */
    REAL,
    /** A floating-point number of 8 bytes. */
    DOUBLE,
    CHAR,
    VARCHAR,
    /** Characters without a declared limit. */
    TEXT,
    BINARY,
    VARBINARY,
    /** Bytes without a declared limit. */
    BLOB,
    DATE,
    /** A time of day; length is the number of digits of a second's fraction. */
    TIME,
    TIME_WITH_TIME_ZONE,
    /** A date and time without zone; length is the number of digits of a second's fraction. */
    TIMESTAMP,
    TIMESTAMP_WITH_TIME_ZONE,
    UUID,
    JSON
}
