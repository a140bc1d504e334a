package dev.retort.compare;

import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Constraints.check;
import static dev.retort.schema.Constraints.foreignKey;
import static dev.retort.schema.Constraints.index;
import static dev.retort.schema.Constraints.primaryKey;
import static dev.retort.schema.Constraints.unique;
import static dev.retort.schema.Constraints.uniqueIndex;
import static dev.retort.schema.Constraints.unnamedCheck;
import static dev.retort.schema.Constraints.unnamedUnique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.digest.Sha256;
import dev.retort.operation.Operation;
import dev.retort.schema.Index;
import dev.retort.schema.NamingConvention;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DesiredNamesTest {

    private static final NamingConvention CONVENTION = NamingConvention.of(Map.of(
            "ix", "ix_%(column_0_label)s",
            "uq", "uq_%(table_name)s_%(column_0_name)s",
            "pk", "pk_%(table_name)s",
            "fk", "fk_%(table_name)s_%(column_0_name)s",
            "ck", "ck_%(table_name)s_%(constraint_name)s"));

    private static final Dialect DIALECT =
            Dialects.loadedFrom(DesiredNamesTest.class.getClassLoader()).named("postgresql");

    private static final String FK = "fkp87pq2kegikblb3gjkqwhsqv5";
    private static final String IDX = "IDXgt1w1wqnjrs2ihbhcq4xdpvri";

    static Stream<Arguments> existing() {
        return Stream.of(
                arguments(index(IDX, "a"), index("ix_t_a", "a")),
                arguments(index(IDX, "a"), index("older", "a")),
                arguments(index(IDX, "a"), index(IDX, "a")),
                arguments(Index.of(IDX).descending("a"), Index.of("older").descending("a")),
                arguments(
                        foreignKey(FK, "a").references("t", "id"),
                        foreignKey("older", "a").references("t", "id")),
                arguments(
                        foreignKey(FK, "a").references("t", "id"),
                        foreignKey(FK, "a").references("t", "id")),
                arguments(unnamedUnique("a"), unique("older", "a")),
                arguments(check("positive", "a > 0"), check("positive", "a > 0")),
                arguments(check("positive", "a > 0"), check("ck_t_positive", "a > 0")),
                arguments(check("ck_t_positive", "a > 0"), check("ck_t_positive", "a > 0")),
                arguments(unnamedCheck("a > 0"), check("older", "a > 0")));
    }

    @ParameterizedTest
    @MethodSource("existing")
    void whatTheDatabaseHasKeepsItsName(TableElement desired, TableElement found) {
        assertThat(upgrade(List.of(desired), List.of(found))).isEmpty();
    }

    static Stream<Arguments> missing() {
        return Stream.of(
                arguments(index(IDX, "a"), "create index ix_t_a on t"),
                arguments(index("own", "a"), "create index own on t"),
                arguments(Index.of(IDX).ascendingSql("a + 1"), "create index " + IDX + " on t"),
                arguments(foreignKey(FK, "a").references("t", "id"), "add foreign key fk_t_a to t"),
                arguments(foreignKey("own", "a").references("t", "id"), "add foreign key own to t"),
                arguments(unnamedUnique("a"), "add unique constraint uq_t_a to t"),
                arguments(check("positive", "a > 0"), "add check ck_t_positive to t"),
                arguments(unnamedCheck("a > 0"), "add check ck_t_a to t"),
                arguments(
                        unnamedCheck("a > b"),
                        "add check ck_t_" + Sha256.of("a > b").substring(0, 8) + " to t"));
    }

    @ParameterizedTest
    @MethodSource("missing")
    void whatIsNewHasTheNameOfTheConvention(TableElement desired, String operation) {
        assertThat(upgrade(List.of(desired), List.of())).containsExactly(operation);
    }

    @Test
    void aNameThatIsTakenGetsANumber() {
        assertThat(upgrade(
                        List.of(unnamedCheck("a > 0"), unnamedCheck("a > 1"), index(IDX, "a"), index("ix_t_a", "b")),
                        List.of(check("ck_t_a", "a > 0"), index("ix_t_a", "b"))))
                .containsExactlyInAnyOrder("add check ck_t_a_1 to t", "create index ix_t_a_1 on t");
    }

    @Test
    void anIndexThatReplacesAnotherOverTheSameColumnsHasItsName() {
        assertThat(upgrade(List.of(uniqueIndex(IDX, "a")), List.of(index("older", "a"))))
                .containsExactly("drop index older of t", "create index older on t");
    }

    @Test
    void withoutTemplatesNamesOfHibernateStay() {
        SchemaComparator comparator = new SchemaComparator(DIALECT).naming(NamingConvention.NONE);

        assertThat(upgrade(comparator, table(List.of(index(IDX, "a"))), table(List.of())))
                .containsExactly("create index " + IDX + " on t");
    }

    @Test
    void aNewTableHasNoElementWithoutTheNameOfTheConvention() {
        SchemaSnapshot desired = SchemaSnapshot.of(table(List.of(primaryKey("id"), unnamedUnique("a"))));

        Table created = new SchemaComparator(DIALECT)
                .naming(CONVENTION)
                .compare(desired, SchemaSnapshot.EMPTY, object -> true)
                .upgrade()
                .operations()
                .get(0)
                .change()
                .madeTables()
                .get(0);

        assertThat(created.constraints())
                .extracting(constraint -> constraint.name())
                .containsExactly("pk_t", "uq_t_a");
    }

    private static List<String> upgrade(List<TableElement> desired, List<TableElement> found) {
        return upgrade(new SchemaComparator(DIALECT).naming(CONVENTION), table(desired), table(found));
    }

    private static List<String> upgrade(SchemaComparator comparator, Table desired, Table found) {
        return comparator
                .compare(SchemaSnapshot.of(desired), SchemaSnapshot.of(found), object -> true)
                .upgrade()
                .operations()
                .stream()
                .map(Operation::describe)
                .toList();
    }

    private static Table table(List<TableElement> elements) {
        List<TableElement> all = new ArrayList<>(
                List.of(column("id", bigint()).notNull(), column("a", bigint()), column("b", bigint())));
        all.addAll(elements);
        return Table.of(QualifiedName.of("t"), all);
    }
}
