package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.table;
import static dev.retort.schema.Columns.text;
import static dev.retort.schema.Constraints.primaryKey;
import static dev.retort.testkit.OperationCases.created;

import dev.retort.schema.Table;
import dev.retort.testkit.DialectNames;
import dev.retort.testkit.LiveSchema;
import dev.retort.testkit.OperationCase;
import dev.retort.tests.server.DatabaseUnderTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

class SqliteConformanceIT extends ConformanceIT {

    SqliteConformanceIT() {
        super(DatabaseUnderTest.SQLITE);
    }

    @Override
    protected Connection emptySchema() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite::memory:");
    }

    @Override
    protected void makeSchema(LiveSchema live, String name) throws SQLException {
        live.execute("ATTACH ':memory:' AS " + name);
    }

    @Override
    protected void dropSchema(LiveSchema live, String name) throws SQLException {
        live.execute("DETACH " + name);
    }

    @Override
    protected DialectNames names() {
        return DialectNames.USUAL.collation("NOCASE");
    }

    @Override
    protected List<String> tableOptions() {
        return List.of("without rowid");
    }

    @Override
    protected List<String> typeSpellings() {
        return List.of(
                "integer",
                "bigint",
                "boolean",
                "tinyint",
                "smallint",
                "decimal(38,2)",
                "numeric(38,2)",
                "date",
                "varchar(255)",
                "char(1)",
                "clob",
                "blob",
                "json",
                "uuid",
                "float",
                "real",
                "double",
                "time",
                "timestamp",
                "varchar(36)",
                "binary(16)",
                "",
                "NVARCHAR2(3)",
                "unsigned big  int",
                "any");
    }

    @Override
    protected List<OperationCase> ownCases() {
        return Stream.concat(definitions(), RoutineCases.ofSqlite()).toList();
    }

    private static Stream<OperationCase> definitions() {
        Table keyed = table("t", column("a", text()).notNull(), primaryKey("a"));
        return Stream.of(
                created("table option, strict", keyed.option("strict", "")),
                created("table option, without rowid", keyed.option("without rowid", "")));
    }
}
