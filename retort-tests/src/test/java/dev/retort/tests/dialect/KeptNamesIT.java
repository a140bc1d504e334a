package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.schema.Constraints.unnamedCheck;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.ForDatabases;
import java.util.List;

/** A constraint that is desired without a name keeps the one it was given. */
class KeptNamesIT {

    @ForDatabases(has = Capability.ADD_CHECK)
    void aCheckKeepsItsNameHoweverOftenItChanges(DatabaseUnderTest kind) throws Exception {
        try (Workbench bench = Workbench.on(kind)) {
            List<Operation> created = bench.differences(rooms("kind in ('A')"));
            bench.run(created.toArray(Operation[]::new));
            String name = ((CreateTable) created.get(0)).table().checks().get(0).name();

            for (String values : List.of("'A', 'B'", "'A', 'B', 'C'", "'A', 'C'")) {
                Table desired = rooms("kind in (" + values + ")");
                List<Operation> changes = bench.differences(desired);
                bench.run(changes.toArray(Operation[]::new));

                assertThat(changes)
                        .hasSize(2)
                        .anySatisfy(change -> assertThat(change)
                                .isInstanceOfSatisfying(
                                        DropConstraint.class,
                                        drop -> assertThat(drop.name()).isEqualToIgnoringCase(name)))
                        .anySatisfy(change -> assertThat(change)
                                .isInstanceOfSatisfying(
                                        AddConstraint.class,
                                        add -> assertThat(add.constraint().name())
                                                .isEqualToIgnoringCase(name)));
                assertThat(bench.differences(desired)).isEmpty();
            }
        }
    }

    private static Table rooms(String check) {
        return Table.of(
                QualifiedName.of("room"),
                List.of(column("id", integer()).notNull(), column("kind", varchar(20)), unnamedCheck(check)));
    }
}
