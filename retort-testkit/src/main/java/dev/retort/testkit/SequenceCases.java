package dev.retort.testkit;

import static dev.retort.testkit.LibrarySchema.empty;

import dev.retort.operation.AlterSequence;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropSequence;
import dev.retort.operation.Operation;
import dev.retort.operation.SequenceChange;
import dev.retort.schema.Columns;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/** Sequences: created, altered, dropped. */
final class SequenceCases {

    private static final QualifiedName NAME = QualifiedName.of("numbers");
    private static final Sequence NUMBERS = Sequence.of(NAME, 100, 5);

    private SequenceCases() {}

    static Stream<OperationCase> all() {
        return Stream.of(made(), changed(), dropped())
                .flatMap(some -> some)
                .map(ofSequence -> ofSequence.needing(Capability.SEQUENCES));
    }

    private static OperationCase create(String what, Sequence sequence) {
        return empty("create sequence" + what, new CreateSequence(sequence), sequence);
    }

    private static Stream<OperationCase> made() {
        return Stream.of(
                create("", Sequence.of(NAME, 1, 1)),
                create(", START, INCREMENT", NUMBERS),
                create(", descending", Sequence.of(QualifiedName.of("Odd Numbers"), -7, -2)),
                create(", START below 1", Sequence.of(NAME, -5, 10)),
                create(", MINVALUE, MAXVALUE", NUMBERS.options(NUMBERS.options().between(50L, 1000L))),
                create(", CACHE", NUMBERS.options(NUMBERS.options().cache(20L))),
                create(
                        ", CYCLE",
                        NUMBERS.options(NUMBERS.options().between(null, 1000L).cycle(true))),
                create(", AS smallint", Sequence.of(NAME, 1, 1).typed(Columns.smallint()))
                        .needing(Capability.SEQUENCE_TYPES),
                empty(
                                "in another schema, create sequence",
                                new CreateSequence(NUMBERS.named(there())),
                                NUMBERS.named(there()))
                        .inOtherSchema());
    }

    private static QualifiedName there() {
        return new QualifiedName(OperationCase.OTHER_SCHEMA, NAME.name());
    }

    private static Stream<OperationCase> changed() {
        Sequence there = NUMBERS.named(there());
        AlterSequence unknown = new AlterSequence(NAME, List.of(new SequenceChange.Increment(50)), null);
        Table table = LibrarySchema.table(Columns.column("a", Columns.bigint()));
        Sequence owned = NUMBERS.ownedBy(LibrarySchema.T, "a");
        return Stream.of(
                alter("START", NUMBERS.startWith(700)).needing(Capability.ALTER_SEQUENCE_START),
                alter("greater INCREMENT", NUMBERS.incrementBy(50)),
                alter("smaller INCREMENT", NUMBERS.incrementBy(1)),
                alter("START and INCREMENT", NUMBERS.startWith(200).incrementBy(10))
                        .needing(Capability.ALTER_SEQUENCE_START),
                alter("MINVALUE, MAXVALUE", NUMBERS.options(NUMBERS.options().between(50L, 1000L))),
                alter("CACHE", NUMBERS.options(NUMBERS.options().cache(20L))),
                alter("CYCLE", NUMBERS.options(NUMBERS.options().cycle(true))),
                alter("AS smallint", NUMBERS.typed(Columns.smallint())).needing(Capability.ALTER_SEQUENCE_TYPE),
                withSequence(
                                "alter sequence, INCREMENT, not known",
                                unknown,
                                SchemaSnapshot.of(NUMBERS.incrementBy(50)))
                        .irreversible(),
                OperationCase.of(
                                "in another schema, alter sequence",
                                List.of(new CreateSequence(there)),
                                AlterSequence.between(there, there.incrementBy(50)),
                                SchemaSnapshot.of(there.incrementBy(50)))
                        .inOtherSchema(),
                OperationCase.of(
                                "in another schema, drop sequence",
                                List.of(new CreateSequence(there)),
                                new DropSequence(there.name(), there),
                                SchemaSnapshot.EMPTY)
                        .inOtherSchema(),
                OperationCase.of(
                                "alter sequence, OWNED BY",
                                List.of(new CreateTable(table), new CreateSequence(NUMBERS)),
                                AlterSequence.between(NUMBERS, owned),
                                SchemaSnapshot.of(table, owned))
                        .needing(Capability.SEQUENCE_OWNERS),
                OperationCase.of(
                                "create sequence, OWNED BY",
                                List.of(new CreateTable(table)),
                                new CreateSequence(owned),
                                SchemaSnapshot.of(table, owned))
                        .needing(Capability.SEQUENCE_OWNERS));
    }

    private static OperationCase alter(String what, Sequence after) {
        return withSequence("alter sequence, " + what, AlterSequence.between(NUMBERS, after), SchemaSnapshot.of(after));
    }

    private static Stream<OperationCase> dropped() {
        return Stream.of(
                withSequence("drop sequence", new DropSequence(NAME, NUMBERS), SchemaSnapshot.EMPTY),
                withSequence("drop sequence, not known", new DropSequence(NAME, null), SchemaSnapshot.EMPTY)
                        .irreversible());
    }

    /** A case on an existing sequence. */
    private static OperationCase withSequence(String name, Operation operation, SchemaSnapshot after) {
        return OperationCase.of(name, List.of(new CreateSequence(NUMBERS)), operation, after);
    }
}
