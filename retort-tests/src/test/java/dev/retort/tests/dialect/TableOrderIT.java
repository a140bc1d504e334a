package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Constraints.primaryKey;
import static dev.retort.schema.Constraints.unnamedForeignKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.compare.SchemaDifferences;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.ForDatabases;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables are made, and dropped, in an order that databases accept. */
class TableOrderIT {

    private static Table table(String name, String other) {
        return Table.of(
                QualifiedName.of(name),
                List.of(
                        column("id", bigint()).notNull(),
                        column(other + "_id", bigint()),
                        primaryKey("id"),
                        unnamedForeignKey(other + "_id").references(other, "id")));
    }

    @ForDatabases(variants = true)
    void aRingOfForeignKeysWithoutNamesIsMadeAndTakenBack(DatabaseUnderTest kind) throws Exception {
        assertMadeAndTakenBack(kind, table("hen", "egg"), table("egg", "hen"), table("chick", "hen"));
    }

    @Test
    void aTableIsMadeAfterItsParentsWhateverRefersToWhat() throws Exception {
        Table parent = table("c", "a");
        Table child = inheriting(table("b", "d"), parent);
        Table grandchild = inheriting(table("a", "c"), child);
        assertMadeAndTakenBack(DatabaseUnderTest.POSTGRESQL, grandchild, child, parent, table("d", "a"));
    }

    /** A table that has all columns of its parent, as a catalog shows it. */
    private static Table inheriting(Table table, Table parent) {
        List<Column> columns = new ArrayList<>(parent.columns());
        table.columns().stream()
                .filter(column -> parent.column(column.name()).isEmpty())
                .forEach(columns::add);
        return table.columns(columns).inherits(List.of(parent.name()));
    }

    private static void assertMadeAndTakenBack(DatabaseUnderTest kind, Table... tables) throws Exception {
        try (Workbench bench = Workbench.on(kind)) {
            SchemaSnapshot desired = SchemaSnapshot.of(tables);
            SchemaDifferences make = bench.compare(desired);
            bench.run(make.upgrade().operations());
            assertThat(bench.compare(desired).isEmpty()).isTrue();
            bench.run(make.downgrade().operations());
            assertThat(bench.inspect().tables()).isEmpty();

            bench.run(make.upgrade().operations());
            SchemaSnapshot made = bench.inspect();
            SchemaDifferences drop = bench.compare(SchemaSnapshot.EMPTY);
            bench.run(drop.upgrade().operations());
            assertThat(bench.inspect().tables()).isEmpty();
            bench.run(drop.downgrade().operations());
            assertThat(bench.compare(made).upgrade().operations()).isEmpty();
        }
    }
}
