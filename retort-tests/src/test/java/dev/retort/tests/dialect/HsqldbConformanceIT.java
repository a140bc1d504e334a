package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.namedEnumeration;
import static dev.retort.schema.Columns.nativeType;
import static dev.retort.schema.Columns.table;
import static dev.retort.testkit.OperationCases.created;

import dev.retort.operation.ExecuteSql;
import dev.retort.testkit.OperationCase;
import dev.retort.testkit.OperationCases;
import dev.retort.tests.server.DatabaseUnderTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

class HsqldbConformanceIT extends ConformanceIT {

    HsqldbConformanceIT() {
        super(DatabaseUnderTest.HSQLDB);
    }

    @Override
    protected Connection emptySchema() throws SQLException {
        return DriverManager.getConnection("jdbc:hsqldb:mem:" + UUID.randomUUID() + ";shutdown=true", "SA", "");
    }

    @Override
    protected Map<String, String> refusedByRehearsal() {
        return Map.of("alter column, another type and default", "CK_PAGES");
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
                "clob(1G)",
                "clob(100)",
                "blob",
                "uuid",
                "float(53)",
                "float(24)",
                "real",
                "time(6)",
                "timestamp(6)",
                "timestamp(6) with time zone",
                "varbinary(255)",
                "longvarchar",
                "longvarbinary",
                "varchar_ignorecase(20)",
                "integer array",
                "varchar(255) array",
                "interval day(3) to second(2)",
                "bit(3)",
                "bit varying(8)");
    }

    @Override
    protected List<OperationCase> ownCases() {
        return Stream.concat(definitions(), RoutineCases.ofHsqldb()).toList();
    }

    private static Stream<OperationCase> definitions() {
        OperationCase domains = created(
                "types of a user's own",
                table("t", column("m", namedEnumeration("mood", "sad", "happy")), column("e", nativeType("email"))));
        return Stream.of(
                OperationCases.types(
                        "of its own",
                        nativeType("varchar_ignorecase(10)"),
                        nativeType("interval day(3) to second(2)"),
                        nativeType("interval year to month"),
                        nativeType("clob(100)"),
                        nativeType("bit varying( 8 )"),
                        nativeType("other")),
                domains.withSetUp(
                        new ExecuteSql("CREATE DOMAIN mood AS VARCHAR(5) CHECK (VALUE IN ('sad', 'happy'))", List.of()),
                        new ExecuteSql("CREATE DOMAIN email AS VARCHAR(100)", List.of())));
    }
}
