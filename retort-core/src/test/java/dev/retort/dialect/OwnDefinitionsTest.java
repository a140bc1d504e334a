package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.CreateObject;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.ReplaceObject;
import dev.retort.schema.SchemaObjects;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Definitions and statements that users write, as a database takes them. */
class OwnDefinitionsTest {

    private static final String WAS =
            "CREATE FUNCTION g(a int, b text DEFAULT 'x') RETURNS int LANGUAGE sql AS 'SELECT 1'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create or replace function g(A int, b text) returns INT stable language sql as 'SELECT 2'",
                "CREATE FUNCTION g(a int, b text = 'y') RETURNS int AS 'SELECT 2' LANGUAGE sql",
                "CREATE FUNCTION g(a int, b text) RETURNS int BEGIN ATOMIC SELECT 2; END"
            })
    void aRoutineWithTheSameParametersIsReplaced(String definition) {
        assertThat(compile("postgresql", replacing(definition))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE FUNCTION g(z int) RETURNS int LANGUAGE sql AS 'SELECT 2'",
                "CREATE FUNCTION g(a bigint, b text) RETURNS int LANGUAGE sql AS 'SELECT 2'",
                "CREATE FUNCTION g(a int, b text, c int) RETURNS int LANGUAGE sql AS 'SELECT 2'",
                "CREATE FUNCTION g(a int, b text) RETURNS bigint LANGUAGE sql AS 'SELECT 2'",
                "CREATE FUNCTION g(a int, b text) RETURNS SETOF int LANGUAGE sql AS 'SELECT 2'"
            })
    void aRoutineWithOtherParametersOrAnotherResultIsNotReplaced(String definition) {
        assertRefused("postgresql", replacing(definition), "drop the one and create the other");
    }

    private static Operation replacing(String definition) {
        return new ReplaceObject(SchemaObjects.function("g", definition), SchemaObjects.function("g", WAS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2", "hsqldb", "postgresql", "mariadb", "mysql"})
    void aQueryOfAViewHasNoFurtherStatement(String dialect) {
        assertThat(compile(dialect, new CreateObject(SchemaObjects.view("v", "SELECT ';' AS a FROM t; "))))
                .hasSize(1);
        assertRefused(
                dialect,
                new CreateObject(SchemaObjects.view("v", "SELECT a FROM t; INSERT INTO t VALUES (1)")),
                "further statements");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "mysql", "hsqldb"})
    void aDefinitionHasNoFurtherStatement(String dialect) {
        String function = "CREATE FUNCTION f() RETURNS int RETURN 1";
        assertThat(compile(dialect, new CreateObject(SchemaObjects.function("f", function + ";"))))
                .hasSize(1);
        assertRefused(
                dialect,
                new CreateObject(SchemaObjects.function("f", function + "; CREATE TABLE t (a int)")),
                "further statements");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE t SET a = ?|?",
                "UPDATE t SET a = ?1 WHERE b = 2|?",
                "UPDATE t SET a = :age|:age",
                "UPDATE t SET a = @age|@age",
                "INSERT INTO t VALUES (1, $age)|$age"
            })
    void aParameterWithoutValueIsNoNull(String sql, String parameter) {
        assertRefused("sqlite", new ExecuteSql(sql, List.of()), "it takes " + parameter + " outside of quotes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE t SET a = '? :b $c @d'",
                "UPDATE t SET \"a?\" = 1 -- ? :b",
                "UPDATE t SET a = b ->> '$.c'",
                "CREATE TABLE `a$b` (a$c int)"
            })
    void whatIsNoParameterIsSent(String sql) {
        assertThat(compile("sqlite", new ExecuteSql(sql, List.of()))).hasSize(1);
    }

    private static List<Executable> compile(String dialect, Operation operation) {
        return Dialects.loadedFrom(OwnDefinitionsTest.class.getClassLoader())
                .named(dialect)
                .ddl()
                .compile(operation);
    }

    private static void assertRefused(String dialect, Operation operation, String why) {
        assertThatThrownBy(() -> compile(dialect, operation))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining(why);
    }
}
