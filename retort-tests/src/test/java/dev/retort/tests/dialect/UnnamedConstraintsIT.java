package dev.retort.tests.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.compare.SchemaDifferences;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.ForDatabases;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Constraints whose names, and whose indexes' names, the server chose change, from any to any, and back. */
class UnnamedConstraintsIT {

    private static final String OWNER = "FOREIGN KEY (owner_id) REFERENCES owners (id)";

    private static final List<List<String>> PETS = List.of(
            pets(""),
            pets(OWNER),
            pets(OWNER + " ON DELETE CASCADE"),
            pets("CONSTRAINT fk_pets " + OWNER),
            pets("UNIQUE (owner_id), " + OWNER + " ON DELETE SET NULL"),
            pets("UNIQUE (owner_id), UNIQUE (owner_id, age)"),
            pets("CHECK (age > 0), FOREIGN KEY (owner_id, age) REFERENCES owners (id, age)"),
            pets("CHECK (age > 1), CHECK (owner_id > 0), UNIQUE (age, owner_id)"),
            pets("", "CREATE INDEX owner_id ON pets (owner_id)"),
            pets("", "CREATE INDEX owner_id ON pets (owner_id)", "ALTER TABLE pets ADD " + OWNER),
            pets(OWNER, "CREATE INDEX ix_pets ON pets (owner_id, age)"),
            pets(
                    "",
                    "CREATE INDEX owner_id ON pets (owner_id)",
                    "CREATE INDEX ix_pets ON pets (owner_id, age)",
                    "ALTER TABLE pets ADD " + OWNER));

    private static List<String> pets(String constraints, String... more) {
        String table = "CREATE TABLE pets (id integer NOT NULL PRIMARY KEY, owner_id integer, age integer"
                + (constraints.isEmpty() ? "" : ", " + constraints) + ")";
        return Stream.concat(
                        Stream.of(
                                "CREATE TABLE owners (id integer NOT NULL PRIMARY KEY, age integer NOT NULL, UNIQUE (id, age))",
                                table),
                        Stream.of(more))
                .toList();
    }

    @ForDatabases(has = Capability.CONSTRAINT_NAMES)
    void everyChangeRunsAndNothingDiffersAfterwards(DatabaseUnderTest kind) throws SQLException {
        List<SchemaSnapshot> schemas = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        try (Workbench bench = Workbench.on(kind)) {
            for (List<String> statements : PETS) {
                schemas.add(make(bench, statements));
                clear(bench);
            }
            for (List<String> before : PETS) {
                for (int after = 0; after < PETS.size(); after++) {
                    check(bench, before, schemas.get(after), before + " -> " + PETS.get(after) + ": ", wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void check(
            Workbench bench, List<String> before, SchemaSnapshot after, String what, List<String> wrong)
            throws SQLException {
        SchemaSnapshot start = make(bench, before);
        try {
            SchemaDifferences change = bench.compare(after);
            bench.run(change.upgrade().operations());
            bench.compare(after).upgrade().operations().forEach(left -> wrong.add(what + left.describe()));
            bench.run(change.downgrade().operations());
            bench.compare(start)
                    .upgrade()
                    .operations()
                    .forEach(left -> wrong.add(what + "after the downgrade " + left.describe()));
        } catch (SQLException refused) {
            wrong.add(what + refused.getMessage());
        }
        clear(bench);
    }

    private static SchemaSnapshot make(Workbench bench, List<String> statements) throws SQLException {
        bench.sql(statements.toArray(String[]::new));
        return bench.inspect();
    }

    private static void clear(Workbench bench) throws SQLException {
        bench.sql("DROP TABLE pets", "DROP TABLE owners");
    }
}
