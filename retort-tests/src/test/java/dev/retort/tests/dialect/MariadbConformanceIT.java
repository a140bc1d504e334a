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
import java.util.List;
import java.util.stream.Stream;

class MariadbConformanceIT extends CousinConformanceIT {

    MariadbConformanceIT() {
        super(DatabaseUnderTest.MARIADB);
    }

    @Override
    protected DialectNames names() {
        return DialectNames.USUAL
                .collation("utf8mb4_bin")
                .characterSet("latin1")
                .indexMethod("fulltext");
    }

    @Override
    Stream<String> ownSpellings() {
        return Stream.of("uuid", "inet6", "inet4");
    }

    @Override
    protected List<OperationCase> ownCases() {
        return Stream.of(definitions(), partitions(), RoutineCases.ofMariadb(names().grantee()))
                .flatMap(cases -> cases)
                .toList();
    }

    private static Stream<OperationCase> definitions() {
        Column number = column("a", integer());
        return Stream.of(
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
