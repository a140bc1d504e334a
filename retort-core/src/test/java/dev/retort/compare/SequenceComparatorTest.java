package dev.retort.compare;

import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.AlterSequence;
import dev.retort.operation.Hazard;
import dev.retort.operation.Hazard.Kind;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceComparatorTest {

    private final SchemaComparator comparator = new SchemaComparator(PlainDialect.create());

    @Test
    void aSequenceThatCountsDifferentlyIsChangedAndKeepsItsPosition() {
        QualifiedName name = QualifiedName.of("customers_seq");
        Sequence single = Sequence.of(name, 1, 1);
        SchemaDifferences found = comparator.compare(
                SchemaSnapshot.of(Sequence.of(name, 1, 50)), SchemaSnapshot.of(single), table -> true);

        assertThat(found.upgrade().operations()).containsExactly(new AlterSequence(name, null, 50L, single));
        assertThat(found.upgrade().hazards()).isEmpty();
        assertThat(found.downgrade().operations())
                .containsExactly(new AlterSequence(name, null, 1L, Sequence.of(name, 1, 50)));
        assertThat(found.downgrade().hazards()).extracting(Hazard::kind).containsExactly(Kind.MAY_FAIL);
    }

    @Test
    void aSequenceThatIsToCountTheOtherWayIsLeftToPeople() {
        QualifiedName name = QualifiedName.of("customers_seq");
        SchemaDifferences found = comparator.compare(
                SchemaSnapshot.of(Sequence.of(name, 1, -1)), SchemaSnapshot.of(Sequence.of(name, 1, 1)), table -> true);

        assertThat(found.upgrade().operations()).isEmpty();
        assertThat(found.upgrade().hazards()).extracting(Hazard::kind).containsExactly(Kind.NOT_GENERATED);
    }

    @Test
    void aSequenceThatTheFilterLeavesOutIsLeftAlone() {
        SchemaSnapshot actual = SchemaSnapshot.of(Sequence.of(QualifiedName.of("by_hand"), 1, 1));

        assertThat(comparator
                        .compare(
                                SchemaSnapshot.EMPTY,
                                actual,
                                object -> !object.name().name().equals("by_hand"))
                        .isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nextval('num_seq'::regclass)",
                "nextval('public.num_seq')",
                "nextval(`shop`.`num_seq`)",
                "NEXT VALUE FOR \"PUBLIC\".\"NUM_SEQ\""
            })
    void aSequenceThatADefaultUsesStays(String sql) {
        Sequence sequence = Sequence.of(QualifiedName.of("num_seq"), 1, 1);
        Table table =
                Table.of(QualifiedName.of("t"), List.of(column("num", bigint()).defaultsToSql(sql)));
        Table plain = Table.of(QualifiedName.of("t"), List.of(column("num", bigint())));
        SchemaSnapshot actual = SchemaSnapshot.of(table, sequence);
        SchemaComparator keepingDefaults = new SchemaComparator(PlainDialect.create(), Set.of(ColumnAspect.DEFAULT));

        assertThat(comparator
                        .compare(SchemaSnapshot.of(table), actual, name -> true)
                        .isEmpty())
                .isTrue();
        assertThat(comparator
                        .compare(
                                SchemaSnapshot.EMPTY,
                                actual,
                                object -> !object.name().name().equals("t"))
                        .isEmpty())
                .isTrue();
        assertThat(keepingDefaults
                        .compare(SchemaSnapshot.of(plain), actual, name -> true)
                        .isEmpty())
                .isTrue();
        assertThat(comparator
                        .compare(SchemaSnapshot.EMPTY, actual, name -> true)
                        .upgrade()
                        .operations())
                .hasSize(2);
    }

    @Test
    void aDroppedSequenceLosesItsPosition() {
        Sequence sequence = Sequence.of(QualifiedName.of("customers_seq"), 1, 50);
        SchemaDifferences found = comparator.compare(SchemaSnapshot.EMPTY, SchemaSnapshot.of(sequence), table -> true);

        assertThat(found.upgrade().operations())
                .extracting(Operation::describe)
                .containsExactly("drop sequence customers_seq");
        assertThat(found.upgrade().hazards()).extracting(Hazard::kind).containsExactly(Kind.LOSES_DATA);
    }
}
