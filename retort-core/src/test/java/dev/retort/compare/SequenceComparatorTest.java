package dev.retort.compare;

import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.sequence;
import static dev.retort.schema.Columns.smallint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.AlterSequence;
import dev.retort.operation.Hazard;
import dev.retort.operation.Hazard.Kind;
import dev.retort.operation.Operation;
import dev.retort.operation.SequenceChange;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceComparatorTest {

    private final SchemaComparator comparator = new SchemaComparator(PlainDialect.create());
    private final SchemaComparator leaving = comparator.leavingUnsaid();

    @Test
    void aSequenceThatCountsDifferentlyIsChangedAndKeepsItsPosition() {
        QualifiedName name = QualifiedName.of("customers_seq");
        Sequence single = Sequence.of(name, 1, 1);
        SchemaDifferences found = comparator.compare(
                SchemaSnapshot.of(Sequence.of(name, 1, 50)), SchemaSnapshot.of(single), table -> true);

        assertThat(found.upgrade().operations())
                .containsExactly(new AlterSequence(name, List.of(new SequenceChange.Increment(50)), single));
        assertThat(found.upgrade().hazards()).isEmpty();
        assertThat(found.downgrade().operations())
                .containsExactly(
                        new AlterSequence(name, List.of(new SequenceChange.Increment(1)), Sequence.of(name, 1, 50)));
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

    static Stream<Arguments> changedSequences() {
        Sequence plain = sequence("ids");
        return Stream.of(
                Arguments.of(plain, plain.cache(20), "cache"),
                Arguments.of(plain.cache(20), plain, "default cache"),
                Arguments.of(plain, plain.cycle(), "cycle"),
                Arguments.of(plain.cycle(), plain, "no cycle"),
                Arguments.of(plain, plain.min(-5), "min"),
                Arguments.of(plain.min(-5), plain, "no min"),
                Arguments.of(plain, plain.max(99), "max"),
                Arguments.of(plain.max(99), plain, "no max"),
                Arguments.of(plain, plain.typed(smallint()), "type"),
                Arguments.of(plain.typed(smallint()), plain.typed(bigint()), "type"),
                Arguments.of(
                        plain,
                        plain.typed(smallint())
                                .startWith(3)
                                .incrementBy(2)
                                .min(2)
                                .max(9)
                                .cache(2)
                                .cycle(),
                        "type, start, increment, min, max, cache, cycle"));
    }

    @ParameterizedTest
    @MethodSource("changedSequences")
    void eachOptionOfASequenceIsChangedAndChangedBack(Sequence before, Sequence desired, String what) {
        SchemaDifferences found =
                comparator.compare(SchemaSnapshot.of(desired), SchemaSnapshot.of(before), object -> true);

        assertThat(found.upgrade().operations()).containsExactly(AlterSequence.between(before, desired));
        assertThat(found.upgrade().operations().get(0).describe()).isEqualTo("alter sequence ids (" + what + ")");
        assertThat(found.downgrade().operations()).containsExactly(AlterSequence.between(desired, before));
    }

    @ParameterizedTest
    @MethodSource("changedSequences")
    void whatASourceCannotSayOfASequenceStays(Sequence before, Sequence desired, String what) {
        SchemaSnapshot plain = SchemaSnapshot.of(Sequence.of(desired.name(), desired.start(), desired.increment()));

        assertThat(leaving.compare(plain, SchemaSnapshot.of(desired), object -> true)
                        .isEmpty())
                .as(what)
                .isTrue();
    }

    @Test
    void aBoundThatWentWithoutSayingStaysWhereItWasWhenTheStartMoves() {
        Sequence before = sequence("ids").startWith(-5);
        SchemaDifferences found = leaving.compare(
                SchemaSnapshot.of(sequence("ids").startWith(7)), SchemaSnapshot.of(before), object -> true);

        assertThat(found.upgrade().operations())
                .containsExactly(
                        AlterSequence.between(before, before.startWith(7).min(-5)));
    }

    @Test
    void narrowerBoundsAreRemarkedOn() {
        SchemaDifferences found = comparator.compare(
                SchemaSnapshot.of(sequence("ids").max(99)), SchemaSnapshot.of(sequence("ids")), object -> true);

        assertThat(found.upgrade().hazards()).extracting(Hazard::kind).containsExactly(Kind.MAY_FAIL);
        assertThat(found.downgrade().hazards()).isEmpty();
    }

    @Test
    void aTypeThatNoStatementChangesIsLeftToPeopleAndTheRestIsNot() {
        Sequence before = sequence("ids").typed(smallint());
        SchemaComparator fixed = new SchemaComparator(PlainDialect.keepingSequenceTypes());
        SchemaDifferences found =
                fixed.compare(SchemaSnapshot.of(sequence("ids").cache(20)), SchemaSnapshot.of(before), object -> true);

        assertThat(found.upgrade().operations()).containsExactly(AlterSequence.between(before, before.cache(20)));
        assertThat(found.upgrade().hazards()).extracting(Hazard::kind).containsExactly(Kind.NOT_GENERATED);
    }

    @Test
    void aSequenceComesToItsColumnWhenThatIsThereAndLeavesItBeforeThatGoes() {
        Table table = Table.of(QualifiedName.of("t"), List.of(column("a", bigint())));
        SchemaSnapshot desired = SchemaSnapshot.of(table, sequence("ids").ownedBy("t", "a"));
        SchemaDifferences found = comparator.compare(desired, SchemaSnapshot.EMPTY, object -> true);

        assertThat(found.upgrade().operations())
                .extracting(Operation::describe)
                .containsExactly("create sequence ids", "create table t", "alter sequence ids (owner)");
        assertThat(found.downgrade().operations())
                .extracting(Operation::describe)
                .containsExactly("alter sequence ids (no owner)", "drop table t", "drop sequence ids");
        assertThat(comparator
                        .compare(SchemaSnapshot.EMPTY, desired, object -> true)
                        .upgrade()
                        .operations())
                .isEqualTo(found.downgrade().operations());
    }

    @Test
    void aSequenceGoesFromOneColumnToAnother() {
        Table before = Table.of(QualifiedName.of("t"), List.of(column("a", bigint()), column("c", bigint())));
        Table desired = Table.of(QualifiedName.of("t"), List.of(column("b", bigint()), column("c", bigint())));
        SchemaDifferences found = comparator.compare(
                SchemaSnapshot.of(desired, sequence("ids").cache(3).ownedBy("t", "b")),
                SchemaSnapshot.of(before, sequence("ids").ownedBy("t", "a")),
                object -> true);

        assertThat(found.upgrade().operations())
                .extracting(Operation::describe)
                .containsExactly(
                        "alter sequence ids (no owner)",
                        "add column t.b",
                        "alter sequence ids (cache)",
                        "drop column t.a",
                        "alter sequence ids (owner)");
    }

    @Test
    void whereNobodyCanSayWhichColumnASequenceBelongsToItStaysThere() {
        Table table = Table.of(QualifiedName.of("t"), List.of(column("a", bigint())));
        SchemaSnapshot actual = SchemaSnapshot.of(table, sequence("ids").ownedBy("t", "a"));

        assertThat(leaving.compare(SchemaSnapshot.of(table, sequence("ids")), actual, object -> true)
                        .isEmpty())
                .isTrue();
        assertThat(leaving.compare(SchemaSnapshot.of(table), actual, object -> true)
                        .isEmpty())
                .isTrue();
        assertThat(leaving.compare(SchemaSnapshot.EMPTY, actual, object -> true)
                        .downgrade()
                        .operations())
                .extracting(Operation::describe)
                .containsExactly("create sequence ids", "create table t", "alter sequence ids (owner)");
    }

    @Test
    void aSequenceThatComesToNumberAColumnIsNotDropped() {
        Table drawing =
                Table.of(QualifiedName.of("t"), List.of(column("a", bigint()).defaultsToSql("nextval('ids')")));
        Table numbered =
                Table.of(QualifiedName.of("t"), List.of(column("a", bigint()).asIdentity()));
        SchemaDifferences found = comparator.compare(
                SchemaSnapshot.of(numbered, sequence("ids").ownedBy("t", "a")),
                SchemaSnapshot.of(drawing, sequence("ids")),
                object -> true);

        assertThat(found.upgrade().operations()).isEmpty();
        assertThat(found.upgrade().hazards()).extracting(Hazard::kind).containsExactly(Kind.NOT_GENERATED);
    }
}
