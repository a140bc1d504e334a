package dev.retort.tests.server;

import dev.retort.testkit.Capabilities;
import dev.retort.testkit.Capability;

/** What the databases under test cannot do, and why. */
final class KnownLacks {

    private static final Capabilities SQLITE = Capabilities.ALL
            .leavingOut(Capability.CREATE_SCHEMA, "a schema is a file that is attached")
            .leavingOut(Capability.LOGINS, "whoever reads the file may read all of it")
            .leavingOut(
                    Capability.COMMENTS,
                    "it keeps none; they are left out, so that one history serves several databases")
            .leavingOut(Capability.CONSTRAINT_NAMES, "a constraint that nobody names has no name")
            .leavingOut(Capability.UNCOMMITTED_CHANGES, "no SQL tells whether a transaction has written")
            .leavingOut(Capability.NORMAL_FORMS, "it keeps the words that it was told")
            .leavingOut(Capability.TEXT_LENGTHS, "its columns take texts of any length")
            .refusing(Capability.INHERITANCE, "its tables do not inherit")
            .refusing(Capability.PARTITIONING, "its tables have no partitions")
            .refusing(Capability.ON_UPDATE, "it has triggers for that")
            .refusing(Capability.CHARACTER_SETS, "all its texts are Unicode")
            .refusing(Capability.INVISIBLE_COLUMNS, "all its columns are seen")
            .refusing(Capability.IDENTITY_IN_LONGER_KEY, "it numbers rows by their whole key")
            .refusing(Capability.ADD_KEYED_IDENTITY, "such a key numbers the rows from the start")
            .refusing(Capability.IDENTITY_START, "it numbers rows from 1 on")
            .refusing(Capability.SET_IDENTITY, "its numbered column comes with the table")
            .refusing(Capability.IDENTITY_ALWAYS, "any row may bring its own number")
            .refusing(Capability.ARRAYS, "it stores single values")
            .refusing(Capability.FOREIGN_KEYS_TO_OTHER_SCHEMAS, "a schema is a file")
            .refusing(Capability.NOT_VALID, "it looks at all rows")
            .refusing(Capability.NOT_ENFORCED, "what it knows it enforces")
            .refusing(Capability.MATCH_FULL, "its foreign keys match simply, whatever they say")
            .refusing(Capability.SET_COLUMNS, "it sets all columns of a foreign key")
            .refusing(Capability.DEFERRABLE_KEYS, "it checks keys at each statement")
            .refusing(Capability.NULLS_NOT_DISTINCT, "its NULLs differ")
            .refusing(Capability.INCLUDED_COLUMNS, "its indexes hold what they sort by")
            .refusing(Capability.INDEX_METHODS, "it has one kind of index")
            .refusing(Capability.INDEX_COMMENTS, "it keeps no comments")
            .refusing(Capability.KEY_COMMENTS, "it keeps no comments")
            .refusing(Capability.EXCLUSION_CONSTRAINTS, "it does not have them")
            .refusing(Capability.PREFIX_LENGTHS, "it indexes whole values")
            .refusing(Capability.NULLS_ORDER, "its NULLs come first")
            .refusing(Capability.USING, "a rebuild copies the values as they are")
            .refusing(Capability.RENAMED_VIEWS, "it renames tables and columns only")
            .refusing(Capability.RENAMED_ROUTINES, "it renames tables and columns only")
            .refusing(Capability.RENAMED_CONSTRAINTS, "it renames tables and columns only")
            .refusing(Capability.MATERIALIZED_VIEWS, "it computes its views when they are read")
            .refusing(Capability.ENUM_TYPES, "its columns hold any value")
            .refusing(Capability.DOMAINS, "its columns hold any value")
            .refusing(Capability.MADE_SCHEMAS, "a schema is a file")
            .refusing(Capability.EXTENSIONS, "it has none")
            .refusing(Capability.PRIVILEGES, "whoever reads the file may read all of it")
            .refusing(Capability.SEQUENCES, "it has none");

    private static final Capabilities H2 = Capabilities.ALL
            .refusing(Capability.DOMAIN_NULLABILITY, "it has no statement for that")
            .refusing(Capability.MOVED_COLUMNS, "it alters tables in place")
            .refusing(Capability.CHANGED_TABLE_OPTIONS, "it alters tables in place")
            .refusing(Capability.UNNAMED_CONSTRAINTS, "it names what nobody has named")
            .leavingOut(Capability.NAMED_SESSIONS, "the lock alone tells who is at work")
            .leavingOut(Capability.TRANSACTIONAL_DDL, "it commits before and after each change of the schema")
            .refusing(Capability.VIRTUAL_COLUMNS, "it stores what it computes")
            .refusing(Capability.INHERITANCE, "its tables do not inherit")
            .refusing(Capability.PARTITIONING, "its tables have no partitions")
            .refusing(
                    Capability.ALTER_GENERATED_TYPE,
                    "it copies the table, and does not know how to compute the column then")
            .refusing(Capability.COLLATIONS, "the whole database has one collation")
            .refusing(Capability.CHARACTER_SETS, "all its texts are Unicode")
            .refusing(Capability.INVISIBLE_COLUMNS, "its catalog is not asked for them")
            .refusing(
                    Capability.ALTER_IDENTITY_START,
                    "it knows where an identity column began, and no other way to say it")
            .refusing(Capability.ALTER_SEQUENCE_TYPE, "it has no statement for that")
            .refusing(Capability.SEQUENCE_OWNERS, "its sequences belong to nobody")
            .refusing(Capability.NOT_VALID, "it looks at all rows")
            .refusing(Capability.NOT_ENFORCED, "what it knows it enforces")
            .refusing(Capability.MATCH_FULL, "its foreign keys match simply")
            .refusing(Capability.SET_COLUMNS, "it sets all columns of a foreign key")
            .refusing(Capability.DEFERRABLE_FOREIGN_KEYS, "it checks at each statement")
            .refusing(Capability.DEFERRABLE_KEYS, "it checks at each statement")
            .refusing(Capability.NULLS_NOT_DISTINCT, "its catalog is not asked for it")
            .refusing(Capability.INCLUDED_COLUMNS, "its indexes hold what they sort by")
            .refusing(Capability.PARTIAL_INDEXES, "its indexes hold all rows")
            .refusing(Capability.EXPRESSION_INDEXES, "it indexes columns only")
            .refusing(Capability.INDEX_METHODS, "it has one kind of index")
            .refusing(Capability.INDEX_COMMENTS, "its catalog is not asked for them")
            .refusing(Capability.KEY_COMMENTS, "its catalog is not asked for them")
            .refusing(Capability.EXCLUSION_CONSTRAINTS, "it does not have them")
            .refusing(Capability.PREFIX_LENGTHS, "it indexes whole values")
            .refusing(Capability.INDEX_COLLATIONS, "the whole database has one collation")
            .refusing(Capability.NULLS_ORDER, "its catalog is not asked for it")
            .refusing(Capability.RENAMED_SEQUENCES, "it has no statement for that")
            .refusing(Capability.ENUM_TYPES, "an enum belongs to a column or a domain")
            .refusing(Capability.EXTENSIONS, "it has none")
            .refusing(Capability.RENAMED_ROUTINES, "it has no statement for that")
            .refusing(Capability.RENAMED_MATERIALIZED_VIEWS, "it has no statement for that")
            .refusing(Capability.READ_WHILE_REFRESHED, "it fills the view in place")
            .refusing(Capability.COLUMN_PRIVILEGES, "whoever reads a table reads all of it")
            .refusing(Capability.OBJECT_PRIVILEGES, "whoever connects calls and counts")
            .refusing(Capability.GRANT_OPTION, "only administrators grant");

    private static final Capabilities HSQLDB = Capabilities.ALL
            .refusing(Capability.DOMAIN_NULLABILITY, "it has no statement for that")
            .refusing(Capability.MOVED_COLUMNS, "it alters tables in place")
            .refusing(Capability.CHANGED_TABLE_OPTIONS, "it alters tables in place")
            .refusing(Capability.UNNAMED_CONSTRAINTS, "it names what nobody has named")
            .leavingOut(Capability.DENIALS, "it says the same of a table that is hidden as of one that is missing")
            .leavingOut(Capability.NAMED_SESSIONS, "the lock alone tells who is at work")
            .leavingOut(Capability.TRANSACTIONAL_DDL, "it commits before and after each change of the schema")
            .leavingOut(Capability.DESCENDING_INDEX_PARTS, "it reads the word and sorts upwards")
            .refusing(Capability.VIRTUAL_COLUMNS, "it stores what it computes")
            .refusing(Capability.INHERITANCE, "its tables do not inherit")
            .refusing(Capability.PARTITIONING, "its tables have no partitions")
            .refusing(Capability.ALTER_GENERATED_TYPE, "it has no statement for that")
            .refusing(Capability.ALTER_IDENTITY_TYPE, "it would count on within the bounds of the old type")
            .refusing(Capability.EXPRESSION_DEFAULTS, "its defaults are literals, or the time or the user")
            .refusing(Capability.ALTER_ENUM, "an enum without a name is a text with a check")
            .refusing(Capability.ON_UPDATE, "its catalog does not tell")
            .refusing(Capability.COLLATIONS, "its catalog is not asked for them")
            .refusing(Capability.CHARACTER_SETS, "all its texts are Unicode")
            .refusing(Capability.INVISIBLE_COLUMNS, "all its columns are seen")
            .refusing(Capability.NESTED_ARRAYS, "the elements of its arrays are single values")
            .refusing(Capability.ALTER_IDENTITY, "it would begin anew with the numbers that rows have")
            .refusing(Capability.ALTER_SEQUENCE_START, "it would begin anew there")
            .refusing(Capability.ALTER_SEQUENCE_TYPE, "it has no statement for that")
            .refusing(Capability.SEQUENCE_OWNERS, "its sequences belong to nobody")
            .refusing(Capability.NOT_VALID, "it looks at all rows")
            .refusing(Capability.NOT_ENFORCED, "what it knows it enforces")
            .refusing(Capability.MATCH_FULL, "its catalog forgets the words")
            .refusing(Capability.SET_COLUMNS, "it sets all columns of a foreign key")
            .refusing(Capability.DEFERRABLE_FOREIGN_KEYS, "it checks at each statement")
            .refusing(Capability.DEFERRABLE_KEYS, "it checks at each statement")
            .refusing(Capability.NULLS_NOT_DISTINCT, "the whole database is set to one or the other")
            .refusing(Capability.INCLUDED_COLUMNS, "its indexes hold what they sort by")
            .refusing(Capability.PARTIAL_INDEXES, "its indexes hold all rows")
            .refusing(Capability.EXPRESSION_INDEXES, "it indexes columns only")
            .refusing(Capability.INDEX_METHODS, "it has one kind of index")
            .refusing(Capability.INDEX_COMMENTS, "it keeps none")
            .refusing(Capability.KEY_COMMENTS, "it keeps none")
            .refusing(Capability.EXCLUSION_CONSTRAINTS, "it does not have them")
            .refusing(Capability.PREFIX_LENGTHS, "it indexes whole values")
            .refusing(Capability.INDEX_COLLATIONS, "its indexes compare as their columns do")
            .refusing(Capability.NULLS_ORDER, "its indexes know no order of NULLs")
            .refusing(Capability.USING, "it converts the values by itself")
            .refusing(Capability.RENAMED_CONSTRAINTS, "their indexes would keep the names")
            .refusing(Capability.MATERIALIZED_VIEWS, "it computes its views when they are read")
            .refusing(Capability.RENAMED_ROUTINES, "it has no statement for that")
            .refusing(Capability.ENUM_TYPES, "an enum belongs to a column or a domain")
            .refusing(Capability.EXTENSIONS, "it has none")
            .refusing(Capability.SCHEMA_PRIVILEGES, "it grants on tables, sequences and routines");

    private static final Capabilities POSTGRESQL = Capabilities.ALL
            .refusing(Capability.MOVED_COLUMNS, "it alters tables in place")
            .refusing(Capability.CHANGED_TABLE_OPTIONS, "it alters tables in place")
            .refusing(Capability.UNNAMED_CONSTRAINTS, "it names what nobody has named")
            .leavingOut(Capability.CASELESS_NAMES, "a name in capitals is quoted, and another one")
            .refusing(Capability.ON_UPDATE, "it has triggers for that")
            .refusing(Capability.ALTER_ENUM, "an enum without a name is a text with a check")
            .refusing(Capability.MATCH_PARTIAL, "it reads the words and has not made them work yet")
            .refusing(Capability.CHARACTER_SETS, "the whole database has one")
            .refusing(Capability.INVISIBLE_COLUMNS, "all its columns are seen")
            .refusing(Capability.PREFIX_LENGTHS, "it indexes whole values, or expressions");

    /** What MariaDB and MySQL lack both. */
    private static final Capabilities OF_COUSINS = Capabilities.ALL
            .refusing(Capability.CHANGED_TABLE_OPTIONS, "it alters tables in place")
            .refusing(Capability.UNNAMED_CONSTRAINTS, "it names what nobody has named")
            .leavingOut(Capability.CASELESS_TABLE_NAMES, "a table is a file of its name")
            .leavingOut(Capability.INDEX_NAMES_OF_SCHEMA, "an index is named within its table")
            .leavingOut(Capability.SCHEMAS, "a schema is a database")
            .leavingOut(Capability.TRANSACTIONAL_DDL, "it commits before and after each change of the schema")
            .refusing(Capability.IDENTITY_ALWAYS, "any row may bring its own number")
            .refusingOffline(
                    Capability.FOREIGN_KEYS_FROM_OTHER_SCHEMAS,
                    "a name without database means one beside the table that refers, and only a connection tells which is meant")
            .refusing(Capability.INHERITANCE, "its tables do not inherit")
            .refusing(Capability.ATTACHED_PARTITIONS, "its partitions are parts of their table")
            .refusing(Capability.IDENTITY_WITHOUT_KEY, "an identity column comes first in a key")
            .refusing(Capability.IDENTITY_INCREMENT, "the server is set to one distance for all")
            .refusing(Capability.ARRAYS, "it stores single values")
            .refusing(Capability.TIME_WITH_TIME_ZONE, "its times of day have no zone")
            .refusing(Capability.SET_DEFAULT, "its tables do not know it")
            .refusing(Capability.NOT_VALID, "it looks at all rows")
            .refusing(Capability.MATCH_FULL, "its foreign keys match simply")
            .refusing(Capability.SET_COLUMNS, "it sets all columns of a foreign key")
            .refusing(Capability.DEFERRABLE_FOREIGN_KEYS, "it checks at each statement")
            .refusing(Capability.DEFERRABLE_KEYS, "it checks at each statement")
            .refusing(Capability.NULLS_NOT_DISTINCT, "its NULLs differ")
            .refusing(Capability.INCLUDED_COLUMNS, "its indexes hold what they sort by")
            .refusing(Capability.EXCLUSION_CONSTRAINTS, "it does not have them")
            .refusing(Capability.PARTIAL_INDEXES, "its indexes hold all rows")
            .refusing(Capability.OPERATOR_CLASSES, "it has no operator classes")
            .refusing(Capability.INDEX_COLLATIONS, "its indexes compare as their columns do")
            .refusing(Capability.NULLS_ORDER, "its NULLs come first")
            .refusing(Capability.USING, "it converts the values by itself")
            .refusing(Capability.RENAMED_CONSTRAINTS, "it has no statement for that")
            .refusing(Capability.MATERIALIZED_VIEWS, "it computes its views when they are read")
            .refusing(Capability.RENAMED_SCHEMAS, "it has no statement for that")
            .refusing(Capability.RENAMED_ROUTINES, "it has no statement for that")
            .refusing(Capability.EXTENSIONS, "it has none")
            .refusing(Capability.ENUM_TYPES, "an enum belongs to a column")
            .refusing(Capability.DOMAINS, "it does not have them");

    private static final Capabilities MARIADB = OF_COUSINS
            .refusing(Capability.NOT_ENFORCED, "what it knows it enforces")
            .refusing(Capability.EXPRESSION_INDEXES, "it indexes columns only")
            .refusing(Capability.SEQUENCE_TYPES, "its sequences count in bigint")
            .refusing(Capability.SEQUENCE_OWNERS, "its sequences belong to nobody");

    private static final Capabilities MYSQL = OF_COUSINS
            .leavingOut(Capability.UNCOMMITTED_CHANGES, "it tells nobody without privileges of their own")
            .refusing(Capability.SEQUENCES, "it has none");

    private KnownLacks() {}

    static Capabilities of(DatabaseUnderTest kind) {
        return switch (kind) {
            case SQLITE -> SQLITE;
            case H2, H2_FILE -> H2;
            case HSQLDB, HSQLDB_FILE -> HSQLDB;
            case POSTGRESQL -> POSTGRESQL;
            case MARIADB -> MARIADB;
            case MYSQL -> MYSQL;
        };
    }
}
