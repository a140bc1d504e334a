package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.nativeType;
import static dev.retort.schema.Columns.table;
import static dev.retort.schema.Columns.timestamp;
import static dev.retort.schema.Constraints.index;
import static dev.retort.testkit.OperationCases.created;

import dev.retort.schema.Column;
import dev.retort.testkit.DialectNames;
import dev.retort.testkit.OperationCase;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;

class MariadbConformanceIT extends ConformanceIT {

    private final List<TestDatabase> databases = new ArrayList<>();

    MariadbConformanceIT() {
        super(DatabaseUnderTest.MARIADB);
    }

    @Override
    protected Connection emptySchema() throws SQLException {
        TestDatabase database = DatabaseUnderTest.MARIADB.fresh();
        databases.add(database);
        return database.open();
    }

    @AfterAll
    void dropDatabases() {
        databases.forEach(TestDatabase::close);
    }

    @Override
    protected DialectNames names() {
        return DialectNames.USUAL
                .collation("utf8mb4_bin")
                .characterSet("latin1")
                .indexMethod("fulltext");
    }

    @Override
    protected List<String> typeSpellings() {
        return List.of(
                "varchar(255)",
                "char(1)",
                "char",
                "bit",
                "bit(1)",
                "bit(8)",
                "boolean",
                "bool",
                "tinyint(1)",
                "tinyint",
                "tinyint(4)",
                "smallint",
                "integer",
                "int",
                "int(5)",
                "bigint",
                "bigint(20)",
                "int unsigned",
                "bigint(20) unsigned",
                "int(5) unsigned zerofill",
                "mediumint",
                "float",
                "float(53)",
                "float(24)",
                "float(10,2)",
                "double",
                "double precision",
                "real",
                "double(10,3)",
                "decimal(38,2)",
                "numeric(21,0)",
                "decimal",
                "decimal(12)",
                "datetime",
                "datetime(6)",
                "datetime(3)",
                "timestamp(6)",
                "timestamp",
                "date",
                "time",
                "time(6)",
                "year",
                "uuid",
                "json",
                "text",
                "tinytext",
                "mediumtext",
                "longtext",
                "blob",
                "tinyblob",
                "mediumblob",
                "longblob",
                "binary(16)",
                "varbinary(255)",
                "enum ('A','B')",
                "enum('it''s','b,c')",
                "set('a','b')",
                "inet6",
                "inet4",
                "point",
                "geometry");
    }

    @Override
    protected List<OperationCase> ownCases() {
        Column number = column("a", integer());
        return List.of(
                created(
                        "default, the present time in microseconds",
                        table("t", column("a", timestamp(6)).defaultsToSql("current_timestamp(6)"))),
                created("table option, an engine", table("t", number).option("engine", "MyISAM")),
                created("table option, system versioning", table("t", number).option("system versioning", "")),
                created(
                        "column option, without system versioning",
                        table("t", number, column("b", integer()).option("without system versioning", ""))
                                .option("system versioning", "")),
                created(
                        "index option, ignored",
                        table("t", number, index("ix", "a").option("ignored", ""))),
                created(
                        "index method, spatial",
                        table(
                                "t",
                                column("a", nativeType("point")).notNull(),
                                index("ix", "a").using("spatial"))));
    }
}
