package dev.retort.compare;

import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.identity;
import static dev.retort.schema.Columns.identityAlways;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.Hazard;
import dev.retort.operation.Hazard.Kind;
import dev.retort.schema.Column;
import dev.retort.schema.Identity;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Columns that the database numbers. */
class IdentityComparisonTest {

    private static final QualifiedName T = QualifiedName.of("t");

    private final SchemaComparator comparator = new SchemaComparator(PlainDialect.create());

    static List<Identity> ways() {
        return List.of(
                identityAlways(),
                identity().startWith(5),
                identity().incrementBy(2),
                identity().min(-5),
                identity().max(99),
                identity().cache(20),
                identity().cycle(),
                identityAlways()
                        .startWith(3)
                        .incrementBy(2)
                        .min(2)
                        .max(9)
                        .cache(2)
                        .cycle());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void howAColumnIsNumberedIsChangedAndChangedBack(Identity way) {
        SchemaDifferences found = comparator.compare(schema(way), schema(identity()), object -> true);

        assertThat(found.upgrade().operations())
                .containsExactly(
                        new AlterColumn(T, "id", List.of(new ColumnChange.Identity(way)), numbered(identity())));
        assertThat(found.downgrade().operations())
                .containsExactly(
                        new AlterColumn(T, "id", List.of(new ColumnChange.Identity(identity())), numbered(way)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whoOnlySaysThatAColumnIsNumberedLeavesTheRestToTheDatabase(Identity way) {
        assertThat(comparator
                        .leavingUnsaid()
                        .compare(schema(identity()), schema(way), object -> true)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aColumnThatIsToCountTheOtherWayIsLeftToPeople() {
        SchemaDifferences found = comparator.compare(
                schema(identity().startWith(-1).incrementBy(-1)), schema(identity()), object -> true);

        assertThat(found.upgrade().operations()).isEmpty();
        assertThat(found.upgrade().hazards()).extracting(Hazard::kind).containsExactly(Kind.NOT_GENERATED);
    }

    @Test
    void whetherAColumnIsNumberedIsLeftToPeople() {
        SchemaSnapshot plain =
                SchemaSnapshot.of(Table.of(T, List.of(numbered(identity()).asIdentity(null))));

        assertThat(comparator
                        .compare(plain, schema(identity()), object -> true)
                        .upgrade()
                        .hazards())
                .extracting(Hazard::kind)
                .containsExactly(Kind.NOT_GENERATED);
    }

    @Test
    void aStartAndNarrowerBoundsAreRemarkedOn() {
        SchemaDifferences found =
                comparator.compare(schema(identity().startWith(5).min(2)), schema(identity()), object -> true);

        assertThat(found.upgrade().hazards())
                .extracting(Hazard::sentence)
                .containsExactly(
                        "Column t.id continues from its current value: the new start takes effect only at a restart.",
                        "Column t.id gets narrower bounds: this fails if it has passed them.");
    }

    private static SchemaSnapshot schema(Identity way) {
        return SchemaSnapshot.of(Table.of(T, List.of(numbered(way))));
    }

    private static Column numbered(Identity way) {
        return column("id", bigint()).notNull().asIdentity(way);
    }
}
