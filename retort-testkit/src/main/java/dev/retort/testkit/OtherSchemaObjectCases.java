package dev.retort.testkit;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.testkit.LibrarySchema.tables;

import dev.retort.operation.AddEnumValue;
import dev.retort.operation.AlterDomain;
import dev.retort.operation.AttachPartition;
import dev.retort.operation.CreateObject;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.DetachPartition;
import dev.retort.operation.DomainChange;
import dev.retort.operation.DropObject;
import dev.retort.operation.Grant;
import dev.retort.operation.Operation;
import dev.retort.operation.Privileges;
import dev.retort.operation.RefreshView;
import dev.retort.operation.RenameEnumValue;
import dev.retort.operation.RenameObject;
import dev.retort.operation.ReplaceObject;
import dev.retort.operation.Revoke;
import dev.retort.schema.AuxiliaryObject;
import dev.retort.schema.Domain;
import dev.retort.schema.NamedEnum;
import dev.retort.schema.ObjectReference;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaObject.Kind;
import dev.retort.schema.SchemaObjects;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.List;
import java.util.stream.Stream;

/** Views, types, sequences, privileges and partitions in a schema other than the connection's own. */
final class OtherSchemaObjectCases {

    private static final QualifiedName T = new QualifiedName(OperationCase.OTHER_SCHEMA, "t");
    private static final Table NUMBERS = Table.of(T, List.of(column("a", integer())));
    private static final View GREAT = view("great", "a > 1");
    private static final View TOTAL = view("total", "a > 2").asMaterialized();
    private static final NamedEnum MOOD = new NamedEnum(T.sibling("mood"), List.of("sad", "ok"));
    private static final Domain AGE = new Domain(T.sibling("age"), integer(), "DEFAULT 3");
    private static final String BOUNDS = "FOR VALUES FROM (1) TO (10)";

    private OtherSchemaObjectCases() {}

    static Stream<OperationCase> all(DialectNames names) {
        return Stream.of(views(), types(), sequences(), privileges(names), partitions())
                .flatMap(cases -> cases)
                .map(OperationCase::inOtherSchema);
    }

    private static View view(String name, String condition) {
        return SchemaObjects.view(T.sibling(name).toString(), "SELECT a FROM " + T + " WHERE " + condition);
    }

    /** A case on a table that stays as it is. */
    private static OperationCase change(String what, Operation operation, AuxiliaryObject... before) {
        return OperationCase.of("in another schema, " + what, tables(NUMBERS), operation, SchemaSnapshot.of(NUMBERS))
                .withSetUp(Stream.of(before).map(CreateObject::new).toArray(Operation[]::new));
    }

    private static DropObject dropped(AuxiliaryObject object) {
        return new DropObject(object.reference(), object);
    }

    private static Stream<OperationCase> views() {
        Stream<OperationCase> materialized = Stream.of(
                        change("create materialized view", new CreateObject(TOTAL)),
                        change("refresh materialized view", new RefreshView(TOTAL.name(), false), TOTAL),
                        change("drop materialized view", dropped(TOTAL), TOTAL))
                .map(test -> test.needing(Capability.MATERIALIZED_VIEWS));
        return Stream.concat(
                Stream.of(
                        change("create view", new CreateObject(GREAT)),
                        change("replace view", new ReplaceObject(view("great", "a > 3"), GREAT), GREAT),
                        change("drop view", dropped(GREAT), GREAT),
                        change("rename view", new RenameObject(GREAT.reference(), "huge"), GREAT)
                                .needing(Capability.RENAMED_VIEWS)),
                materialized);
    }

    private static Stream<OperationCase> types() {
        Stream<OperationCase> enums = Stream.of(
                        change("create enum type", new CreateObject(MOOD)),
                        change("drop enum type", dropped(MOOD), MOOD),
                        change("rename enum type", new RenameObject(MOOD.reference(), "feeling"), MOOD),
                        change("enum type, add value", new AddEnumValue(MOOD.name(), "so", "sad", false), MOOD)
                                .irreversible(),
                        change("enum type, rename value", new RenameEnumValue(MOOD.name(), "ok", "fine"), MOOD))
                .map(test -> test.needing(Capability.ENUM_TYPES));
        Stream<OperationCase> domains = Stream.of(
                        change("create domain", new CreateObject(AGE)),
                        change("drop domain", dropped(AGE), AGE),
                        change("rename domain", new RenameObject(AGE.reference(), "years"), AGE),
                        change(
                                "alter domain",
                                new AlterDomain(AGE.name(), List.of(new DomainChange.Default("7", "3", true))),
                                AGE))
                .map(test -> test.needing(Capability.DOMAINS));
        return Stream.concat(enums, domains);
    }

    private static Stream<OperationCase> sequences() {
        Sequence numbers = Sequence.of(T.sibling("numbers"), 1, 1);
        return Stream.of(OperationCase.of(
                        "in another schema, rename sequence",
                        List.of(new CreateSequence(numbers)),
                        new RenameObject(ObjectReference.of(Kind.SEQUENCE, numbers.name()), "digits"),
                        SchemaSnapshot.of(numbers.named(T.sibling("digits"))))
                .needing(Capability.RENAMED_SEQUENCES));
    }

    private static Stream<OperationCase> privileges(DialectNames names) {
        Privileges read = Privileges.of("SELECT").on(T.toString());
        Grant grant = new Grant(read, List.of(names.grantee()));
        return Stream.of(
                        change("grant", grant),
                        change("revoke", new Revoke(read, List.of(names.grantee())))
                                .withSetUp(grant))
                .map(test -> test.needing(Capability.PRIVILEGES));
    }

    private static Stream<OperationCase> partitions() {
        Table whole = NUMBERS.partitioning("RANGE (a)");
        Table part = NUMBERS.named(T.sibling("part"));
        AttachPartition attach = new AttachPartition(whole.name(), part.name(), BOUNDS);
        return Stream.of(
                        OperationCase.of(
                                "in another schema, attach partition",
                                tables(whole, part),
                                attach,
                                SchemaSnapshot.of(whole)),
                        OperationCase.of(
                                        "in another schema, detach partition",
                                        tables(whole, part),
                                        new DetachPartition(whole.name(), part.name(), BOUNDS),
                                        SchemaSnapshot.of(whole, part))
                                .withSetUp(attach))
                .map(test -> test.needing(Capability.ATTACHED_PARTITIONS));
    }
}
