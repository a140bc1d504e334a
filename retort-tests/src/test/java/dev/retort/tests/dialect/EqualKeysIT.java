package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Constraints.primaryKey;
import static dev.retort.schema.Constraints.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.compare.SchemaComparator;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.CreateTable;
import dev.retort.schema.Deferrability;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import dev.retort.tests.server.DatabaseUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys and unique constraints of PostgreSQL over the same columns: CREATE TABLE makes one of those that differ in their names alone. */
class EqualKeysIT {

    private static final UniqueConstraint PLAIN = unique("uq_plain", "a");

    private static List<UniqueConstraint> unequal() {
        return List.of(
                PLAIN.named("uq_wide").including(List.of("b")),
                PLAIN.named("uq_wider").including(List.of("b", "c")),
                PLAIN.named("uq_later").deferrability(Deferrability.INITIALLY_IMMEDIATE),
                PLAIN.named("uq_last").deferrability(Deferrability.INITIALLY_DEFERRED),
                PLAIN.named("uq_one").nullsDistinct(false));
    }

    private static Table table(List<? extends TableElement> more) {
        List<TableElement> elements =
                new ArrayList<>(List.of(column("a", integer()), column("b", integer()), column("c", integer())));
        elements.addAll(more);
        return Table.of(QualifiedName.of("t"), elements);
    }

    @Test
    void thoseThatDifferInMoreThanTheirNamesAreAllMadeAndFound() throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            List<UniqueConstraint> known = known(bench);
            List<TableElement> all = new ArrayList<>(known);
            all.add(PLAIN);
            bench.run(new CreateTable(table(all)));

            assertThat(bench.table("t").uniqueConstraints()).hasSameSizeAs(all);
            assertNothingDiffers(bench, table(all));
        }
    }

    @Test
    void thoseThatDifferFromThePrimaryKeyAreMadeBesideIt() throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            List<UniqueConstraint> known = known(bench);
            List<TableElement> all = new ArrayList<>(known);
            all.add(primaryKey("a"));
            bench.run(new CreateTable(table(all)));

            assertThat(bench.table("t").uniqueConstraints()).hasSameSizeAs(known);
            assertNothingDiffers(bench, table(all));
        }
    }

    private static Stream<List<TableElement>> equal() {
        PrimaryKey key = primaryKey("a");
        return Stream.of(
                List.of(PLAIN, PLAIN.named("uq_other")),
                List.of(PLAIN.option("fillfactor", "70"), PLAIN.named("uq_other")),
                List.of(PLAIN.named(null), PLAIN.named("uq_other").option("fillfactor", "70")),
                List.of(
                        PLAIN.including(List.of("b")),
                        PLAIN.named(null).including(List.of("b")),
                        PLAIN.named(null).including(List.of("c"))),
                List.of(key, PLAIN),
                List.of(key.deferrability(Deferrability.INITIALLY_DEFERRED), PLAIN),
                List.of(
                        key.deferrability(Deferrability.INITIALLY_DEFERRED).including(List.of("b")),
                        PLAIN.deferrability(Deferrability.INITIALLY_DEFERRED).including(List.of("b"))));
    }

    @ParameterizedTest
    @MethodSource("equal")
    void whatTheServerMakesOfOthersIsForetold(List<TableElement> elements) throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            bench.run(new CreateTable(table(elements)));

            assertNothingDiffers(bench, table(elements));
        }
    }

    @Test
    void oneThatDiffersIsAddedToATableThatHasAnotherOverItsColumns() throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            bench.run(new CreateTable(table(List.of(PLAIN))));
            UniqueConstraint wide = PLAIN.named("uq_wide").including(List.of("b"));

            assertThat(new SchemaComparator(bench.dialect())
                            .compare(SchemaSnapshot.of(table(List.of(PLAIN, wide))), bench.inspect(), all -> true)
                            .upgrade()
                            .operations())
                    .containsExactly(new AddConstraint(QualifiedName.of("t"), wide));
        }
    }

    /** Servers before version 15 have no NULLS NOT DISTINCT. */
    private static List<UniqueConstraint> known(Workbench bench) throws Exception {
        boolean all = bench.connection().getMetaData().getDatabaseMajorVersion() > 14;
        return unequal().stream()
                .filter(unique -> all || unique.nullsDistinct())
                .toList();
    }

    private static void assertNothingDiffers(Workbench bench, Table desired) throws Exception {
        assertThat(new SchemaComparator(bench.dialect())
                        .compare(SchemaSnapshot.of(desired), bench.inspect(), all -> true)
                        .isEmpty())
                .isTrue();
    }
}
