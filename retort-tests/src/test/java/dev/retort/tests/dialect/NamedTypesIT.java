package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.nativeType;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.compare.SchemaComparator;
import dev.retort.dialect.NormalForms;
import dev.retort.operation.GeneratedOperations;
import dev.retort.operation.Hazard;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.tests.server.DatabaseUnderTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types of a user, written with and without their schema. */
class NamedTypesIT {

    private static Workbench bench;

    @BeforeAll
    static void begin() throws SQLException {
        bench = Workbench.on(DatabaseUnderTest.POSTGRESQL);
        bench.sql(
                "CREATE TYPE mood AS ENUM ('sad', 'well')",
                "CREATE DOMAIN tag AS varchar(10)",
                "CREATE TYPE pair AS (a integer, b integer)",
                "CREATE TYPE \"Odd mood\" AS ENUM ('odd')",
                "CREATE SCHEMA other",
                "CREATE TYPE other.mood AS ENUM ('sad', 'well')",
                "CREATE DOMAIN other.label AS varchar(10)");
    }

    @AfterAll
    static void end() throws SQLException {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "mood, mood",
                "public.mood, mood",
                "PUBLIC.Mood, mood",
                "\"public\".\"mood\", mood",
                "public . mood, mood",
                "public.mood[], mood[]",
                "mood[], mood[]",
                "public.mood ARRAY, mood[]",
                "other.mood, other.mood",
                "other.mood[], other.mood[]",
                "\"Odd mood\", \"Odd mood\"",
                "public.\"Odd mood\", \"Odd mood\"",
                "public.\"Odd mood\"[], \"Odd mood\"[]",
                "tag, tag",
                "public.tag, tag",
                "Public.TAG[], tag[]",
                "other.label, other.label",
                "public.pair, pair",
                "public.pair[], pair[]",
                "pg_catalog.int4, integer",
                "pg_catalog.varchar(20), varchar(20)",
                "pg_catalog.timestamptz(3), timestamp(3) with time zone",
                "pg_catalog.text[], text[]",
                "pg_catalog.inet, inet"
            })
    void aTypeIsTheSameWithAndWithoutItsSchema(String desired, String found) throws SQLException {
        bench.sql("DROP TABLE IF EXISTS t", "CREATE TABLE t (c " + found + ")");
        Table table = Table.of(QualifiedName.of("t"), List.of(column("c", nativeType(desired))));

        assertThat(bench.differences(table)).isEmpty();
        assertThat(byRules(table).operations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "other.mood, mood",
        "public.mood, other.mood",
        "mood, other.mood",
        "public.mood, varchar(10)",
        "public.mood, tag",
        "other.label, tag",
        "public.tag, varchar(10)",
        "\"Mood\", mood",
        "tag, other.label"
    })
    void anotherTypeIsAnotherOne(String desired, String found) throws SQLException {
        bench.sql("DROP TABLE IF EXISTS t", "CREATE TABLE t (c " + found + ")");
        Table table = Table.of(QualifiedName.of("t"), List.of(column("c", nativeType(desired))));

        assertThat(bench.differences(table)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"public.mood, mood, 1", "mood, other.mood, 1", "mood, mood, 0", "public.mood, tag, 0", "label, tag, 0"})
    void withoutTheServerASchemaIsNotCompared(String desired, String found, int notCompared) throws SQLException {
        bench.sql("DROP TABLE IF EXISTS t", "CREATE TABLE t (c " + found + ")");
        Table table = Table.of(QualifiedName.of("t"), List.of(column("c", nativeType(desired))));

        assertThat(byRules(table).hazards())
                .filteredOn(hazard -> hazard.kind() == Hazard.Kind.NOT_COMPARED)
                .hasSize(notCompared);
    }

    private static GeneratedOperations byRules(Table desired) throws SQLException {
        return new SchemaComparator(bench.dialect())
                .leavingUnsaid()
                .asking(definitions -> NormalForms.NOT_ASKED)
                .compare(SchemaSnapshot.of(desired), bench.inspect(), object -> true)
                .upgrade();
    }
}
