package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.table;
import static dev.retort.schema.SchemaObjects.function;
import static dev.retort.schema.SchemaObjects.procedure;
import static dev.retort.schema.SchemaObjects.trigger;

import dev.retort.operation.ConditionalOperations;
import dev.retort.operation.CreateObject;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropObject;
import dev.retort.operation.Existence;
import dev.retort.operation.Grant;
import dev.retort.operation.Operation;
import dev.retort.operation.Privileges;
import dev.retort.operation.RenameObject;
import dev.retort.operation.ReplaceObject;
import dev.retort.operation.Revoke;
import dev.retort.schema.AuxiliaryObject;
import dev.retort.schema.ObjectReference;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.SchemaObject.Kind;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.schema.Trigger;
import dev.retort.testkit.Capability;
import dev.retort.testkit.OperationCase;
import java.util.List;
import java.util.stream.Stream;

/** Routines and triggers, whose definitions each database writes in its own way. */
public final class RoutineCases {

    private static final Table T = table("t", column("a", integer()));

    private static final Table ELSEWHERE =
            Table.of(new QualifiedName(OperationCase.OTHER_SCHEMA, "t"), List.of(column("a", integer())));

    private RoutineCases() {}

    /** Those of one database. */
    public static Stream<OperationCase> ofPostgresql() {
        Routine plus = function("plus(integer)", plus("integer", "1"));
        Routine other = function("plus(integer)", plus("integer", "2"));
        Routine ofText = function("plus(text)", plus("text", "'1'"));
        Routine clear = procedure("clear_t", "CREATE PROCEDURE clear_t() LANGUAGE sql AS 'DELETE FROM t';");
        Routine change = function(
                "change_a()",
                "create function change_a() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.a := 7; RETURN NEW; END $$");
        String inserting = "CREATE TRIGGER change_t BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION change_a()";
        Trigger trigger = trigger("change_t", "t", inserting);
        Stream<OperationCase> own = Stream.of(
                on("create function", new CreateObject(plus)),
                on("replace function", new ReplaceObject(other, plus), new CreateObject(plus))
                        .answering("SELECT plus(1)", 3),
                on("drop function, one of two", dropped(plus), new CreateObject(plus), new CreateObject(ofText)),
                on(
                                "drop function, not known",
                                new DropObject(ObjectReference.ofRoutine(Kind.FUNCTION, "plus"), null),
                                new CreateObject(plus))
                        .irreversible(),
                on("replace function, not known", new ReplaceObject(other, null), new CreateObject(plus))
                        .irreversible(),
                on("create procedure", new CreateObject(clear)),
                on("drop procedure", dropped(clear), new CreateObject(clear)),
                on("drop procedure, not known", new DropObject(clear.reference(), null), new CreateObject(clear))
                        .irreversible(),
                on(
                        "rename trigger",
                        new RenameObject(trigger.reference(), "Change T"),
                        new CreateObject(change),
                        new CreateObject(trigger)));
        Routine plusThere = function(
                OperationCase.OTHER_SCHEMA + ".plus(integer)",
                plus("integer", "1").replace(" plus", " " + OperationCase.OTHER_SCHEMA + ".plus"));
        Trigger elsewhere = trigger(
                "change_t", ELSEWHERE.name().toString(), inserting.replace(" t ", " " + ELSEWHERE.name() + " "));
        Stream<OperationCase> ofOtherSchema = Stream.of(
                elsewhere("create trigger", new CreateObject(elsewhere), change),
                elsewhere("drop trigger", dropped(elsewhere), change, elsewhere),
                elsewhere("rename trigger", new RenameObject(elsewhere.reference(), "Change T"), change, elsewhere),
                elsewhere("create function", new CreateObject(plusThere)),
                elsewhere("drop function", dropped(plusThere), plusThere),
                elsewhere("rename function", new RenameObject(plusThere.reference(), "add"), plusThere));
        return conditionally(Stream.of(
                        own,
                        named(plus, "public"),
                        named(clear, "public"),
                        triggers(inserting, inserting.replace("INSERT", "UPDATE"), new CreateObject(change)),
                        ofOtherSchema)
                .flatMap(cases -> cases));
    }

    private static OperationCase elsewhere(String name, Operation operation, AuxiliaryObject... before) {
        return OperationCase.of(
                        "in another schema, " + name,
                        List.of(new CreateTable(ELSEWHERE)),
                        operation,
                        SchemaSnapshot.of(ELSEWHERE))
                .withSetUp(Stream.of(before).map(CreateObject::new).toArray(Operation[]::new))
                .inOtherSchema();
    }

    private static String plus(String type, String other) {
        return "CREATE FUNCTION plus(n " + type + ") RETURNS " + type + " LANGUAGE sql AS $$ SELECT n "
                + (type.equals("text") ? "||" : "+") + " " + other + " $$";
    }

    static Stream<OperationCase> ofMariadb(String grantee) {
        Routine plus = function("plus", "CREATE FUNCTION plus(n int) RETURNS int DETERMINISTIC RETURN n + 1");
        Routine other = function("plus", "CREATE FUNCTION plus(n int) RETURNS int DETERMINISTIC RETURN n + 2");
        Routine clear = procedure("clear_t", """
                CREATE PROCEDURE clear_t()
                BEGIN
                    DELETE FROM t;
                    DELETE FROM t WHERE a = ';';
                END;
                """);
        String inserting = "CREATE TRIGGER change_t BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 7";
        return conditionally(Stream.of(
                        Stream.of(
                                on("create function", new CreateObject(plus)),
                                on("replace function", new ReplaceObject(other, plus), new CreateObject(plus))
                                        .answering("SELECT plus(1)", 3),
                                on("drop function", dropped(plus), new CreateObject(plus)),
                                on("create procedure", new CreateObject(clear)),
                                on("drop procedure", dropped(clear), new CreateObject(clear))),
                        named(plus, grantee),
                        named(clear, grantee),
                        triggers(inserting, inserting.replace("7", "8")),
                        renamedTrigger(inserting),
                        ofOtherSchema(plus.definition(), inserting))
                .flatMap(cases -> cases));
    }

    static Stream<OperationCase> ofSqlite() {
        String inserting = "CREATE TRIGGER change_t AFTER INSERT ON t BEGIN UPDATE t SET a = 7; END;";
        return conditionally(Stream.concat(
                triggers(inserting, "CREATE TRIGGER change_t AFTER INSERT ON t BEGIN UPDATE t SET a = 8; END"),
                renamedTrigger(inserting)));
    }

    static Stream<OperationCase> ofH2() {
        Routine absolute = function("absolute", "CREATE ALIAS absolute FOR 'java.lang.Math.abs(int)'");
        Routine other = function("absolute", "CREATE ALIAS absolute FOR 'java.lang.Math.negateExact(int)'");
        return conditionally(Stream.concat(
                Stream.of(
                        on("create function", new CreateObject(absolute)),
                        on("replace function", new ReplaceObject(other, absolute), new CreateObject(absolute))
                                .answering("SELECT absolute(3)", -3),
                        on("drop function", dropped(absolute), new CreateObject(absolute))),
                named(absolute, "public")));
    }

    static Stream<OperationCase> ofHsqldb() {
        Routine plus = function("plus", "CREATE FUNCTION plus(n int) RETURNS int RETURN n + 1");
        Routine other = function("plus", "CREATE FUNCTION plus(n int) RETURNS int RETURN n + 2");
        Routine clear =
                procedure("clear_t", "CREATE PROCEDURE clear_t() MODIFIES SQL DATA BEGIN ATOMIC DELETE FROM t; END");
        String inserting =
                "CREATE TRIGGER change_t BEFORE INSERT ON t REFERENCING NEW ROW AS n FOR EACH ROW SET n.a = 7";
        return conditionally(Stream.of(
                        Stream.of(
                                on("create function", new CreateObject(plus)),
                                on("replace function", new ReplaceObject(other, plus), new CreateObject(plus))
                                        .answering("VALUES plus(1)", 3),
                                on("drop function", dropped(plus), new CreateObject(plus)),
                                on("create procedure", new CreateObject(clear)),
                                on("drop procedure", dropped(clear), new CreateObject(clear))),
                        named(plus, "public"),
                        named(clear, "public"),
                        triggers(inserting, inserting.replace("7", "8")),
                        renamedTrigger(inserting),
                        ofOtherSchema(plus.definition(), inserting))
                .flatMap(cases -> cases));
    }

    /** The cases, and more on what some of them create: only if it is missing, or there. */
    private static Stream<OperationCase> conditionally(Stream<OperationCase> cases) {
        return cases.flatMap(test -> {
            if (!(test.operation() instanceof CreateObject create)
                    || !List.of("create function", "create trigger").contains(test.name())) {
                return Stream.of(test);
            }
            String kind = create.object().kind().words();
            OperationCase there = test.withSetUp(create);
            return Stream.of(
                    test,
                    only(test, Existence.MISSING, "if missing, create " + kind + ", missing", create),
                    only(there, Existence.MISSING, "if missing, create " + kind + ", there", create),
                    only(
                            there,
                            Existence.PRESENT,
                            "if present, drop " + kind + ", there",
                            new DropObject(create.object().reference(), null)),
                    only(
                            test,
                            Existence.PRESENT,
                            "if present, drop " + kind + ", missing",
                            new DropObject(create.object().reference(), null)));
        });
    }

    private static OperationCase only(OperationCase test, Existence condition, String name, Operation operation) {
        return OperationCase.of(
                        name, test.setUp(), new ConditionalOperations(condition, List.of(operation)), test.after())
                .irreversible();
    }

    /** What is done with a routine by its name alone. */
    private static Stream<OperationCase> named(Routine routine, String grantee) {
        String kind = routine.kind().words();
        CreateObject there = new CreateObject(routine);
        Privileges call = routine.kind() == Kind.FUNCTION
                ? Privileges.of("EXECUTE").onFunction(routine.reference().signature())
                : Privileges.of("EXECUTE").onProcedure(routine.reference().signature());
        Grant grant = new Grant(call, List.of(grantee));
        return Stream.of(
                on("rename " + kind, new RenameObject(routine.reference(), "renamed"), there)
                        .needing(Capability.RENAMED_ROUTINES),
                on("grant, on a " + kind, grant, there).needing(Capability.OBJECT_PRIVILEGES),
                on("revoke, on a " + kind, new Revoke(call, grant.grantees()), there, grant)
                        .needing(Capability.OBJECT_PRIVILEGES));
    }

    private static Stream<OperationCase> triggers(String definition, String other, Operation... before) {
        Trigger change = trigger("change_t", "t", definition);
        Trigger changed = trigger("change_t", "t", other);
        return Stream.of(
                        on("create trigger", new CreateObject(change)),
                        on("replace trigger", new ReplaceObject(changed, change), new CreateObject(change)),
                        on("drop trigger", dropped(change), new CreateObject(change)),
                        on(
                                        "drop trigger, not known",
                                        new DropObject(change.reference(), null),
                                        new CreateObject(change))
                                .irreversible())
                .map(test -> before(test, before));
    }

    private static Stream<OperationCase> renamedTrigger(String definition) {
        Trigger change = trigger("change_t", "t", definition);
        return Stream.of(on("rename trigger", new RenameObject(change.reference(), "renamed"), new CreateObject(change))
                .needing(Capability.RENAMED_ROUTINES));
    }

    /** The function and the trigger in the other schema. */
    private static Stream<OperationCase> ofOtherSchema(String function, String trigger) {
        String schema = OperationCase.OTHER_SCHEMA + ".";
        Routine plus = function(schema + "plus", function.replace(" plus", " " + schema + "plus"));
        Trigger change = trigger(
                "change_t",
                schema + "t",
                trigger.replace(" change_t", " " + schema + "change_t").replace(" t ", " " + schema + "t "));
        return Stream.of(
                elsewhere("create function", new CreateObject(plus)),
                elsewhere("drop function", dropped(plus), plus),
                elsewhere("create trigger", new CreateObject(change)),
                elsewhere("drop trigger", dropped(change), change));
    }

    /** The case with operations after the table is made and before its own set-up. */
    private static OperationCase before(OperationCase test, Operation... before) {
        List<Operation> own = test.setUp().subList(1, test.setUp().size());
        OperationCase first = OperationCase.of(test.name(), List.of(new CreateTable(T)), test.operation(), test.after())
                .withSetUp(before)
                .withSetUp(own.toArray(Operation[]::new));
        return test.reversible() ? first : first.irreversible();
    }

    private static DropObject dropped(Routine routine) {
        return new DropObject(routine.reference(), routine);
    }

    private static DropObject dropped(Trigger trigger) {
        return new DropObject(trigger.reference(), trigger);
    }

    private static OperationCase on(String name, Operation operation, Operation... before) {
        return OperationCase.of(name, List.of(new CreateTable(T)), operation, SchemaSnapshot.of(T))
                .withSetUp(before);
    }
}
