package dev.retort.compare;

import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.text;
import static dev.retort.schema.Constraints.check;
import static dev.retort.schema.Constraints.foreignKey;
import static dev.retort.schema.Constraints.index;
import static dev.retort.schema.Constraints.namedPrimaryKey;
import static dev.retort.schema.Constraints.primaryKey;
import static dev.retort.schema.Constraints.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingMapperTest {

    private static final Table STORED = table(
            "Customer",
            column("Id", bigint()).notNull(),
            column("firstName", text()),
            column("Boss", bigint()),
            namedPrimaryKey("PK_Customer", "Id"),
            unique("UQ_Name", "firstName"),
            check("CK_Name", "\"firstName\" <> ''"),
            index("IX_Name", "firstName"),
            foreignKey("FK_Boss", "Boss").references("Customer", "Id"));

    private static final Table DESIRED = table(
            "customer",
            column("id", bigint()).notNull(),
            column("firstname", text()),
            column("boss", bigint()),
            namedPrimaryKey("pk_customer", "id"),
            unique("uq_name", "firstname"),
            check("ck_name", "FIRSTNAME <> ''"),
            index("ix_name", "firstname"),
            foreignKey("fk_boss", "boss").references("customer", "id"));

    private final Dialect sqlite = dialect("sqlite");

    @Test
    void whatIsThereKeepsItsSpellingInEveryPlaceThatRefersToIt() {
        assertThat(SpellingMapper.of(snapshot(DESIRED), snapshot(STORED), sqlite.comparison())
                        .tables())
                .containsExactly(table(
                        "Customer",
                        column("Id", bigint()).notNull(),
                        column("firstName", text()),
                        column("Boss", bigint()),
                        namedPrimaryKey("PK_Customer", "Id"),
                        unique("UQ_Name", "firstName"),
                        check("CK_Name", "FIRSTNAME <> ''"),
                        index("IX_Name", "firstName"),
                        foreignKey("FK_Boss", "Boss").references("Customer", "Id")));
    }

    @Test
    void whatIsNewKeepsTheSpellingOfTheWishAndRefersToWhatIsThere() {
        Table order = table(
                "Orders",
                column("Customer_Id", bigint()),
                index("IX_Customer", "CUSTOMER_ID"),
                foreignKey("FK_Customer", "customer_id").references("CUSTOMER", "ID"));

        assertThat(SpellingMapper.of(snapshot(DESIRED, order), snapshot(STORED), sqlite.comparison())
                        .table(order.name()))
                .contains(table(
                        "Orders",
                        column("Customer_Id", bigint()),
                        index("IX_Customer", "Customer_Id"),
                        foreignKey("FK_Customer", "Customer_Id").references("Customer", "Id")));
    }

    @Test
    void sequencesAndSchemasAreSpelledAsTheyAre() {
        QualifiedName stored = QualifiedName.parse("Sales.Numbers");
        SchemaSnapshot actual = SchemaSnapshot.of(Sequence.of(stored, 1, 1));
        SchemaSnapshot desired = SchemaSnapshot.of(Sequence.of(QualifiedName.parse("sales.numbers"), 1, 50));

        assertThat(SpellingMapper.of(desired, actual, sqlite.comparison()).sequences())
                .containsExactly(Sequence.of(stored, 1, 50));
    }

    @Test
    void aTableInAnotherCaseIsNotDroppedAndItsColumnsAreNotEither() {
        SchemaComparator comparator = new SchemaComparator(sqlite);

        assertThat(comparator
                        .compare(snapshot(DESIRED), snapshot(STORED), table -> true)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aChangeGoesByTheNameOfWhatIsThere() {
        Column mail = column("eMail", text());
        Table more = Table.of(
                DESIRED.name(),
                List.of(
                        column("id", bigint()).notNull(),
                        column("firstname", text()).notNull(),
                        mail,
                        primaryKey("ID"),
                        index("ix_name", "EMAIL")));

        assertThat(new SchemaComparator(sqlite)
                        .compare(snapshot(more), snapshot(STORED), table -> true)
                        .upgrade()
                        .operations())
                .extracting(Operation::describe)
                .containsExactly(
                        "drop foreign key FK_Boss of Customer",
                        "drop index IX_Name of Customer",
                        "drop check CK_Name of Customer",
                        "drop unique constraint UQ_Name of Customer",
                        "add column Customer.eMail",
                        "alter column Customer.firstName (not null)",
                        "drop column Customer.Boss",
                        "create index IX_Name on Customer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "h2"})
    void whereCaseCountsAnotherCaseIsAnotherName(String database) {
        SchemaSnapshot wanted = snapshot(table("Customer", column("firstName", text())));

        assertThat(SpellingMapper.of(
                        wanted,
                        snapshot(table("customer", column("firstname", text()))),
                        dialect(database).comparison()))
                .isEqualTo(wanted);
    }

    @Test
    void onMariadbTheCaseOfColumnsNeverCountsAndThatOfTablesIsTheServersMatter() {
        SchemaSnapshot wanted =
                snapshot(table("customer", column("FIRSTNAME", text())), table("Orders", column("firstname", text())));
        SchemaSnapshot stored =
                snapshot(table("customer", column("firstName", text())), table("orders", column("firstName", text())));

        assertThat(SpellingMapper.of(wanted, stored, dialect("mariadb").comparison()))
                .isEqualTo(snapshot(
                        table("customer", column("firstName", text())), table("Orders", column("firstname", text()))));
    }

    private static Dialect dialect(String name) {
        return Dialects.loadedFrom(SpellingMapperTest.class.getClassLoader()).named(name);
    }

    private static SchemaSnapshot snapshot(Table... tables) {
        return SchemaSnapshot.of(tables);
    }

    private static Table table(String name, TableElement... elements) {
        return Table.of(QualifiedName.of(name), Arrays.asList(elements));
    }
}
