package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.array;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.namedEnumeration;
import static dev.retort.schema.Columns.table;
import static dev.retort.schema.Columns.timestamp;
import static dev.retort.schema.Constraints.index;
import static dev.retort.testkit.OperationCases.created;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.operation.ExecuteSql;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.testkit.Capabilities;
import dev.retort.testkit.Capability;
import dev.retort.testkit.DialectNames;
import dev.retort.testkit.LiveSchema;
import dev.retort.testkit.OperationCase;
import dev.retort.tests.run.OfflineCases;
import dev.retort.tests.server.ClientProgram;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresqlConformanceIT extends ConformanceIT {

    private static final String MOOD = "CREATE TYPE mood AS ENUM ('sad', 'it''s')";

    private final TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh();
    private final Connection connection = open(database);

    PostgresqlConformanceIT() {
        super(DatabaseUnderTest.POSTGRESQL);
    }

    @Test
    @Tag("psql")
    void theProgramDoesWithTheScriptOfAllCasesWhatRunsDo(@TempDir Path folder) throws SQLException {
        OfflineCases.assertThatScriptsDoWhatRunsDo(folder, kind, ofOneDatabase(), ClientProgram.PSQL::run);
    }

    @Override
    protected Capabilities capabilities(DatabaseVersion version) {
        Capabilities newest = super.capabilities(version);
        Capabilities before18 = version.atLeast(18, 0)
                ? newest
                : newest.refusing(Capability.VIRTUAL_COLUMNS, "it has them from version 18 on")
                        .refusing(Capability.NOT_ENFORCED, "it has them from version 18 on");
        return version.atLeast(15, 0)
                ? before18
                : before18.refusing(Capability.NULLS_NOT_DISTINCT, "it has them from version 15 on")
                        .refusing(Capability.SET_COLUMNS, "it has them from version 15 on");
    }

    /**
     * The same for all cases, each in a transaction that is rolled back. To plan a question to the catalog takes longer than to answer
     * it: so it is planned as it is written.
     */
    @Override
    protected Connection emptySchema() throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL join_collapse_limit = 1; SET LOCAL from_collapse_limit = 1");
        }
        return connection;
    }

    @Override
    protected void leave(Connection emptySchema) throws SQLException {
        emptySchema.setAutoCommit(false);
        emptySchema.rollback();
    }

    @Override
    protected void dropSchema(LiveSchema live, String name) {}

    @AfterAll
    void dropDatabase() throws SQLException {
        connection.close();
        database.close();
    }

    private static Connection open(TestDatabase database) {
        try {
            return database.open();
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    @Override
    protected DialectNames names() {
        return new DialectNames("C", "none", "hash", "text_pattern_ops", "pg_monitor");
    }

    @Override
    protected List<String> typeSpellings() {
        return List.of(
                "varchar(255)",
                "varchar(255) array",
                "varchar",
                "character varying(10)",
                "char(1)",
                "char",
                "bpchar",
                "text",
                "boolean",
                "bool",
                "bit",
                "bit(3)",
                "bit varying(8)",
                "varbit(4)",
                "smallint",
                "integer",
                "int4",
                "bigint",
                "int8",
                "float(53)",
                "float(24)",
                "float4",
                "float8",
                "double precision",
                "real",
                "numeric(38,2)",
                "numeric(21)",
                "decimal(10, 0)",
                "numeric",
                "timestamp(6) with time zone",
                "timestamp(6)",
                "timestamp",
                "timestamptz",
                "timestamptz(3)",
                "timestamp(0)",
                "time(6)",
                "time",
                "time(3) with time zone",
                "date",
                "uuid",
                "oid",
                "bytea",
                "json",
                "jsonb",
                "inet",
                "cidr",
                "money",
                "xml",
                "interval",
                "interval(3)",
                "tsvector",
                "int4range",
                "integer[]",
                "integer[][]",
                "text array",
                "numeric(10,2)[]",
                "timestamp(3) with time zone[]",
                "point",
                "\"char\"",
                "mood",
                "mood[]",
                "positive",
                "name",
                "macaddr");
    }

    @Override
    protected void makeTypes(LiveSchema live) throws SQLException {
        live.execute(MOOD, "CREATE DOMAIN positive AS integer CHECK (value > 0)");
    }

    @Override
    protected List<OperationCase> ownCases() {
        return Stream.concat(definitions(), RoutineCases.ofPostgresql()).toList();
    }

    private static Stream<OperationCase> definitions() {
        SqlType mood = namedEnumeration("mood", "sad", "it's");
        Table named = table(
                "t",
                column("a", mood),
                column("b", array(mood)),
                column("c", mood).defaultsTo("sad"));
        return Stream.of(
                created(
                        "default, the present time in microseconds",
                        table("t", column("a", timestamp(6)).defaultsToSql("current_timestamp(6)"))),
                created("types of a user's own", named).withSetUp(new ExecuteSql(MOOD, List.of())),
                created(
                        "table option, unlogged",
                        table("t", column("a", integer())).option("unlogged", "")),
                created(
                        "table option, a storage parameter",
                        table("t", column("a", integer())).option("fillfactor", "70")),
                created(
                        "index option, a storage parameter",
                        table("t", column("a", integer()), index("ix", "a").option("fillfactor", "70"))));
    }

    @Override
    protected Map<String, String> notRestored() {
        return Map.of("validate constraint", "it is known now that the rows satisfy the constraint");
    }
}
