package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.nativeType;
import static dev.retort.schema.Columns.timestamp;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.schema.Constraints.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.compare.KnownEqualities;
import dev.retort.compare.SchemaComparator;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.ForDatabases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two definitions stay equal as long as the circumstances of their comparison stay the same. */
class CircumstancesIT {

    private static final Table ROOM = room(column("name", varchar(20)).defaultsToSql("lower('A')"));

    private static Table room(TableElement... more) {
        List<TableElement> elements = new ArrayList<>(List.of(column("size", integer())));
        elements.addAll(List.of(more));
        return Table.of(QualifiedName.of("room"), elements);
    }

    @ForDatabases(has = {Capability.NORMAL_FORMS, Capability.EXPRESSION_DEFAULTS})
    void anotherSessionAfterOtherTablesHasTheSame(DatabaseUnderTest kind) throws SQLException {
        try (Workbench bench = Workbench.on(kind);
                Connection one = bench.database().open();
                Connection other = bench.database().open()) {
            String before = circumstances(one).orElseThrow();
            bench.run(new CreateTable(ROOM));
            bench.sql(
                    "CREATE INDEX ix_room ON room (size)",
                    "INSERT INTO room (size) VALUES (1)",
                    "CREATE TABLE guest (id int PRIMARY KEY, name varchar(9))");

            assertThat(circumstances(other)).contains(before);
            assertThat(circumstances(one)).contains(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET search_path = away, public",
                "SET DateStyle = 'ISO, DMY'",
                "SET TimeZone = 'Asia/Tokyo'",
                "SET standard_conforming_strings = off",
                "SET transform_null_equals = on",
                "SET quote_all_identifiers = on",
                "CREATE FUNCTION lower(integer) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1::text'",
                "CREATE OR REPLACE FUNCTION twice(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 3 * $1'",
                "ALTER FUNCTION twice(integer) SET SCHEMA away",
                "DROP FUNCTION twice(integer)",
                "CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = integer, RIGHTARG = integer)",
                "CREATE CAST (varchar AS integer) WITH INOUT AS IMPLICIT",
                "CREATE DOMAIN tag AS varchar(9)",
                "ALTER TYPE mood RENAME TO temper",
                "CREATE TYPE pair AS (a integer, b integer)",
                "CREATE TABLE row_of_guest (one guest)",
                "CREATE COLLATION plain FROM \"C\"",
                "CREATE TEXT SEARCH CONFIGURATION plain (COPY = simple)",
                "ALTER SCHEMA away RENAME TO far"
            })
    void whatWordsMayComeToMeanOnPostgresql(String change) throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            bench.sql(
                    "CREATE SCHEMA away",
                    "CREATE TYPE mood AS ENUM ('glad')",
                    "CREATE TABLE guest (id integer)",
                    "CREATE FUNCTION twice(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 2 * $1'");
            Optional<String> before = circumstances(bench.connection());

            bench.sql(change);

            assertThat(circumstances(bench.connection())).isPresent().isNotEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET sql_mode = 'ANSI_QUOTES'",
                "SET sql_mode = 'NO_BACKSLASH_ESCAPES'",
                "SET old_mode = ''",
                "SET time_zone = '+09:00'",
                "SET NAMES utf8mb3",
                "SET collation_connection = utf8mb4_bin",
                "ALTER DATABASE COLLATE utf8mb4_bin",
                "USE information_schema"
            })
    void whatWordsMayComeToMeanOnMariadb(String change) throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            Optional<String> before = circumstances(bench.connection());

            bench.sql(change);

            assertThat(circumstances(bench.connection())).isPresent().isNotEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE DOMAIN word AS varchar(9)",
                "CREATE CONSTANT one VALUE 1",
                "CREATE SEQUENCE codes",
                "DROP DOMAIN tag",
                "SET SCHEMA away",
                "SET MODE PostgreSQL",
                "SET TIME ZONE 'Asia/Tokyo'"
            })
    void whatWordsMayComeToMeanOnH2(String change) throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.H2)) {
            bench.sql("CREATE DOMAIN tag AS varchar(9)", "CREATE SCHEMA away");
            Optional<String> before = circumstances(bench.connection());

            bench.sql(change);

            assertThat(circumstances(bench.connection())).isPresent().isNotEqualTo(before);
        }
    }

    @Test
    void whatAFunctionOfAUsersDoesIsNotKnownOnH2() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Statement statement = connection.createStatement()) {
            assertThat(circumstances(connection)).isPresent();
            statement.execute("CREATE ALIAS hyp FOR \"java.lang.Math.hypot\"");

            assertThat(circumstances(connection)).isEmpty();
        }
    }

    /** The actual check still calls the old function; the desired one would call the new one. */
    @Test
    void aFunctionThatFitsBetterMakesADifferenceOfWhatWasTheSame() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            bench.sql("CREATE FUNCTION weight(numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT $1'");
            Table desired = room(check("ck_room", "weight(size) > 0"));
            bench.run(new CreateTable(desired));
            KnownEqualities first = known(bench, Set.of());
            assertThat(differences(bench, desired, first)).isEmpty();
            assertThat(first.used()).isEmpty();

            bench.sql("CREATE FUNCTION weight(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 0'");

            assertThat(differences(bench, desired, known(bench, first.used()))).isNotEmpty();
        }
    }

    /** Another sequence may get the name of this one. */
    @Test
    void whatNamesASequenceIsAskedForAtEachComparison() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            bench.sql("CREATE SEQUENCE codes", "CREATE SCHEMA away", "CREATE SEQUENCE away.codes");
            Table desired = room(column("code", integer()).defaultsToSql("NEXTVAL('public.codes')"));
            bench.run(new CreateTable(desired));
            KnownEqualities first = known(bench, Set.of());

            assertThat(differences(bench, desired, first)).isEmpty();
            assertThat(first.used()).isEmpty();

            bench.sql(
                    "ALTER TABLE room ALTER code DROP DEFAULT",
                    "DROP SEQUENCE codes",
                    "ALTER SEQUENCE away.codes SET SCHEMA public",
                    "ALTER SEQUENCE codes RENAME TO words",
                    "ALTER TABLE room ALTER code SET DEFAULT nextval('words')");
            assertThat(differences(bench, desired, known(bench, first.used()))).isNotEmpty();
        }
    }

    /** Rows of a type change with its attributes, words such as today with the day, and texts of a type may hold names. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(dims_of(size)).w > '10'",
                "since <= 'tomorrow'",
                "since > date '01/02/2020'",
                "to_tsvector('simple', name) @@ 'room'",
                "date <= 'today'::date - '1970-01-01'::date"
            })
    void whatMoreThanPlainWordsDecideIsAskedForAtEachComparison(String condition) throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            bench.sql(
                    "CREATE TYPE dims AS (w varchar, h varchar)",
                    "CREATE FUNCTION dims_of(integer) RETURNS dims LANGUAGE plpgsql IMMUTABLE AS"
                            + " 'begin return row($1, $1); end'",
                    "CREATE SEQUENCE codes",
                    "CREATE TYPE refpair AS (r regclass, n int)");
            Table desired = room(
                    column("since", nativeType("date")),
                    column("ref", nativeType("refpair")),
                    column("date", integer()),
                    column("name", varchar(20)),
                    check("ck_room", condition));
            bench.run(new CreateTable(desired));
            KnownEqualities first = known(bench, Set.of());

            assertThat(differences(bench, desired, first)).isEmpty();
            assertThat(first.used()).isEmpty();
        }
    }

    /** The server adds the day on which it reads the definition. */
    @ForDatabases(has = {Capability.NORMAL_FORMS, Capability.EXPRESSION_DEFAULTS})
    void whatTheDayDecidesIsAskedForAtEachComparison(DatabaseUnderTest kind) throws SQLException {
        String time = "time '10:00:00'";
        Table desired = kind.isLikeMariadb()
                ? room(column("since", timestamp()).defaultsToSql(time))
                : room(
                        column("since", timestamp()),
                        check("ck_room", "since > " + (kind == DatabaseUnderTest.POSTGRESQL ? "'today'" : time)));
        try (Workbench bench = Workbench.on(kind)) {
            bench.run(new CreateTable(desired));
            KnownEqualities first = known(bench, Set.of());

            assertThat(differences(bench, desired, first)).isEmpty();
            assertThat(first.used()).isEmpty();
        }
    }

    @Test
    void plainWordsAboutPlainColumnsAreRemembered() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            Table desired = room(
                    column("kind", varchar(20)).defaultsToSql("lower('A')"),
                    check("ck_kind", "kind in ('a', 'b') and size + 1 > 2"));
            bench.run(new CreateTable(desired));
            KnownEqualities first = known(bench, Set.of());

            assertThat(differences(bench, desired, first)).isEmpty();
            assertThat(first.used()).hasSize(2);
        }
    }

    private static Optional<String> circumstances(Connection connection) throws SQLException {
        Dialect dialect =
                Dialects.loadedFrom(CircumstancesIT.class.getClassLoader()).forConnection(connection);
        return dialect.normalizer().circumstances(connection);
    }

    private static KnownEqualities known(Workbench bench, Set<String> hashes) throws SQLException {
        return new KnownEqualities(
                List.of(circumstances(bench.connection()).orElseThrow()),
                bench.dialect().normalizer()::isLasting,
                hashes);
    }

    private static List<Operation> differences(Workbench bench, Table desired, KnownEqualities known)
            throws SQLException {
        return new SchemaComparator(bench.dialect())
                .leavingUnsaid()
                .asking(bench.dialect().normalizer().on(bench.connection()))
                .knowing(known)
                .compare(
                        SchemaSnapshot.of(desired),
                        bench.inspect(),
                        object -> object.belongsTo().equals(desired.name()))
                .upgrade()
                .operations();
    }
}
