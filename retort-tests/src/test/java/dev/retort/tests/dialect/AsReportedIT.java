package dev.retort.tests.dialect;

import dev.retort.operation.CreateTable;
import dev.retort.schema.Columns;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.tests.server.DatabaseUnderTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AsReportedIT {

    static final List<SqlType> NEUTRAL = List.of(
            Columns.bool(),
            Columns.tinyint(),
            Columns.smallint(),
            Columns.integer(),
            Columns.bigint(),
            Columns.decimal(),
            Columns.decimal(10, 2),
            Columns.real(),
            Columns.doublePrecision(),
            Columns.character(3),
            Columns.varchar(),
            Columns.varchar(20),
            Columns.text(),
            Columns.binary(16),
            Columns.varbinary(100),
            Columns.blob(),
            Columns.date(),
            Columns.time(),
            Columns.time(3),
            Columns.timeWithTimeZone(),
            Columns.timestamp(),
            Columns.timestamp(6),
            Columns.timestamp(0),
            Columns.timestampWithTimeZone(3),
            Columns.timestampWithTimeZone(),
            Columns.uuid(),
            Columns.json(),
            Columns.enumeration("one", "it's", "two, three"));

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aCreatedSchemaIsReportedAsForetold(DatabaseUnderTest kind) throws Exception {
        try (Workbench bench = Workbench.on(kind)) {
            for (int seed = 0; seed < 60; seed++) {
                List<Table> tables = new GeneratedSchemas(seed, NEUTRAL).tables(seed);
                for (Table table : tables) {
                    bench.run(new CreateTable(table));
                }
                List<Table> found = new ArrayList<>();
                for (Table table : tables) {
                    found.add(bench.table(table.name().name()));
                }
                new Agreement(bench.dialect().comparison())
                        .check(new SchemaSnapshot(tables, List.of()), new SchemaSnapshot(found, List.of()));
            }
        }
    }
}
