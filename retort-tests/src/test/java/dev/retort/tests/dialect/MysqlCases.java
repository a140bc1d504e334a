package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.nativeType;
import static dev.retort.schema.Columns.table;
import static dev.retort.schema.Columns.text;
import static dev.retort.schema.Columns.timestamp;
import static dev.retort.schema.Constraints.index;
import static dev.retort.testkit.OperationCases.created;

import dev.retort.schema.Column;
import dev.retort.testkit.DialectNames;
import dev.retort.testkit.OperationCase;
import java.util.List;
import java.util.stream.Stream;

/** The cases for MySQL only. */
final class MysqlCases {

    static final DialectNames NAMES = DialectNames.USUAL
            .collation("utf8mb4_bin")
            .characterSet("latin1")
            .indexMethod("fulltext")
            .grantee("test@%");

    private MysqlCases() {}

    /** All of them. */
    static List<OperationCase> all() {
        Column number = column("a", integer());
        Column point = column("a", nativeType("point")).notNull();
        Stream<OperationCase> definitions = Stream.of(
                created(
                        "default, the present time in microseconds",
                        table("t", column("a", timestamp(6)).defaultsToSql("current_timestamp(6)"))),
                created(
                        "default, of a long text",
                        table("t", column("a", text()).defaultsTo("it's \\"))),
                created("table option, an engine", table("t", number).option("engine", "MyISAM")),
                created("column option, a reference system", table("t", point.option("srid", "4326"))),
                created(
                        "index option, invisible",
                        table("t", number, index("ix", "a").option("invisible", ""))),
                created(
                        "index option, a parser",
                        table(
                                "t",
                                column("a", text()),
                                index("ix", "a")
                                        .using("fulltext")
                                        .comment("words")
                                        .option("parser", "ngram"))),
                created(
                        "index method, spatial",
                        table("t", point, index("ix", "a").using("spatial"))));
        return Stream.of(definitions, CousinConformanceIT.partitions(), RoutineCases.ofMariadb(NAMES.grantee()))
                .flatMap(cases -> cases)
                .toList();
    }
}
