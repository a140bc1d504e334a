package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.RetortException;
import dev.retort.error.ScriptException;
import dev.retort.report.MigrationReport;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.spi.MigrationListener;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.DatabaseRows;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A revision by hand whose operations name a type or a schema that nothing makes. */
class MissingObjectsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "POSTGRESQL | | column(\"mood\", namedEnumeration(\"mood\", \"A\", \"B\")) | CREATE TYPE mood AS ENUM ('A', 'B')",
                "POSTGRESQL | | column(\"d\", array(nativeType(\"posint\"))) | type posint does not exist; by hand: CREATE TYPE or",
                "POSTGRESQL | CREATE TYPE mood AS ENUM ('A') | column(\"mood\", namedEnumeration(\"mood\", \"A\", \"B\"))"
                        + " | ALTER TYPE mood ADD VALUE 'B' AFTER 'A'",
                "H2 | | column(\"d\", nativeType(\"posint\")) | type posint does not exist"
            })
    void aTypeThatIsNotAsItIsNeededIsNamedBeforeTheFirstStep(
            SharedDatabase kind, @Nullable String before, String column, String advice) throws SQLException {
        assertRefused(kind, before, "op.createTable(\"t\", column(\"id\", integer()), " + column + ");", advice);
        assertRefused(kind, before, "op.addColumn(\"one\", " + column + ");", advice);
    }

    @ForDatabases(has = Capability.CREATE_SCHEMA)
    void aSchemaThatIsNotThereIsNamedBeforeTheFirstStep(SharedDatabase kind) throws SQLException {
        assertRefused(
                kind,
                null,
                "op.createTable(\"sales_nowhere.t\", column(\"id\", integer()));",
                "schema sales_nowhere does not exist; by hand: CREATE SCHEMA sales_nowhere");
    }

    @ForDatabases
    void aTableThatIsNotThereIsNamedBeforeTheFirstStep(SharedDatabase kind) throws SQLException {
        for (String operation : List.of(
                "op.addColumn(\"nope\", column(\"b\", integer()));",
                "op.createIndex(\"nope\", Constraints.index(\"ix\", \"id\"));",
                "op.addConstraint(\"nope\", Constraints.unique(\"uq\", \"id\"));",
                "op.dropTable(\"nope\");",
                "op.renameTable(\"nope\", \"three\");",
                "op.bulkInsert(\"nope\", java.util.List.of(java.util.Map.of(\"id\", 1)));")) {
            try (TestDatabase database = withOneTable(kind)) {
                new Revisions(folder)
                        .java("r2", "r1", "op.createTable(\"two\", column(\"id\", integer()));\n" + operation);
                SchemaSnapshot before = DatabaseState.schema(database);

                assertThatThrownBy(() -> upgrade(database))
                        .as(operation)
                        .isInstanceOf(RetortException.class)
                        .hasMessageContaining("nope")
                        .hasMessageNotContaining("committed");

                assertThat(DatabaseState.schema(database)).isEqualTo(before);
            }
        }
    }

    @ForDatabases
    void aTableThatThePlanMakesOrMayMakeIsThereForWhatFollows(SharedDatabase kind) throws SQLException {
        for (String operation : List.of(
                "op.renameTable(\"one\", \"nope\");\nop.addColumn(\"nope\", column(\"b\", integer()));",
                "op.execute(\"CREATE TABLE nope (id INTEGER)\");\nop.dropTable(\"nope\");",
                "op.run(c -> c.createStatement().execute(\"CREATE TABLE nope (id INTEGER)\"));\nop.dropTable(\"nope\");",
                "op.ifMissing(o -> o.createTable(\"nope\", column(\"id\", integer())));\nop.dropTable(\"nope\");",
                "op.ifPresent(o -> o.dropTable(\"nope\"));",
                "op.createView(\"nope\", \"SELECT id FROM one\");\nop.dropView(\"nope\");")) {
            try (TestDatabase database = withOneTable(kind)) {
                new Revisions(folder).java("r2", "r1", operation);

                assertThat(upgrade(database).heads()).as(operation).containsExactly("r2");
            }
        }
    }

    private TestDatabase withOneTable(SharedDatabase kind) {
        TestDatabase database = kind.fresh();
        new Revisions(folder).clear().java("r1", "", "op.createTable(\"one\", column(\"id\", integer()));");
        upgrade(database);
        return database;
    }

    private MigrationReport upgrade(TestDatabase database) {
        return RunSetup.upgrade(folder, database)
                .retort(MigrationListener.SILENT)
                .upgrade();
    }

    private void assertRefused(SharedDatabase kind, @Nullable String before, String operation, String advice)
            throws SQLException {
        new Revisions(folder).sql("r1", "", "CREATE TABLE one (id INTEGER);").java("r2", "r1", operation);
        try (TestDatabase database = kind.fresh()) {
            if (before != null) {
                database.execute(before);
            }
            assertThatThrownBy(() -> RunSetup.upgrade(folder, database)
                            .retort(MigrationListener.SILENT)
                            .upgrade())
                    .isInstanceOfSatisfying(
                            ScriptException.class,
                            refused -> assertThat(
                                            refused.position().orElseThrow().file())
                                    .contains("r2"))
                    .hasMessageContaining(advice);
            assertThat(DatabaseState.schema(database).tables())
                    .noneMatch(table -> table.name().name().equalsIgnoreCase("one"));
        }
    }

    @DatabaseRows({
        "POSTGRESQL | bigserial",
        "POSTGRESQL | jsonb",
        "POSTGRESQL | character varying(9)[]",
        "H2 | bigserial",
        "H2 | SERIAL",
        "H2 | identity",
        "MARIADB+MYSQL | mediumtext"
    })
    void aTypeOfTheServersOwnIsThere(SharedDatabase kind, String type) throws SQLException {
        new Revisions(folder)
                .java("r1", "", "op.createTable(\"t\", column(\"id\", nativeType(\"" + type + "\")).notNull());");
        try (TestDatabase database = kind.fresh()) {
            assertThat(RunSetup.upgrade(folder, database)
                            .retort(MigrationListener.SILENT)
                            .upgrade()
                            .heads())
                    .containsExactly("r1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, CREATE DOMAIN posint AS integer CHECK (value > 0)",
        "H2, CREATE DOMAIN posint AS integer CHECK (value > 0)"
    })
    void aTypeThatThePlanMakesInSqlIsThereForWhatFollows(SharedDatabase kind, String sql) throws SQLException {
        new Revisions(folder)
                .java(
                        "r1",
                        "",
                        "op.execute(\"" + sql + "\");\nop.createTable(\"t\", column(\"d\", nativeType(\"posint\")));");
        try (TestDatabase database = kind.fresh()) {
            assertThat(RunSetup.upgrade(folder, database)
                            .retort(MigrationListener.SILENT)
                            .upgrade()
                            .heads())
                    .containsExactly("r1");
        }
    }
}
