package dev.retort.testkit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A capability of a database. Each database has it, unless its {@link Capabilities} say why not. */
public enum Capability {

    // tables

    /** Comments of tables and columns are stored. */
    COMMENTS("COMMENT"),
    INHERITANCE("INHERITS"),
    PARTITIONING("PARTITION BY"),
    /** A table becomes a partition of another one, and a table again. */
    ATTACHED_PARTITIONS("partitions", PARTITIONING),

    /** A batch gives a table an option, or takes it away. */
    CHANGED_TABLE_OPTIONS("options"),

    // columns

    /** A NOT NULL column without default is added to a table. */
    ADD_REQUIRED_COLUMN("allow NULL"),
    /** A column whose default is an expression is added to a table. */
    ADD_COLUMN_WITH_EXPRESSION("constant"),
    /** A stored generated column is added to a table. */
    ADD_STORED_COLUMN("STORED"),
    /** A batch moves a column before or after another one. */
    MOVED_COLUMNS("move columns"),
    ALTER_TYPE("type"),
    /** The type of a generated column changes to another one. */
    ALTER_GENERATED_TYPE("generated column", ALTER_TYPE),
    /** The type of an identity column changes to another one. */
    ALTER_IDENTITY_TYPE("identity", ALTER_TYPE),
    /** The type of a column changes to an enum type without a name, or to one with other values. */
    ALTER_ENUM("enum", ALTER_TYPE),
    /** An expression converts the values to another type. */
    USING("USING", ALTER_TYPE),
    ALTER_DEFAULT("default"),
    /** A default is any expression, not only a literal or the current time. */
    EXPRESSION_DEFAULTS("default"),
    ALTER_COLLATION("collation"),
    ALTER_NULLABILITY("null"),
    ON_UPDATE("ON UPDATE"),
    VIRTUAL_COLUMNS("VIRTUAL"),
    INVISIBLE_COLUMNS("INVISIBLE"),
    /** A column has a collation of its own. */
    COLLATIONS("COLLATE"),
    CHARACTER_SETS("CHARACTER SET"),
    /** An identity column need not be the whole primary key. */
    IDENTITY_IN_LONGER_KEY("primary key"),
    /** An identity column need not be in a key. */
    IDENTITY_WITHOUT_KEY("primary key", IDENTITY_IN_LONGER_KEY),
    /** An identity column is added to a table. */
    ADD_IDENTITY("INCREMENT column", IDENTITY_WITHOUT_KEY),
    /** An identity column is added to a table together with a key that begins with it. */
    ADD_KEYED_IDENTITY("primary key"),
    IDENTITY_START("START"),
    IDENTITY_INCREMENT("INCREMENT", IDENTITY_START),
    /** An identity column has MINVALUE, MAXVALUE, CACHE and CYCLE. */
    IDENTITY_BOUNDS("MINVALUE", IDENTITY_INCREMENT),
    IDENTITY_ALWAYS("GENERATED ALWAYS"),
    /** The options of an identity column change. */
    ALTER_IDENTITY("INCREMENT", IDENTITY_INCREMENT),
    /** A column becomes an identity column, or ceases to be one. */
    SET_IDENTITY("stays one"),
    /** The START of an identity column changes. */
    ALTER_IDENTITY_START("START", ALTER_IDENTITY),

    // types

    ARRAYS("ARRAY"),
    /** The elements of an array are arrays. */
    NESTED_ARRAYS("ARRAY", ARRAYS),
    TIME_WITH_TIME_ZONE("TIME WITH TIME ZONE"),

    // constraints, on a table that exists

    ADD_CHECK("check"),
    ADD_PRIMARY_KEY("primary key"),
    ADD_UNIQUE("unique"),
    ADD_FOREIGN_KEY("foreign key"),

    /** A constraint may have no name, and is then dropped by what it says. */
    UNNAMED_CONSTRAINTS("has a name"),

    // constraints, in any table

    /** ON DELETE or ON UPDATE SET DEFAULT. */
    SET_DEFAULT("SET DEFAULT"),
    MATCH_FULL("MATCH FULL"),
    MATCH_PARTIAL("MATCH PARTIAL", MATCH_FULL),
    /** ON DELETE SET NULL, or SET DEFAULT, sets some of the columns. */
    SET_COLUMNS("SET NULL (columns)"),
    DEFERRABLE_FOREIGN_KEYS("DEFERRABLE"),
    DEFERRABLE_KEYS("DEFERRABLE"),
    NOT_VALID("NOT VALID"),
    NOT_ENFORCED("NOT ENFORCED"),
    NO_INHERIT("NO INHERIT", INHERITANCE),
    NULLS_NOT_DISTINCT("NULLS NOT DISTINCT"),
    /** A unique constraint has a comment. */
    KEY_COMMENTS("COMMENT"),
    EXCLUSION_CONSTRAINTS("EXCLUDE"),
    /** A foreign key refers to a table in another schema. */
    FOREIGN_KEYS_TO_OTHER_SCHEMAS("refer"),
    /** A foreign key in another schema refers to a table in the connection's own. */
    FOREIGN_KEYS_FROM_OTHER_SCHEMAS("refer", FOREIGN_KEYS_TO_OTHER_SCHEMAS),

    // indexes

    /** The index of a key, or another one, has INCLUDE. */
    INCLUDED_COLUMNS("INCLUDE"),
    DESCENDING_INDEX_PARTS("DESC"),
    PARTIAL_INDEXES("WHERE"),
    EXPRESSION_INDEXES("expressions"),
    INDEX_METHODS("access methods"),
    INDEX_COMMENTS("COMMENT"),
    /** An index contains a prefix of each value. */
    PREFIX_LENGTHS("prefix lengths"),
    /** A column of an index has a collation. */
    INDEX_COLLATIONS("COLLATE"),
    OPERATOR_CLASSES("operator class", INDEX_METHODS),
    NULLS_ORDER("NULLS"),

    // sequences

    SEQUENCES("sequences"),
    /** A sequence has another type than bigint. */
    SEQUENCE_TYPES("types other than bigint", SEQUENCES),
    /** The START of a sequence changes, and the number that comes next does not. */
    ALTER_SEQUENCE_START("START", SEQUENCES),
    ALTER_SEQUENCE_TYPE("the type of a sequence", SEQUENCE_TYPES),
    /** A sequence is owned by a column and dropped with it. */
    SEQUENCE_OWNERS("OWNED BY", SEQUENCES),

    RENAMED_SEQUENCES("sequences", SEQUENCES),

    // other objects

    RENAMED_VIEWS("renames no"),
    RENAMED_CONSTRAINTS("renames no"),
    /** A function, a procedure or a trigger gets another name. */
    RENAMED_ROUTINES("renames no"),
    MATERIALIZED_VIEWS("materialized views"),
    RENAMED_MATERIALIZED_VIEWS("renames no", MATERIALIZED_VIEWS),
    /** A materialized view is read while it is refreshed. */
    READ_WHILE_REFRESHED("while it is refreshed", MATERIALIZED_VIEWS),
    /** An enum type is an object of its own. */
    ENUM_TYPES("enum types"),
    DOMAINS("domains"),
    /** A domain becomes NOT NULL, or nullable. */
    DOMAIN_NULLABILITY("NULL", DOMAINS),
    /** A schema is an object that can be created. */
    MADE_SCHEMAS("schemas"),
    RENAMED_SCHEMAS("renames no", MADE_SCHEMAS),
    EXTENSIONS("extensions"),
    PRIVILEGES("privileges"),
    GRANT_OPTION("GRANT OPTION", PRIVILEGES),
    SCHEMA_PRIVILEGES("schemas", PRIVILEGES),
    COLUMN_PRIVILEGES("columns", PRIVILEGES),
    /** There are privileges on sequences and routines. */
    OBJECT_PRIVILEGES("tables and schemas alone", PRIVILEGES),

    // capabilities that no operation needs

    /** A rollback undoes schema changes too. */
    TRANSACTIONAL_DDL,
    /** A constraint that is made without a name gets one, by which it can be dropped. */
    CONSTRAINT_NAMES,
    /** A session can be asked whether it has uncommitted changes. */
    UNCOMMITTED_CHANGES,
    /** Expressions are stored in a normal form, which the database can be asked for. */
    NORMAL_FORMS,
    /** A string that is longer than its column allows is rejected. */
    TEXT_LENGTHS,
    /** Names of columns, constraints and indexes that differ only in case are the same. */
    CASELESS_NAMES,
    /** Names of tables that differ only in case are the same. */
    CASELESS_TABLE_NAMES("", CASELESS_NAMES),
    /** Index names are unique in a schema. */
    INDEX_NAMES_OF_SCHEMA,
    /** A statement creates a schema. */
    CREATE_SCHEMA,
    /** A database has several schemas. */
    SCHEMAS("", CREATE_SCHEMA),
    /** There are users with privileges of their own. */
    LOGINS,
    /** An error tells a missing privilege from a missing table. */
    DENIALS("", LOGINS),
    /** Sessions have names, and a session can see and end another one. */
    NAMED_SESSIONS("", LOGINS);

    private final String term;
    private final @Nullable Capability implies;

    Capability() {
        this("");
    }

    Capability(String term) {
        this(term, null);
    }

    Capability(String term, @Nullable Capability implies) {
        this.term = term;
        this.implies = implies;
    }

    /** The term by which a refusal names the missing capability. */
    String term() {
        return term;
    }

    /** A capability that every database with this one has too. */
    public Optional<Capability> implies() {
        return Optional.ofNullable(implies);
    }
}
