package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Constraints.foreignKey;
import static dev.retort.schema.Constraints.index;
import static dev.retort.schema.Constraints.primaryKey;
import static dev.retort.schema.Constraints.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.compare.SchemaComparator;
import dev.retort.compare.SchemaDifferences;
import dev.retort.operation.CreateTable;
import dev.retort.operation.GeneratedOperations;
import dev.retort.operation.Hazard;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.tests.server.DatabaseUnderTest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A change of keys is generated as a whole, with the indexes that MariaDB made for them by itself, or not at all. */
class WholeKeyChangesIT {

    private static final Column NUMBER = column("id", bigint()).notNull().asIdentity();
    private static final Column ID = column("id", bigint()).notNull();
    private static final Column CODE = column("code", bigint()).notNull();
    private static final Column OWNER = column("owner_id", bigint());
    private static final Table OWNERS = table("owners", ID, CODE, primaryKey("id"), unique("uq_owners", "code"));

    private static final String UNNAMED = "CREATE TABLE pets (id bigint NOT NULL PRIMARY KEY, owner_id bigint,"
            + " FOREIGN KEY (owner_id) REFERENCES owners (id))";
    private static final TableElement TO_ID = toOwners("id");
    private static final TableElement TO_CODE = toOwners("code");
    private static final TableElement FK_ID = foreignKey("fk_id", "owner_id").references("owners", "id");

    @Test
    void theIndexThatMariadbMadeForAForeignKeyGoesAndComesWithIt() throws SQLException {
        List<List<TableElement>> keys = List.of(
                List.of(TO_ID),
                List.of(),
                List.of(FK_ID),
                List.of(TO_CODE),
                List.of(index("owner_id", "owner_id"), TO_ID),
                List.of(index("ix_pets", "owner_id", "id"), TO_ID),
                List.of(index("ix_pets", "owner_id", "id")));
        List<String> wrong = new ArrayList<>();
        for (List<TableElement> desired : keys) {
            try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
                bench.run(new CreateTable(OWNERS));
                bench.sql(UNNAMED);
                List<TableElement> elements = new ArrayList<>(List.of(ID, OWNER, primaryKey("id")));
                elements.addAll(desired);
                Table pets = Table.of(QualifiedName.of("pets"), elements);
                check(bench, List.of(OWNERS, pets), String.valueOf(desired), wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theKeysOfAnAutoIncrementColumnChangeAsAWhole() throws SQLException {
        List<List<TableElement>> keys = List.of(
                List.of(primaryKey("id")),
                List.of(primaryKey("id", "code")),
                List.of(primaryKey("code"), unique("uq_id", "id")),
                List.of(primaryKey("code", "id"), index("ix_id", "id", "code")),
                List.of(unique("uq_id", "id")));
        List<String> wrong = new ArrayList<>();
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            for (List<TableElement> before : keys) {
                for (List<TableElement> after : keys) {
                    // An AUTO_INCREMENT column of a table that is made has its key there.
                    bench.sql(
                            "CREATE TABLE pets (id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, code bigint NOT NULL)");
                    bench.sql("CREATE TABLE toys (id bigint NOT NULL PRIMARY KEY)");
                    run(bench, differences(bench, List.of(pets(before), toys())).upgrade());
                    check(bench, List.of(pets(after), toys()), before + " -> " + after, wrong);
                    bench.sql("DROP TABLE toys", "DROP TABLE pets");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aColumnThatIsToCountNoLongerIsLeftWithItsKeysAndWhatRefersToTheNewOnes() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            bench.sql(
                    "CREATE TABLE pets (id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, code bigint NOT NULL)",
                    "CREATE TABLE toys (id bigint NOT NULL PRIMARY KEY, pet bigint)");
            Table pets = table("pets", column("id", integer()), CODE, primaryKey("code"));
            Table toys = table(
                    "toys",
                    ID,
                    column("pet", bigint()),
                    primaryKey("id"),
                    foreignKey("fk_toys", "pet").references("pets", "code"));

            SchemaDifferences found = differences(bench, List.of(pets, toys));

            assertThat(found.upgrade().operations()).isEmpty();
            assertThat(found.upgrade().hazards())
                    .extracting(Hazard::sentence)
                    .satisfiesExactlyInAnyOrder(
                            said -> assertThat(said).contains("Column pets.id is to be no identity column"),
                            said -> assertThat(said).contains("Column pets.id is AUTO_INCREMENT", "primary key (code)"),
                            said -> assertThat(said).contains("Table toys lacks foreign key (pet) to pets (code)"));
        }
    }

    private static Table pets(List<TableElement> keys) {
        List<TableElement> elements = new ArrayList<>(List.of(NUMBER, CODE));
        elements.addAll(keys);
        return Table.of(QualifiedName.of("pets"), elements);
    }

    private static Table toys() {
        return table("toys", ID, primaryKey("id"), foreignKey("fk_toys", "id").references("pets", "id"));
    }

    private static void check(Workbench bench, List<Table> desired, String what, List<String> wrong)
            throws SQLException {
        List<String> start = definitions(bench);
        try {
            SchemaDifferences change = differences(bench, desired);
            run(bench, change.upgrade());
            SchemaDifferences left = differences(bench, desired);
            left.upgrade().operations().forEach(operation -> wrong.add(what + ": " + operation.describe()));
            left.upgrade().hazards().forEach(remark -> wrong.add(what + ": " + remark.sentence()));
            run(bench, change.downgrade());
            if (!definitions(bench).equals(start)) {
                wrong.add(what + ": " + start + " became " + definitions(bench));
            }
        } catch (SQLException refused) {
            wrong.add(what + ": " + refused.getMessage());
        }
    }

    private static List<String> definitions(Workbench bench) throws SQLException {
        List<String> definitions = new ArrayList<>();
        for (Table table : bench.inspect().tables()) {
            try (Statement statement = bench.connection().createStatement();
                    ResultSet row = statement.executeQuery("SHOW CREATE TABLE " + table.name())) {
                row.next();
                definitions.add(row.getString(2));
            }
        }
        return definitions;
    }

    private static SchemaDifferences differences(Workbench bench, List<Table> desired) throws SQLException {
        return new SchemaComparator(bench.dialect())
                .compare(SchemaSnapshot.of(desired), bench.inspect(), table -> true);
    }

    private static void run(Workbench bench, GeneratedOperations generated) throws SQLException {
        bench.run(generated.operations().toArray(Operation[]::new));
    }

    private static Table table(String name, TableElement... elements) {
        return Table.of(QualifiedName.of(name), List.of(elements));
    }

    private static ForeignKey toOwners(String column) {
        return ForeignKey.of(null, List.of("owner_id"), QualifiedName.of("owners"), List.of(column));
    }
}
