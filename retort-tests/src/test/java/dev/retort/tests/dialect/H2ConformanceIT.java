package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.array;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.enumeration;
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
import java.util.stream.Stream;

class H2ConformanceIT extends ConformanceIT {

    H2ConformanceIT() {
        super(DatabaseUnderTest.H2);
    }

    @Override
    protected Connection emptySchema() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:mem:");
    }

    @Override
    protected Map<String, String> notRestored() {
        return Map.of("alter column, another type and default", "a check keeps the CAST that H2 writes into it");
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
                "float(53)",
                "float(24)",
                "time(6)",
                "timestamp(6)",
                "timestamp(6) with time zone",
                "varbinary(255)",
                "enum ('A','it''s')",
                "integer array",
                "varchar(255) array",
                "interval second(18,9)",
                "character varying",
                "text",
                "varchar(1000000000)");
    }

    @Override
    protected List<OperationCase> ownCases() {
        return Stream.concat(definitions(), RoutineCases.ofH2()).toList();
    }

    private static Stream<OperationCase> definitions() {
        OperationCase domains = created(
                "types of a user's own",
                table("t", column("m", namedEnumeration("mood", "sad", "happy")), column("e", nativeType("email"))));
        return Stream.of(
                OperationCases.types(
                        "of its own",
                        array(enumeration("a", "b")),
                        nativeType("integer array[5]"),
                        nativeType("decfloat( 20 )"),
                        nativeType("varchar_ignorecase(10)"),
                        nativeType("interval second(18,9)"),
                        nativeType("interval day(3) to second"),
                        nativeType("interval year to month"),
                        nativeType("clob(100)"),
                        nativeType("java_object"),
                        nativeType("geometry")),
                domains.withSetUp(
                        new ExecuteSql("CREATE DOMAIN mood AS ENUM('sad', 'happy')", List.of()),
                        new ExecuteSql("CREATE DOMAIN email AS VARCHAR(100)", List.of())));
    }
}
