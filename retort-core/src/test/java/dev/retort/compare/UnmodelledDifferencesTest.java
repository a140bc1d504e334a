package dev.retort.compare;

import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.schema.Constraints.check;
import static dev.retort.schema.Constraints.index;
import static dev.retort.schema.Constraints.namedPrimaryKey;
import static dev.retort.schema.Constraints.primaryKey;
import static dev.retort.schema.Constraints.unique;
import static dev.retort.schema.Constraints.unnamedUnique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropIndex;
import dev.retort.operation.GeneratedOperation;
import dev.retort.operation.GeneratedOperations;
import dev.retort.operation.Hazard;
import dev.retort.operation.Hazard.Kind;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.Deferrability;
import dev.retort.schema.Index;
import dev.retort.schema.NullsOrder;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.Unmodelled;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnmodelledDifferencesTest {

    private static final Column ID = column("id", bigint()).notNull();

    private final SchemaComparator comparator = new SchemaComparator(PlainDialect.create());

    @Test
    void aDropOfWhatIsNotReadAsItIsSaysThatTheWayBackLeadsElsewhere() {
        Table kept = table("kept", ID, index("ix_kept", "id"), index("ix_other", "id"));
        Table gone = table("gone", ID);
        SchemaSnapshot actual = snapshot(List.of(kept, gone))
                .and(List.of(
                        Unmodelled.ofTable(kept.name(), "ix_kept", "CREATE INDEX ix_kept ON kept (id DESC NULLS LAST)"),
                        Unmodelled.ofTable(gone.name(), "ex_gone", "EXCLUDE USING gist (id WITH =)")));

        SchemaDifferences found = comparator.compare(
                snapshot(List.of(table("kept", ID))),
                actual,
                object -> !object.belongsTo().equals(kept.name()));
        assertThat(found.upgrade().generated().get(0).hazards())
                .filteredOn(hazard -> hazard.kind() == Kind.NOT_RESTORED)
                .extracting(Hazard::object, Hazard::sentence)
                .containsExactly(tuple(
                        "gone",
                        "The downgrade does not restore ex_gone of gone; write it there by hand:"
                                + " EXCLUDE USING gist (id WITH =)."));

        GeneratedOperations withoutIndex = comparator
                .compare(snapshot(List.of(table("kept", ID), gone)), actual, name -> true)
                .upgrade();
        assertThat(withoutIndex.generated())
                .filteredOn(one -> !one.hazards().isEmpty())
                .extracting(GeneratedOperation::operation)
                .containsExactly(new DropIndex(kept.name(), "ix_kept", index("ix_kept", "id")));
        assertThat(withoutIndex.hazards())
                .extracting(Hazard::kind)
                .containsExactly(Kind.NOT_RESTORED, Kind.OUTSIDE_MODEL);
        assertThat(withoutIndex.notices()).hasSize(1);
    }

    @Test
    void aDifferenceInWhatIsNotReadAsItIsIsSaidWhicheverSideHasMore() {
        Table table = table("customers", ID, index("ix", "id"));
        SchemaSnapshot plain = snapshot(List.of(table));
        SchemaSnapshot wide =
                plain.and(List.of(Unmodelled.ofTable(table.name(), "ix", "CREATE INDEX ix (a) INCLUDE (b)")));
        SchemaSnapshot wider =
                plain.and(List.of(Unmodelled.ofTable(table.name(), "ix", "CREATE INDEX ix (a) INCLUDE (c)")));

        assertThat(said(wide, plain))
                .containsExactly("NOT_GENERATED No operation creates ix of customers;"
                        + " write it by hand: CREATE INDEX ix (a) INCLUDE (b).");
        assertThat(said(wide, SchemaSnapshot.EMPTY)).hasSize(1);
        assertThat(said(wide, wider))
                .containsExactly(
                        "NOT_GENERATED No operation changes ix of customers to what is desired;"
                                + " write it by hand: CREATE INDEX ix (a) INCLUDE (b). Now it is: CREATE INDEX ix (a) INCLUDE (c).");
        assertThat(said(plain, wide))
                .containsExactly(
                        "OUTSIDE_MODEL Cannot be compared, and is left as it is in ix of customers: CREATE INDEX ix (a) INCLUDE (b).");
        assertThat(said(wide, wide)).isEmpty();
    }

    private List<String> said(SchemaSnapshot desired, SchemaSnapshot actual) {
        return comparator.compare(desired, actual, name -> true).upgrade().hazards().stream()
                .map(hazard -> hazard.kind() + " " + hazard.sentence())
                .toList();
    }

    @Test
    void aColumnFromWhichAnotherOneIsStillComputedIsNotDropped() {
        Column total = column("total", bigint());
        SchemaSnapshot before =
                snapshot(List.of(table("orders", ID, column("net", bigint()), total.storedAs("net * 2"))));
        SchemaSnapshot after =
                snapshot(List.of(table("orders", ID, column("gross", bigint()), total.storedAs("gross * 2"))));

        assertThat(comparator.compare(after, before, object -> true).upgrade().operations())
                .extracting(Operation::describe)
                .containsExactly("add column orders.gross");
        assertThat(said(after, before))
                .hasSize(2)
                .last()
                .asString()
                .startsWith(
                        "NOT_GENERATED Column orders.net is not desired, but column total, which is left as it is,");
        assertThat(comparator
                        .compare(snapshot(List.of(table("orders", ID))), before, object -> true)
                        .upgrade()
                        .operations())
                .hasSize(2);
    }

    @Test
    void aDifferenceInWhatAColumnIsMadeWithIsSaidAndLeftToPeople() {
        SchemaSnapshot plain = snapshot(List.of(table("customers", ID)));
        SchemaSnapshot more =
                snapshot(List.of(table("customers", ID.asInvisible().option("storage", "external"))));

        assertThat(said(more, plain))
                .containsExactly("NOT_GENERATED No operation changes column id of customers to what is desired;"
                        + " write it by hand: INVISIBLE, storage = external. Now it is: the defaults.");
        assertThat(said(plain, more))
                .containsExactly("NOT_GENERATED No operation changes column id of customers to what is desired;"
                        + " write it by hand: the defaults. Now it is: INVISIBLE, storage = external.");
        assertThat(said(more, more)).isEmpty();
        assertThat(new SchemaComparator(PlainDialect.create())
                        .leavingUnsaid()
                        .compare(plain, more, name -> true)
                        .upgrade()
                        .hazards())
                .extracting(Hazard::kind, Hazard::sentence)
                .containsExactly(tuple(
                        Kind.OUTSIDE_MODEL,
                        "Cannot be compared, and is left as it is in column id of customers:"
                                + " INVISIBLE, storage = external."));
    }

    @Test
    void aColumnThatIsComputedIsComparedInWhatItIsMadeWithToo() {
        Column sum = column("sum", bigint()).storedAs("id + 1");
        SchemaSnapshot plain = snapshot(List.of(table("customers", ID, sum)));
        SchemaSnapshot more = snapshot(List.of(table("customers", ID, sum.asInvisible())));

        assertThat(said(more, plain)).singleElement().asString().contains("column sum of customers", "INVISIBLE");
    }

    @Test
    void aConstraintThatIsMoreThanWasReadIsNotRestoredByADowngrade() {
        Table table = table("customers", ID, unique("uq", "id"));
        SchemaSnapshot actual =
                snapshot(List.of(table)).and(List.of(Unmodelled.ofTable(table.name(), "uq", "UNIQUE (id) DEFERRABLE")));

        assertThat(said(snapshot(List.of(table("customers", ID))), actual))
                .containsExactly("NOT_RESTORED The downgrade does not restore uq of customers; write it there by hand:"
                        + " UNIQUE (id) DEFERRABLE.");
    }

    @Test
    void anIndexThatIsOutOfUseIsNoIndexThatIsThere() {
        Table table = table("customers", ID, index("ix", "id"));
        SchemaSnapshot actual =
                snapshot(List.of(table("customers", ID, index("ix", "id").valid(false))));

        SchemaDifferences kept = comparator.compare(snapshot(List.of(table)), actual, name -> true);
        assertThat(kept.upgrade().operations()).isEmpty();
        assertThat(kept.upgrade().hazards()).extracting(Hazard::kind).containsExactly(Kind.NOT_GENERATED);

        SchemaDifferences dropped = comparator.compare(snapshot(List.of(table("customers", ID))), actual, name -> true);
        assertThat(dropped.upgrade().operations())
                .extracting(Operation::describe)
                .containsExactly("drop index ix of customers");
        assertThat(dropped.upgrade().hazards()).isEmpty();
        assertThat(comparator
                        .compare(SchemaSnapshot.EMPTY, actual, object -> false)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void whatNobodyAskedForStaysAsItIsAndIsSaidWhereTheSourceCannotSayIt() {
        Table desired = table(
                "customers",
                ID,
                column("mail", varchar(20)),
                primaryKey("id"),
                unnamedUnique("mail"),
                check("ck", "id > 0"),
                index("ix", "mail"));
        Table actual = table(
                        "customers",
                        ID,
                        column("mail", varchar(20)).collate("C").asInvisible(),
                        namedPrimaryKey("pk", "id").including(List.of("mail")),
                        unique("uq", "mail").deferrability(Deferrability.INITIALLY_DEFERRED),
                        check("ck", "id > 0").validated(false),
                        index("ix")
                                .and(Index.Part.column("mail").nulls(NullsOrder.FIRST))
                                .including(List.of("id")))
                .option("fillfactor", "70");

        GeneratedOperations found = comparator
                .leavingUnsaid()
                .compare(snapshot(List.of(desired)), snapshot(List.of(actual)), object -> true)
                .upgrade();
        assertThat(found.operations()).isEmpty();
        assertThat(found.hazards())
                .extracting(Hazard::kind, Hazard::sentence)
                .containsExactlyInAnyOrder(
                        tuple(Kind.OUTSIDE_MODEL, more("table customers", "fillfactor = 70")),
                        tuple(Kind.OUTSIDE_MODEL, more("column mail of customers", "INVISIBLE")),
                        tuple(Kind.OUTSIDE_MODEL, more("primary key (id) of customers", "INCLUDE")),
                        tuple(Kind.OUTSIDE_MODEL, more("unique (mail) of customers", "DEFERRABLE")),
                        tuple(Kind.OUTSIDE_MODEL, more("ck of customers", "NOT VALID")),
                        tuple(Kind.OUTSIDE_MODEL, more("ix of customers", "INCLUDE, NULLS FIRST")));

        GeneratedOperations strict = comparator
                .compare(snapshot(List.of(desired)), snapshot(List.of(actual)), object -> true)
                .upgrade();
        assertThat(strict.operations())
                .extracting(Operation::describe)
                .containsExactlyInAnyOrder(
                        "alter column customers.mail (collation)",
                        "drop primary key pk of customers",
                        "add primary key to customers",
                        "drop unique constraint uq of customers",
                        "add unique constraint uq to customers",
                        "drop check ck of customers",
                        "add check ck to customers",
                        "drop index ix of customers",
                        "create index ix on customers");
        assertThat(strict.hazards()).extracting(Hazard::kind).contains(Kind.NOT_GENERATED);
    }

    @Test
    void anIndexOverSomethingElseTakesNothingFromTheOneThatIsThere() {
        Index found = index("ix").and(Index.Part.column("mail").operatorClass(QualifiedName.of("text_pattern_ops")));
        SchemaSnapshot actual = snapshot(List.of(table("customers", ID, column("mail", varchar(9)), found)));
        SchemaSnapshot desired =
                snapshot(List.of(table("customers", ID, column("mail", varchar(9)), index("ix", "id"))));

        assertThat(comparator
                        .leavingUnsaid()
                        .compare(desired, actual, object -> true)
                        .upgrade()
                        .operations())
                .contains(new CreateIndex(QualifiedName.of("customers"), index("ix", "id")));
    }

    private static String more(String what, String words) {
        return "Cannot be compared, and is left as it is in " + what + ": " + words + ".";
    }

    private static SchemaSnapshot snapshot(List<Table> tables) {
        return SchemaSnapshot.of(tables);
    }

    private static Table table(String name, TableElement... elements) {
        return Table.of(QualifiedName.of(name), Arrays.asList(elements));
    }
}
