package dev.retort.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.AlterSequence;
import dev.retort.operation.Attention;
import dev.retort.operation.Attention.Kind;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequenceComparatorTest {

    private final SchemaComparator comparator = new SchemaComparator(new PlainDialect());

    @Test
    void aSequenceThatCountsDifferentlyIsChangedAndKeepsItsPosition() {
        QualifiedName name = QualifiedName.of("customers_seq");
        Sequence single = new Sequence(name, 1, 1);
        SchemaDifferences found = comparator.compare(
                new SchemaSnapshot(List.of(), List.of(new Sequence(name, 1, 50))),
                new SchemaSnapshot(List.of(), List.of(single)),
                table -> true);

        assertThat(found.upgrade().operations()).containsExactly(new AlterSequence(name, null, 50L, single));
        assertThat(found.upgrade().attentions()).isEmpty();
        assertThat(found.downgrade().operations())
                .containsExactly(new AlterSequence(name, null, 1L, new Sequence(name, 1, 50)));
        assertThat(found.downgrade().attentions()).extracting(Attention::kind).containsExactly(Kind.MAY_FAIL);
    }

    @Test
    void aSequenceThatIsToCountTheOtherWayIsLeftToPeople() {
        QualifiedName name = QualifiedName.of("customers_seq");
        SchemaDifferences found = comparator.compare(
                new SchemaSnapshot(List.of(), List.of(new Sequence(name, 1, -1))),
                new SchemaSnapshot(List.of(), List.of(new Sequence(name, 1, 1))),
                table -> true);

        assertThat(found.upgrade().operations()).isEmpty();
        assertThat(found.upgrade().attentions()).extracting(Attention::kind).containsExactly(Kind.NOT_GENERATED);
    }

    @Test
    void aSequenceThatTheFilterLeavesOutIsLeftAlone() {
        SchemaSnapshot actual = new SchemaSnapshot(List.of(), List.of(new Sequence(QualifiedName.of("by_hand"), 1, 1)));

        assertThat(comparator
                        .compare(
                                SchemaSnapshot.EMPTY,
                                actual,
                                name -> !name.name().equals("by_hand"))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aDroppedSequenceLosesItsPosition() {
        Sequence sequence = new Sequence(QualifiedName.of("customers_seq"), 1, 50);
        SchemaDifferences found = comparator.compare(
                SchemaSnapshot.EMPTY, new SchemaSnapshot(List.of(), List.of(sequence)), table -> true);

        assertThat(found.upgrade().operations())
                .extracting(Operation::describe)
                .containsExactly("drop sequence customers_seq");
        assertThat(found.upgrade().attentions()).extracting(Attention::kind).containsExactly(Kind.LOSES_DATA);
    }
}
