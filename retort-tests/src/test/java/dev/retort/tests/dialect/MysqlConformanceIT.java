package dev.retort.tests.dialect;

import dev.retort.testkit.DialectNames;
import dev.retort.testkit.OperationCase;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

@Tag("mysql")
class MysqlConformanceIT extends ConformanceIT {

    private final List<TestDatabase> databases = new ArrayList<>();

    MysqlConformanceIT() {
        super(DatabaseUnderTest.MYSQL);
    }

    @Override
    protected Connection emptySchema() throws SQLException {
        TestDatabase database = DatabaseUnderTest.MYSQL.fresh();
        databases.add(database);
        return database.open();
    }

    @AfterAll
    void dropDatabases() {
        databases.forEach(TestDatabase::close);
    }

    @Override
    protected DialectNames names() {
        return MysqlCases.NAMES;
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
                "tinyint(1) unsigned",
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
                "year(4)",
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
                "point",
                "geometry",
                "geometrycollection",
                "multipolygon",
                "vector(3)",
                "vector");
    }

    @Override
    protected List<OperationCase> ownCases() {
        return MysqlCases.all();
    }
}
