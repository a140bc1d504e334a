package dev.retort.testkit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that a database can do. Each can, unless its {@link Capabilities} say why not. */
public enum Capability {

    // tables

    /** Comments of tables and columns are kept. */
    COMMENTS,
    /** A table inherits from others. */
    INHERITANCE,
    /** The rows of a table are spread over partitions. */
    PARTITIONING,

    // columns

    /** A column that is NOT NULL and has no default is added to a table. */
    ADD_REQUIRED_COLUMN,
    /** A column whose default is an expression is added to a table. */
    ADD_COLUMN_WITH_EXPRESSION,
    /** A generated column that is stored is added to a table. */
    ADD_STORED_COLUMN,
    ALTER_TYPE,
    ALTER_DEFAULT,
    ALTER_NULLABILITY,
    /** An UPDATE sets a column by itself. */
    ON_UPDATE,
    /** A column is computed when it is read. */
    VIRTUAL_COLUMNS,
    /** A column is only read when it is named. */
    INVISIBLE_COLUMNS,
    /** A column has a collation of its own. */
    COLLATIONS,
    CHARACTER_SETS,
    /** A numbered column need not be the whole primary key. */
    IDENTITY_IN_LONGER_KEY,
    /** A numbered column need not be in a key. */
    IDENTITY_WITHOUT_KEY(IDENTITY_IN_LONGER_KEY),
    /** A numbered column is added to a table. */
    ADD_IDENTITY(IDENTITY_WITHOUT_KEY),
    /** A numbered column begins with another number than 1. */
    IDENTITY_START,
    /** A numbered column counts in other steps than 1. */
    IDENTITY_INCREMENT(IDENTITY_START),
    /** A numbered column has bounds, takes several numbers at once, or begins anew at its end. */
    IDENTITY_BOUNDS(IDENTITY_INCREMENT),
    /** No row may bring its own number. */
    IDENTITY_ALWAYS,
    /** How a column is numbered changes. */
    ALTER_IDENTITY(IDENTITY_INCREMENT),
    /** Where a numbered column begins when it is begun anew changes. */
    ALTER_IDENTITY_START(ALTER_IDENTITY),

    // types

    ARRAYS,
    TIME_WITH_TIME_ZONE,

    // constraints, on a table that exists

    ADD_CHECK,
    ADD_PRIMARY_KEY,
    ADD_UNIQUE,
    ADD_FOREIGN_KEY,

    // constraints, in any table

    SET_DEFAULT,
    MATCH_FULL,
    MATCH_PARTIAL(MATCH_FULL),
    /** ON DELETE SET NULL, or SET DEFAULT, sets some of the columns. */
    SET_COLUMNS,
    DEFERRABLE_FOREIGN_KEYS,
    DEFERRABLE_KEYS,
    /** A constraint is added without looking at the rows that are there. */
    NOT_VALID,
    NOT_ENFORCED,
    NO_INHERIT(INHERITANCE),
    NULLS_NOT_DISTINCT,
    /** A unique constraint has a comment. */
    KEY_COMMENTS,
    /** Whatever is compared, no two rows are alike in it. */
    EXCLUSION_CONSTRAINTS,
    FOREIGN_KEYS_ACROSS_SCHEMAS,

    // indexes

    /** The index of a key, or another one, holds columns that it does not sort by. */
    INCLUDED_COLUMNS,
    DESCENDING_INDEX_PARTS,
    PARTIAL_INDEXES,
    EXPRESSION_INDEXES,
    INDEX_METHODS,
    INDEX_COMMENTS,
    /** An index holds the beginning of each value. */
    PART_LENGTHS,
    PART_COLLATIONS,
    OPERATOR_CLASSES(INDEX_METHODS),
    NULLS_ORDER,

    // sequences

    SEQUENCES,
    /** A sequence has another type than bigint. */
    SEQUENCE_TYPES(SEQUENCES),
    ALTER_SEQUENCE_TYPE(SEQUENCE_TYPES),
    /** A sequence belongs to a column and goes with it. */
    SEQUENCE_OWNERS(SEQUENCES),

    // what no operation asks for

    /** A rolled-back transaction takes its changes of the schema back too. */
    TRANSACTIONAL_DDL,
    /** A text that is longer than its column's type says is refused. */
    TEXT_LENGTHS,
    /** A name of a column, a constraint or an index in capitals is the one in small letters. */
    CASELESS_NAMES,
    /** So is the name of a table. */
    CASELESS_TABLE_NAMES(CASELESS_NAMES),
    /** The indexes of all tables in a schema share one space of names. */
    INDEX_NAMES_OF_SCHEMA,
    /** A schema is made by a statement. */
    CREATE_SCHEMA,
    /** A database has several schemas. */
    SCHEMAS(CREATE_SCHEMA),
    /** There are logins, with rights of their own. */
    LOGINS,
    /** Sessions have names, and one sees and ends another. */
    NAMED_SESSIONS(LOGINS);

    private final @Nullable Capability implies;

    Capability() {
        this(null);
    }

    Capability(@Nullable Capability implies) {
        this.implies = implies;
    }

    /** What a database can do, too, that can do this; without the one there is no other. */
    public Optional<Capability> implies() {
        return Optional.ofNullable(implies);
    }
}
