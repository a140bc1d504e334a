package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Constraints.foreignKey;
import static dev.retort.schema.Constraints.index;
import static dev.retort.schema.Constraints.primaryKey;
import static dev.retort.schema.Constraints.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.compare.SchemaDifferences;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.testkit.Capability;
import dev.retort.testkit.CatalogEquality;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.ForDatabases;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The keys and indexes under a foreign key change, from any to any, and back. */
class KeyIndexesIT {

    private static final TableElement OWNER =
            foreignKey("fk_pets_owner", "owner_id").references("owners", "id");
    private static final TableElement CODE =
            foreignKey("fk_pets_code", "owner_code").references("owners", "code");
    private static final TableElement ID_KEY = primaryKey("id");

    private static final List<List<TableElement>> PETS = List.of(
            List.of(ID_KEY),
            List.of(ID_KEY, OWNER),
            List.of(ID_KEY, index("ix_pets", "owner_id")),
            List.of(ID_KEY, index("ix_pets", "owner_id"), OWNER),
            List.of(ID_KEY, index("ix_pets", "owner_id", "name"), OWNER),
            List.of(ID_KEY, unique("uq_pets", "owner_id"), OWNER),
            List.of(ID_KEY, unique("uq_pets", "owner_id", "owner_code"), index("ix_pets", "owner_code"), OWNER, CODE),
            List.of(primaryKey("owner_id", "id"), OWNER),
            List.of(primaryKey("owner_id", "owner_code"), unique("uq_pets", "owner_code"), OWNER, CODE));

    private static final List<List<TableElement>> OWNERS = List.of(
            List.of(unique("uq_code", "code")),
            List.of(unique("uq_owner_code", "code")),
            List.of(unique("uq_code", "code"), unique("uq_both", "code", "id")));

    @ForDatabases(has = {Capability.ADD_FOREIGN_KEY, Capability.ADD_UNIQUE})
    void everyChangeRunsAndNothingDiffersAfterwards(DatabaseUnderTest kind) throws SQLException {
        List<String> wrong = new ArrayList<>();
        try (Workbench bench = Workbench.on(kind)) {
            for (int before = 0; before < PETS.size(); before++) {
                for (List<TableElement> after : PETS.subList(before + 1, PETS.size())) {
                    check(bench, schema(OWNERS.get(0), PETS.get(before)), schema(OWNERS.get(0), after), wrong);
                }
            }
            for (List<TableElement> before : OWNERS) {
                for (List<TableElement> after : OWNERS) {
                    check(
                            bench,
                            schema(before, List.of(ID_KEY, OWNER, CODE)),
                            schema(after, List.of(ID_KEY, CODE)),
                            wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static SchemaSnapshot schema(List<TableElement> owners, List<TableElement> pets) {
        List<TableElement> owner = new ArrayList<>(List.of(
                column("id", bigint()).notNull(), column("code", bigint()).notNull(), primaryKey("id")));
        owner.addAll(owners);
        List<TableElement> pet = new ArrayList<>(List.of(
                column("id", bigint()).notNull(),
                column("name", bigint()),
                column("owner_id", bigint()).notNull(),
                column("owner_code", bigint()).notNull()));
        pet.addAll(pets);
        return SchemaSnapshot.of(Table.of(QualifiedName.of("owners"), owner), Table.of(QualifiedName.of("pets"), pet));
    }

    /** A foreign key that comes after an index may use it; one that comes with its table has an index of its own. */
    private static SchemaSnapshot withoutForeignKeys(SchemaSnapshot schema) {
        return SchemaSnapshot.of(schema.tables().stream()
                .map(table -> table.foreignKeys(List.of()))
                .toList());
    }

    /** Upgrades from one schema to another and downgrades, which makes both changes between the two. */
    private static void check(Workbench bench, SchemaSnapshot before, SchemaSnapshot after, List<String> wrong)
            throws SQLException {
        String what = constraints(before) + " -> " + constraints(after) + ": ";
        bench.run(bench.compare(withoutForeignKeys(before)).upgrade().operations());
        bench.run(bench.compare(before).upgrade().operations());
        CatalogEquality equality = new CatalogEquality(bench.database().kind().capabilities());
        SchemaSnapshot start = bench.inspect();
        try {
            SchemaDifferences change = bench.compare(after);
            bench.run(change.upgrade().operations());
            bench.compare(after).upgrade().operations().forEach(left -> wrong.add(what + left.describe()));
            bench.run(change.downgrade().operations());
            if (!equality.equal(start, bench.inspect())) {
                wrong.add(what + "the downgrade leads elsewhere");
            }
        } catch (SQLException refused) {
            wrong.add(what + refused.getMessage());
        }
        bench.run(bench.compare(SchemaSnapshot.EMPTY).upgrade().operations());
    }

    private static List<String> constraints(SchemaSnapshot schema) {
        List<String> found = new ArrayList<>();
        for (Table table : schema.tables()) {
            table.constraints().forEach(constraint -> found.add(String.valueOf(constraint.name())));
            table.indexes()
                    .forEach(index -> found.add(index.name() + index.parts().size()));
        }
        return found;
    }
}
