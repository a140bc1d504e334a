package dev.retort.tests.dialect;

import dev.retort.operation.CreateTable;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Columns;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.SnapshotMapper;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.tests.server.DatabaseUnderTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AsReportedIT {

    private static final int SEEDS = 100;

    private static final List<SqlType> NEUTRAL = List.of(
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
            List<Table> tables = new ArrayList<>();
            for (int seed = 0; seed < SEEDS; seed++) {
                tables.addAll(new GeneratedSchemas(seed, NEUTRAL).tables(seed));
            }
            for (Table table : tables) {
                bench.run(new CreateTable(table));
            }
            new Agreement(bench.dialect().comparison()).check(said(tables, bench), bench.inspect());
        }
    }

    /** With the conditions in the server's words. */
    private static SchemaSnapshot said(List<Table> tables, Workbench bench) {
        return new SnapshotMapper() {
            @Override
            protected CheckConstraint check(Table table, CheckConstraint check) {
                try {
                    return check.expression(bench.said(check.expression(), table));
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        }.snapshot(SchemaSnapshot.of(tables));
    }
}
