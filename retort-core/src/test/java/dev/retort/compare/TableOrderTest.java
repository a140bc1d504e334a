package dev.retort.compare;

import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Constraints.primaryKey;
import static dev.retort.schema.Constraints.unnamedForeignKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.Operation;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableOrderTest {

    private static final int TABLES = 8;

    @Test
    void aTableComesAfterItsParentsAndAfterThoseItRefersTo() {
        for (long seed = 0; seed < 500; seed++) {
            List<Table> tables = tables(new Random(seed));

            TableOrder order = TableOrder.of(tables, key -> true);

            Set<QualifiedName> made = new HashSet<>();
            List<ForeignKey> keys = new ArrayList<>();
            for (Table table : order.tables()) {
                assertThat(made)
                        .as("seed %d, parents of %s", seed, table.name())
                        .containsAll(table.inherits());
                made.add(table.name());
                for (ForeignKey key : table.foreignKeys()) {
                    assertThat(made).as("seed %d, %s", seed, key).contains(key.referredTable());
                    keys.add(key);
                }
            }
            order.cut().forEach(cut -> keys.add(cut.key()));
            assertThat(made).as("seed %d", seed).hasSize(TABLES);
            assertThat(keys)
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(tables.stream()
                            .flatMap(table -> table.foreignKeys().stream())
                            .toList());
        }
    }

    @Test
    void noKeyIsCutWhereThereIsNoRing() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<Table> tables = new ArrayList<>();
            for (int i = 0; i < TABLES; i++) {
                tables.add(table(i, random, i, i));
            }
            Collections.shuffle(tables, random);

            assertThat(TableOrder.of(tables, key -> true).cut()).isEmpty();
        }
    }

    /** Tables that inherit from such as have a lower number, and refer to any. */
    private static List<Table> tables(Random random) {
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < TABLES; i++) {
            tables.add(table(i, random, i, TABLES));
        }
        Collections.shuffle(tables, random);
        return tables;
    }

    private static Table table(int number, Random random, int parents, int referred) {
        List<TableElement> keys = new ArrayList<>();
        for (int i = 0; i < referred; i++) {
            if (random.nextInt(4) == 0) {
                keys.add(unnamedForeignKey("c" + number).references("t" + i, "id"));
            }
        }
        List<QualifiedName> inherits = new ArrayList<>();
        for (int i = 0; i < parents; i++) {
            if (random.nextInt(5) == 0) {
                inherits.add(QualifiedName.of("t" + i));
            }
        }
        return Table.of(QualifiedName.of("t" + number), keys).inherits(inherits);
    }

    @Test
    void aKeyWithoutANameThatClosesARingGetsOneSoThatADowngradeCanDropIt() {
        Table hen = referring("hen", "egg");
        Table egg = referring("egg", "hen");

        SchemaDifferences found = new SchemaComparator(PlainDialect.create())
                .compare(SchemaSnapshot.of(hen, egg), SchemaSnapshot.EMPTY, all -> true);

        List<Operation> upgrade = found.upgrade().operations();
        assertThat(upgrade).hasSize(3);
        assertThat(upgrade.subList(0, 2)).allMatch(CreateTable.class::isInstance);
        assertThat(upgrade.get(2))
                .isEqualTo(
                        new AddConstraint(hen.name(), hen.foreignKeys().get(0).named("fk_hen_egg_id")));
        assertThat(found.downgrade().operations().get(0))
                .isEqualTo(new DropConstraint(
                        hen.name(), "fk_hen_egg_id", hen.foreignKeys().get(0).named("fk_hen_egg_id")));
    }

    private static Table referring(String name, String other) {
        return Table.of(
                QualifiedName.of(name),
                List.of(
                        column("id", bigint()),
                        column(other + "_id", bigint()),
                        primaryKey("id"),
                        unnamedForeignKey(other + "_id").references(other, "id")));
    }
}
