package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.table;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.testkit.OperationCases.created;

import dev.retort.schema.Table;
import dev.retort.testkit.OperationCase;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;

/** The suite on MariaDB or one of its cousins, where a schema is a database. */
abstract class CousinConformanceIT extends ConformanceIT {

    private final List<TestDatabase> databases = new ArrayList<>();

    CousinConformanceIT(DatabaseUnderTest kind) {
        super(kind);
    }

    @Override
    protected Connection emptySchema() throws SQLException {
        TestDatabase database = kind.fresh();
        databases.add(database);
        return database.open();
    }

    @AfterAll
    void dropDatabases() {
        databases.forEach(TestDatabase::close);
    }

    @Override
    protected List<String> typeSpellings() {
        return Stream.concat(commonSpellings(), ownSpellings()).toList();
    }

    /** Tables in partitions, as they may be written. */
    static Stream<OperationCase> partitions() {
        Table table = table("t", column("a", integer()).notNull(), column("b", varchar(9)));
        return Stream.of(
                created(
                        "partitions, by ranges",
                        table.option("row_format", "DYNAMIC")
                                .comment("in parts")
                                .partitioning(
                                        "range (a) (partition p0 values less than (10) comment = 'it''s engine = 1',"
                                                + " partition p1 values less than maxvalue)")),
                created(
                        "partitions, by lists and within them by values of an expression",
                        table.partitioning("list columns(b) subpartition by hash (a + 1) subpartitions 2"
                                + " (partition p0 values in ('a', 'b'), partition p1 values in ('c'))")),
                created("partitions, by a key", table.partitioning("KEY (a) PARTITIONS 4")));
    }

    /** The spellings of types that only this database has. */
    abstract Stream<String> ownSpellings();

    private static Stream<String> commonSpellings() {
        return Stream.of(
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
                "geometry");
    }
}
