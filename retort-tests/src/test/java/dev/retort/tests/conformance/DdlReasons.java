package dev.retort.tests.conformance;

import static dev.retort.tests.conformance.DdlEnding.BOTH_REFUSE;
import static dev.retort.tests.conformance.DdlEnding.DATABASE_REFUSES_BOTH;
import static dev.retort.tests.conformance.DdlEnding.DATABASE_REFUSES_OURS;
import static dev.retort.tests.conformance.DdlEnding.DIFFERENT;
import static dev.retort.tests.conformance.DdlEnding.EQUAL_BUT_NUMBERING;
import static dev.retort.tests.conformance.DdlEnding.EQUAL_BUT_TYPES;
import static dev.retort.tests.conformance.DdlEnding.NO_CHANGE_TO_US;
import static dev.retort.tests.conformance.DdlEnding.ONLY_ALEMBIC_RUNS;
import static dev.retort.tests.conformance.DdlEnding.ONLY_OURS_RUNS;
import static dev.retort.tests.server.DatabaseUnderTest.MARIADB;
import static dev.retort.tests.server.DatabaseUnderTest.MYSQL;
import static dev.retort.tests.server.DatabaseUnderTest.POSTGRESQL;
import static dev.retort.tests.server.DatabaseUnderTest.SQLITE;

import dev.retort.tests.server.DatabaseUnderTest;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All reasons for which our statements do not end as Alembic's do. The first that explains an operation counts. */
final class DdlReasons {

    private static final List<DatabaseUnderTest> LIKE_MARIADB = List.of(MARIADB, MYSQL);
    private static final List<String> COLUMN = List.of("add_column", "alter_column", "create_table");
    private static final List<String> ALTER = List.of("alter_column");
    private static final List<String> INDEX = List.of("create_index", "drop_index");
    private static final List<String> TABLE = List.of("create_table");
    private static final List<String> FOREIGN_KEY = List.of("create_foreign_key");
    private static final List<String> UNIQUE = List.of("create_unique");
    private static final List<String> DROP = List.of("drop_constraint");

    private static final List<DdlReason> OF_POSTGRESQL = List.of(
            reason(
                    List.of(POSTGRESQL),
                    TABLE,
                    sends("SERIAL"),
                    EQUAL_BUT_NUMBERING,
                    "a key that counts is an identity column to us, and SERIAL to SQLAlchemy"),
            reason(
                    List.of(POSTGRESQL),
                    COLUMN,
                    ofType("json"),
                    EQUAL_BUT_TYPES,
                    "our type json is jsonb, which can be compared and indexed"),
            reason(
                    List.of(POSTGRESQL),
                    ALTER,
                    says("type"),
                    ONLY_OURS_RUNS,
                    "the server converts no text to such a type without USING, which ours says"),
            reason(
                    List.of(POSTGRESQL),
                    COLUMN,
                    verdict -> verdict.recorded().hasDefault(),
                    DATABASE_REFUSES_BOTH,
                    "the default is no value of the type"));

    private static final List<DdlReason> OF_MARIADB = List.of(
            reason(
                    LIKE_MARIADB,
                    COLUMN,
                    ofType("text", "binary"),
                    EQUAL_BUT_TYPES,
                    "our text and bytes have no limit, and those of SQLAlchemy one of 64 KB"),
            reason(
                    LIKE_MARIADB,
                    COLUMN,
                    ofType("timestamptz"),
                    EQUAL_BUT_TYPES,
                    "our timestamp with time zone is an instant, and that of SQLAlchemy a DATETIME without time zone"),
            reason(
                    LIKE_MARIADB,
                    COLUMN,
                    ofType("time", "timestamp"),
                    EQUAL_BUT_TYPES,
                    "our times keep microseconds, and those of SQLAlchemy only seconds"),
            reason(
                    LIKE_MARIADB,
                    COLUMN,
                    ofType("real"),
                    EQUAL_BUT_TYPES,
                    "our real has 4 bytes as everywhere, and the REAL of the server has 8"),
            reason(
                    LIKE_MARIADB,
                    ALTER,
                    says("existing_default").and(DdlReasons::addsDefaultNull),
                    DIFFERENT,
                    "DROP DEFAULT leaves a column that no longer has NULL as default, so that an INSERT has to name it"),
            reason(
                    LIKE_MARIADB,
                    DROP,
                    DdlReasons::dropsTheIndexToo,
                    DIFFERENT,
                    "ours drops the index too that the server made for the foreign key"),
            reason(
                    LIKE_MARIADB,
                    FOREIGN_KEY,
                    says("schema").and(not(says("deferrable"))),
                    ONLY_OURS_RUNS,
                    "a table without schema is one of the connection's database, which ours names;"
                            + " the server looks for it beside the other table"),
            reason(
                    LIKE_MARIADB,
                    Stream.concat(UNIQUE.stream(), FOREIGN_KEY.stream()).toList(),
                    says("deferrable"),
                    BOTH_REFUSE,
                    "the server refuses a constraint that can be deferred, and we refuse it before"),
            reason(
                    List.of(MARIADB),
                    INDEX,
                    indexes("expression"),
                    BOTH_REFUSE,
                    "the server refuses an index over an expression, and we refuse it before"),
            reason(
                    LIKE_MARIADB,
                    INDEX,
                    says("where"),
                    ONLY_ALEMBIC_RUNS,
                    "there are no partial indexes, and Alembic leaves out the condition silently"),
            reason(
                    LIKE_MARIADB,
                    INDEX,
                    says("using"),
                    DATABASE_REFUSES_OURS,
                    "ours sends the name of the index method, and Alembic leaves it out silently"),
            reason(
                    LIKE_MARIADB,
                    COLUMN,
                    verdict -> verdict.recorded().hasDefault(),
                    DATABASE_REFUSES_BOTH,
                    "the default is no value of the type"));

    private static final List<DdlReason> OF_MYSQL = List.of(
            reason(
                    List.of(MYSQL),
                    COLUMN,
                    ofType("uuid"),
                    EQUAL_BUT_TYPES,
                    "our uuid is a text with hyphens, and that of SQLAlchemy one without"),
            reason(
                    List.of(MYSQL),
                    COLUMN,
                    verdict -> verdict.recorded().hasDefault(),
                    ONLY_OURS_RUNS,
                    "the server takes such a default only in parentheses, which ours has"),
            reason(
                    List.of(MYSQL),
                    INDEX,
                    indexes("expression"),
                    ONLY_OURS_RUNS,
                    "the server takes an expression only in parentheses of its own, which ours has"),
            reason(
                    List.of(MYSQL),
                    INDEX,
                    says("if_exists"),
                    ONLY_OURS_RUNS,
                    "there is no DROP INDEX IF EXISTS: ours asks the catalog"),
            reason(
                    List.of(MYSQL),
                    INDEX,
                    says("nulls_not_distinct").and(says("if_not_exists")),
                    BOTH_REFUSE,
                    "there is no CREATE INDEX IF NOT EXISTS, and we refuse NULLS NOT DISTINCT"),
            reason(
                    List.of(MYSQL),
                    TABLE,
                    ofType("binary", "mediumtext"),
                    DATABASE_REFUSES_BOTH,
                    "no key has a text or bytes without limit"));

    private static final List<DdlReason> OF_SQLITE = List.of(
            reason(
                    List.of(SQLITE),
                    List.of("alter_column", "create_table_comment", "drop_table_comment"),
                    says("comment").or(says("existing_comment")),
                    ONLY_OURS_RUNS,
                    "there are no comments, which ours leaves out"),
            reason(
                    List.of(SQLITE),
                    ALTER,
                    ofType("varchar", "nvarchar"),
                    NO_CHANGE_TO_US,
                    "the length of a text has no effect, so that ours sends nothing"),
            reason(
                    List.of(SQLITE),
                    ALTER,
                    verdict -> true,
                    ONLY_OURS_RUNS,
                    "there is no such ALTER TABLE: ours rebuilds the table"),
            reason(
                    List.of(SQLITE),
                    List.of(
                            "create_primary_key",
                            "create_unique",
                            "create_check",
                            "create_foreign_key",
                            "drop_constraint"),
                    verdict -> true,
                    ONLY_OURS_RUNS,
                    "Alembic alters constraints only in its batch mode: ours rebuilds the table"),
            reason(
                    List.of(SQLITE),
                    UNIQUE,
                    says("deferrable"),
                    BOTH_REFUSE,
                    "a unique constraint cannot be deferred, so that we refuse it too"),
            reason(
                    List.of(SQLITE),
                    FOREIGN_KEY,
                    says("schema"),
                    BOTH_REFUSE,
                    "a foreign key cannot leave its database file, so that we refuse it too"),
            reason(
                    List.of(SQLITE),
                    COLUMN,
                    ofType("uuid"),
                    EQUAL_BUT_TYPES,
                    "our uuid is declared as one, and that of SQLAlchemy as a text without hyphens"),
            reason(
                    List.of(SQLITE),
                    COLUMN,
                    ofType("enum"),
                    EQUAL_BUT_TYPES,
                    "our enum has a check, and that of SQLAlchemy none"),
            reason(
                    List.of(SQLITE),
                    INDEX,
                    says("using"),
                    ONLY_ALEMBIC_RUNS,
                    "there are no index methods, and Alembic leaves out the method silently"));

    private static final List<DdlReason> OF_SEVERAL = List.of(
            reason(
                    List.of(MARIADB, MYSQL, SQLITE),
                    TABLE,
                    verdict -> verdict.recorded().args().toString().contains("\"always\":true"),
                    ONLY_ALEMBIC_RUNS,
                    "no column refuses values given for it, and Alembic leaves out ALWAYS silently"),
            reason(
                    List.of(MARIADB, MYSQL, SQLITE),
                    INDEX,
                    says("include"),
                    ONLY_ALEMBIC_RUNS,
                    "an index has no included columns, and Alembic leaves them out silently"),
            reason(
                    List.of(MARIADB, SQLITE),
                    INDEX,
                    says("nulls_not_distinct"),
                    ONLY_ALEMBIC_RUNS,
                    "NULLs are always distinct, and Alembic leaves out NULLS NOT DISTINCT silently"));

    static final List<DdlReason> ALL = Stream.of(OF_POSTGRESQL, OF_MARIADB, OF_MYSQL, OF_SQLITE, OF_SEVERAL)
            .flatMap(List::stream)
            .toList();

    private DdlReasons() {}

    private static DdlReason reason(
            List<DatabaseUnderTest> kinds,
            List<String> operations,
            Predicate<DdlTrial.Verdict> which,
            DdlEnding ending,
            String why) {
        return new DdlReason(kinds, operations, which, ending, why);
    }

    private static Predicate<DdlTrial.Verdict> says(String argument) {
        return verdict -> verdict.recorded().says(argument);
    }

    private static Predicate<DdlTrial.Verdict> ofType(String... kinds) {
        return verdict -> verdict.recorded().isOfType(kinds);
    }

    private static Predicate<DdlTrial.Verdict> sends(String word) {
        return verdict -> verdict.recorded().sql().toString().contains(word);
    }

    private static Predicate<DdlTrial.Verdict> indexes(String kind) {
        return verdict -> !verdict.recorded().args().findValues(kind).isEmpty();
    }

    private static Predicate<DdlTrial.Verdict> not(Predicate<DdlTrial.Verdict> other) {
        return other.negate();
    }

    private static boolean addsDefaultNull(DdlTrial.Verdict verdict) {
        return verdict.surplus()
                .equals(verdict.missing().stream()
                        .map(line -> line + " DEFAULT NULL")
                        .toList());
    }

    private static boolean dropsTheIndexToo(DdlTrial.Verdict verdict) {
        return verdict.recorded().args().get("type").asString().equals("foreignkey")
                && verdict.surplus().isEmpty()
                && verdict.missing().size() == 1
                && verdict.missing().get(0).contains(": KEY ");
    }
}
