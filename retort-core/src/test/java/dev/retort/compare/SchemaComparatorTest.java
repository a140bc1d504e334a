package dev.retort.compare;

import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.enumeration;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.text;
import static dev.retort.schema.Columns.timestamp;
import static dev.retort.schema.Columns.timestampWithTimeZone;
import static dev.retort.schema.Columns.tinyint;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.schema.Constraints.check;
import static dev.retort.schema.Constraints.foreignKey;
import static dev.retort.schema.Constraints.index;
import static dev.retort.schema.Constraints.primaryKey;
import static dev.retort.schema.Constraints.unique;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.retort.dialect.ColumnText;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.GeneratedOperations;
import dev.retort.operation.Hazard;
import dev.retort.operation.Hazard.Kind;
import dev.retort.operation.Operation;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaComparatorTest {

    private static final Column ID = column("id", bigint()).notNull();

    private final SchemaComparator comparator = new SchemaComparator(PlainDialect.create());

    static Stream<Arguments> changesOfOneTable() {
        return Stream.of(
                arguments(table(ID), table(ID, column("points", integer())), List.of("add column customers.points")),
                arguments(
                        table(ID, column("mail", varchar(50))),
                        table(ID, column("mail", varchar(80)).notNull().defaultsTo("")),
                        List.of("alter column customers.mail (type, not null, default)")),
                arguments(
                        table(ID, column("mail", text()), index("ix_mail", "mail")),
                        table(ID),
                        List.of("drop index ix_mail of customers", "drop column customers.mail")),
                arguments(
                        table(ID, column("mail", text()), index("ix_mail", "mail")),
                        table(
                                ID,
                                column("mail", text()),
                                index("ix_mail", "mail").asUnique()),
                        List.of("drop index ix_mail of customers", "create index ix_mail on customers")),
                arguments(table(ID, check("ck_id", "id > 0")), table(ID, check("ck_id", "id  >  0")), List.of()),
                arguments(
                        table(ID, check("ck_id", "id > 0")),
                        table(ID, check("ck_id", "id > 1")),
                        List.of("drop check ck_id of customers", "add check ck_id to customers")),
                arguments(table(ID), table(ID, primaryKey("id")), List.of("add primary key to customers")),
                arguments(
                        table(ID, PrimaryKey.of("pk_by_hand", List.of("id"))), table(ID, primaryKey("id")), List.of()),
                arguments(
                        table(ID, unique("uq_by_hand", "id")),
                        table(ID, UniqueConstraint.of(null, List.of("id"))),
                        List.of()),
                arguments(
                        table(ID, UniqueConstraint.of(null, List.of("id"))),
                        table(ID, unique("uq_id", "id")),
                        List.of()),
                arguments(
                        table(ID, unique("uq_old", "id")),
                        table(ID, unique("uq_new", "id")),
                        List.of(
                                "drop unique constraint uq_old of customers",
                                "add unique constraint uq_new to customers")),
                arguments(table(ID).comment("old"), table(ID).comment("new"), List.of("comment on table customers")),
                arguments(
                        table(ID, column("a", text()), column("b", text())),
                        table(ID, column("b", text()), column("a", text())),
                        List.of()));
    }

    @ParameterizedTest
    @MethodSource("changesOfOneTable")
    void findsWhatChangesInATable(Table before, Table after, List<String> expected) {
        SchemaDifferences found = compare(List.of(after), List.of(before));

        assertThat(found.upgrade().operations()).extracting(Operation::describe).containsExactlyElementsOf(expected);
    }

    @Test
    void aNotNullColumnWithoutDefaultIsRemarkedOnWhereItIsAdded() {
        List<Table> without = List.of(table(ID));
        List<Table> with = List.of(table(ID, column("points", integer()).notNull()));

        for (GeneratedOperations adding :
                List.of(compare(with, without).upgrade(), compare(without, with).downgrade())) {
            assertThat(adding.hazards()).extracting(Hazard::kind).containsExactly(Kind.MAY_FAIL);
        }
        assertThat(compare(with, without).downgrade().hazards()).isEmpty();
    }

    @Test
    void aDroppedAndAnAddedColumnOfTheSameTypeMayBeARename() {
        SchemaDifferences found =
                compare(List.of(table(ID, column("email", text()))), List.of(table(ID, column("mail", text()))));

        assertThat(found.upgrade().hazards())
                .extracting(Hazard::kind)
                .containsExactly(Kind.POSSIBLE_RENAME, Kind.LOSES_DATA);
        assertThat(found.upgrade().hazards().get(0).sentence())
                .contains("customers.mail")
                .contains("email");
    }

    @Test
    void theColumnOfTheLikestNameMayBeTheOneRenamed() {
        SchemaDifferences found = compare(
                List.of(table(ID, column("added_def", text()), column("nickname", text()), column("e_mail", text()))),
                List.of(table(ID, column("mail", text()), column("nick", text()), column("shoe", bigint()))));

        assertThat(found.upgrade().hazards())
                .filteredOn(hazard -> hazard.kind() == Kind.POSSIBLE_RENAME)
                .extracting(hazard -> hazard.sentence().split(" of the same type", -1)[0])
                .containsExactlyInAnyOrder("Column customers.nick", "Column customers.mail");
    }

    static Stream<Arguments> comingToRows() {
        Column kind = column("kind", integer());
        return Stream.of(
                arguments(table(kind), table(kind, unique("uq", "kind")), "[MAY_FAIL]"),
                arguments(table(kind, unique("uq", "kind")), table(kind, unique("uq2", "kind")), "[]"),
                arguments(table(ID), table(ID, kind, unique("uq", "kind")), "[]"),
                arguments(table(kind), table(kind, index("ix", "kind").asUnique()), "[MAY_FAIL]"),
                arguments(table(kind), table(kind, index("ix", "kind")), "[]"),
                arguments(table(ID), table(ID, primaryKey("id")), "[MAY_FAIL]"),
                arguments(table(ID), table(ID, foreignKey("fk", "id").references("customers", "id")), "[MAY_FAIL]"),
                arguments(table(kind), table(kind, check("ck", "kind > 0")), "[MAY_FAIL]"),
                arguments(
                        table(kind, check("ck", "kind in ('A', 'B')")),
                        table(kind, check("ck", "kind in ('A', 'C', 'B')")),
                        "[]"),
                arguments(
                        table(kind, check("ck", "kind in ('A', 'B')")),
                        table(kind, check("ck", "kind in ('A')")),
                        "[MAY_FAIL]"),
                arguments(
                        table(kind, check("ck", "kind between 0 and 2")),
                        table(kind, check("ck", "kind between 0 and 3")),
                        "[CHANGES_VALUES]"),
                arguments(
                        table(kind, check("ck", "kind >= 0 and kind <= 3")),
                        table(kind, check("ck", "kind between 0 and 2")),
                        "[CHANGES_VALUES, MAY_FAIL]"));
    }

    @ParameterizedTest
    @MethodSource("comingToRows")
    void whatRowsMayBreakIsRemarkedOnUnlessTheyKeptItBefore(Table before, Table after, String kinds) {
        assertThat(compare(List.of(after), List.of(before)).upgrade().hazards())
                .extracting(Hazard::kind)
                .hasToString(kinds);
    }

    @Test
    void aDroppedAndACreatedTableOfTheSameColumnsMayBeARename() {
        SchemaDifferences found = compare(List.of(table("clients", ID)), List.of(table("customers", ID)));

        assertThat(found.upgrade().hazards())
                .extracting(Hazard::kind)
                .containsExactly(Kind.LOSES_DATA, Kind.POSSIBLE_RENAME);
    }

    @Test
    void aNarrowerTypeLosesDataAndAWiderOneDoesNot() {
        List<Table> narrow = List.of(table(ID, column("name", varchar(10))));
        List<Table> wide = List.of(table(ID, column("name", varchar(20))));

        assertThat(compare(narrow, wide).upgrade().hazards())
                .extracting(Hazard::kind)
                .containsExactly(Kind.LOSES_DATA);
        assertThat(compare(narrow, wide).downgrade().hazards()).isEmpty();
        assertThat(compare(wide, narrow).upgrade().hazards()).isEmpty();
    }

    @Test
    void theWayBackFromAWiderTypeOrFromNullIsRemarkedOnThere() {
        GeneratedOperations back = compare(
                        List.of(table(ID, column("name", varchar(20)))),
                        List.of(table(ID, column("name", varchar(10)).notNull())))
                .downgrade();

        assertThat(back.generated().get(0).hazards())
                .extracting(Hazard::kind)
                .containsExactly(Kind.LOSES_DATA, Kind.MAY_FAIL);
    }

    @Test
    void aNumberDoesNotBecomeAWordByItselfNorAWordANumber() {
        Table words = table(ID, column("kind", enumeration("A", "B")).defaultsTo("A"), check("ck", "kind <> 'B'"));
        Table numbers = table(ID, column("kind", tinyint()).defaultsTo(0).notNull(), check("ck", "kind < 2"));

        for (SchemaDifferences found :
                List.of(compare(List.of(words), List.of(numbers)), compare(List.of(numbers), List.of(words)))) {
            assertThat(found.upgrade().operations()).isEmpty();
            assertThat(found.upgrade().hazards())
                    .singleElement()
                    .satisfies(hazard -> assertThat(hazard.sentence())
                            .startsWith("Column customers.kind is to be ")
                            .contains("UPDATE and CASE"));
        }
    }

    @Test
    void aTimeZoneThatIsGainedOrLostIsRemarkedOnAndNothingIsSaidToBeCut() {
        List<Table> plain = List.of(table(ID, column("at", timestamp())));
        List<Table> zoned = List.of(table(ID, column("at", timestampWithTimeZone())));

        assertThat(List.of(compare(plain, zoned), compare(zoned, plain)))
                .allSatisfy(found -> assertThat(found.upgrade().hazards())
                        .extracting(Hazard::kind)
                        .containsExactly(Kind.CHANGES_VALUES));
    }

    @Test
    void anAspectThatIsIgnoredIsNoDifferenceInAnyWay() {
        Column mail = column("mail", varchar(20)).notNull().defaultsTo("x");
        Column before = column("mail", varchar(30));

        assertThat(compareIgnoring(EnumSet.allOf(ColumnAspect.class), mail, before))
                .isEqualTo(compareIgnoring(EnumSet.noneOf(ColumnAspect.class), before.notNull(), before))
                .extracting(found -> found.upgrade().hazards(), as(LIST))
                .hasSize(1);
        assertThat(compareIgnoring(EnumSet.of(ColumnAspect.DEFAULT), mail, before)
                        .upgrade()
                        .operations())
                .extracting(Operation::describe)
                .containsExactly("alter column customers.mail (type, not null)");
    }

    private static SchemaDifferences compareIgnoring(Set<ColumnAspect> ignored, Column wanted, Column found) {
        return new SchemaComparator(PlainDialect.create(), ignored)
                .compare(snapshot(List.of(table(wanted))), snapshot(List.of(table(found))), table -> true);
    }

    @Test
    void aColumnThatIsNumberedDifferentlyIsLeftAsAWhole() {
        Column counted = ID.asIdentity().typed(integer());
        SchemaDifferences found = compare(List.of(table(counted)), List.of(table(ID.defaultsTo(1))));

        assertThat(found.upgrade().operations()).isEmpty();
        assertThat(found.upgrade().hazards()).extracting(Hazard::kind).containsExactly(Kind.NOT_GENERATED);
        assertThat(found.isEmpty()).isFalse();
    }

    @Test
    void aForeignKeyWaitsForTheColumnsOnBothItsEnds() {
        Table wanted = table(
                ID.asIdentity(),
                column("boss", bigint()),
                foreignKey("fk", "boss").references("customers", "id"));

        SchemaDifferences found = compare(List.of(wanted), List.of(table(ID, column("boss", bigint()))));

        assertThat(found.upgrade().operations()).isEmpty();
        assertThat(found.upgrade().hazards())
                .extracting(Hazard::sentence)
                .satisfiesExactly(
                        said -> assertThat(said).startsWith("Column customers.id is to be an identity column"),
                        said -> assertThat(said)
                                .startsWith("Table customers lacks foreign key (boss) to customers (id);"));
    }

    @Test
    void aRingOfForeignKeysIsClosedAfterTheTablesAreCreated() {
        Table egg =
                table("egg", ID, primaryKey("id"), foreignKey("fk_egg", "id").references("hen", "id"));
        Table hen =
                table("hen", ID, primaryKey("id"), foreignKey("fk_hen", "id").references("egg", "id"));

        assertThat(compare(List.of(egg, hen), List.of()).upgrade().operations())
                .extracting(Operation::describe)
                .containsExactly("create table hen", "create table egg", "add foreign key fk_hen to hen");
        assertThat(compare(List.of(), List.of(egg, hen)).upgrade().operations())
                .extracting(Operation::describe)
                .containsExactly("drop foreign key fk_hen of hen", "drop table egg", "drop table hen");
    }

    @Test
    void tablesComeAfterTheTablesTheyReferTo() {
        List<Table> chain = IntStream.range(0, 5_000)
                .mapToObj(i -> table(
                        "t%05d".formatted(i),
                        ID,
                        primaryKey("id"),
                        foreignKey("fk" + i, "id").references("t%05d".formatted(Math.min(i + 1, 4_999)), "id")))
                .toList();

        List<Operation> operations = compare(chain, List.of()).upgrade().operations();

        assertThat(operations).hasSize(5_000);
        assertThat(((CreateTable) operations.get(0)).table().name().name()).isEqualTo("t04999");
        assertThat(((CreateTable) operations.get(4_999)).table().name().name()).isEqualTo("t00000");
    }

    @Test
    void aConstraintThatIsAddedWithoutNameGetsOneWithinTheLimit() {
        SchemaDifferences found = compare(
                List.of(table(ID, UniqueConstraint.of(null, List.of("id")), CheckConstraint.of(null, "id > 0"))),
                List.of(table(ID)));

        assertThat(found.upgrade().operations())
                .hasSize(2)
                .allSatisfy(operation -> assertThat(operation.reverse()).isPresent())
                .extracting(
                        operation -> ((AddConstraint) operation).constraint().name())
                .allSatisfy(name -> assertThat(name).isNotNull().hasSizeLessThanOrEqualTo(24));
        assertThat(found.upgrade().operations().get(0).describe())
                .isEqualTo("add unique constraint uq_customers_id to customers");
    }

    static Stream<Arguments> nameless() {
        return Stream.of(
                arguments(UniqueConstraint.of(null, List.of("id", "boss")), "unique (id, boss)"),
                arguments(CheckConstraint.of(null, "id > 0"), "check (id > 0)"),
                arguments(
                        new ForeignKey.Referring(null, List.of("boss")).references("customers", "id"),
                        "foreign key (boss) to customers (id)"));
    }

    @ParameterizedTest
    @MethodSource("nameless")
    void aSurplusConstraintWithoutNameIsSaidBecauseItCannotBeDropped(Constraint surplus, String words) {
        Column boss = column("boss", bigint());
        SchemaDifferences found = compare(List.of(table(ID, boss)), List.of(table(ID, boss, surplus)));

        assertThat(found.upgrade().operations()).isEmpty();
        assertThat(found.upgrade().hazards())
                .extracting(Hazard::kind, Hazard::sentence)
                .containsExactly(tuple(
                        Kind.NOT_GENERATED,
                        "Table customers has a constraint without a name that is not desired, and it cannot be"
                                + " dropped by name: " + words + "."));
    }

    @Test
    void tablesThatAreNotIncludedDoNotExistOnEitherSide() {
        SchemaDifferences found = comparator.compare(
                snapshot(List.of(table("wanted", ID), table("audit", ID))),
                snapshot(List.of(table("retort_version", ID))),
                object -> object.name().name().equals("wanted"));

        assertThat(found.upgrade().operations()).extracting(Operation::describe).containsExactly("create table wanted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "integer | integer generated always as (a + 1)",
                "integer generated always as (a + 1) stored | integer",
                "integer generated always as (a + 1) stored | integer generated always as (a + 2) stored",
                "integer generated always as (a + 1) stored | integer generated always as (a + 1) virtual",
                "integer generated always as (a + 1) stored | text generated always as (a + 1) stored"
            })
    void aColumnThatIsComputedDifferentlyIsSaidBecauseNoOperationExistsForIt(String wanted, String found) {
        SchemaDifferences differences = compareColumnsOnSqlite(wanted, found);

        assertThat(differences.upgrade().operations()).isEmpty();
        assertThat(differences.upgrade().hazards()).extracting(Hazard::kind).containsExactly(Kind.NOT_GENERATED);
    }

    @Test
    void aColumnThatIsComputedTheSameWayIsTheSame() {
        assertThat(compareColumnsOnSqlite(
                                "integer generated always as (a + 1) stored",
                                "INTEGER GENERATED ALWAYS AS (a+1) STORED")
                        .isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:sqlite:any.db", "jdbc:postgresql://h/d", "jdbc:h2:mem:d", "jdbc:mariadb://h/d"})
    void aTextInAnotherCaseIsAnotherComputation(String url) {
        String lower = "varchar(9) generated always as (lower(a) || 'x') stored";
        String upper = "varchar(9) generated always as (lower(a) || 'X') stored";

        assertThat(compareColumns(url, upper, upper).isEmpty()).isTrue();
        assertThat(compareColumns(url, upper + " not null", upper).isEmpty()).isTrue();
        assertThat(compareColumns(url, upper, lower).upgrade().hazards())
                .singleElement()
                .satisfies(said -> assertThat(said.sentence()).contains("lower(a) || 'x'", "lower(a) || 'X'"));
    }

    private static SchemaDifferences compareColumnsOnSqlite(String wanted, String found) {
        return compareColumns("jdbc:sqlite:any.db", wanted, found);
    }

    private static SchemaDifferences compareColumns(String url, String wanted, String found) {
        Dialect dialect =
                Dialects.loadedFrom(SchemaComparatorTest.class.getClassLoader()).forUrl(url);
        return new SchemaComparator(dialect)
                .compare(ofColumn(wanted, dialect), ofColumn(found, dialect), table -> true);
    }

    private static SchemaSnapshot ofColumn(String text, Dialect dialect) {
        return SchemaSnapshot.of(table(ID, ColumnText.column("computed", text, dialect.types())));
    }

    @Test
    void operationsSpeakOfTheWishAndOfTheNamesThatTheDatabaseGives() {
        SchemaComparator naming = new SchemaComparator(PlainDialect.reporting(SchemaComparatorTest::named));
        Table wanted =
                table(ID, column("mail", varchar(9)), UniqueConstraint.of(null, List.of("mail")), primaryKey("id"));

        List<Operation> operations = naming.compare(snapshot(List.of(wanted)), SchemaSnapshot.EMPTY, table -> true)
                .upgrade()
                .operations();

        assertThat(operations)
                .containsExactly(new CreateTable(
                        table(ID, column("mail", varchar(9)), unique("customers_mail_key", "mail"), primaryKey("id"))));
    }

    @Test
    void operationsKnowWhatWasThere() {
        Column mail = column("mail", varchar(9)).defaultsTo("x").comment("where to write");
        List<Operation> dropped =
                compare(List.of(table(ID)), List.of(table(ID, mail))).upgrade().operations();
        List<Operation> altered = compare(List.of(table(ID, mail.comment(null))), List.of(table(ID, mail)))
                .upgrade()
                .operations();

        assertThat(((DropColumn) dropped.get(0)).was()).isEqualTo(mail);
        assertThat(((AlterColumn) altered.get(0)).existing()).isEqualTo(mail);
    }

    /** A database that spells every varchar as text and names what has no name. */
    private static SchemaSnapshot named(SchemaSnapshot wanted) {
        List<Table> tables = new ArrayList<>();
        for (Table table : wanted.tables()) {
            List<TableElement> elements = new ArrayList<>();
            table.columns()
                    .forEach(column -> elements.add(column.name().equals("mail") ? column.typed(text()) : column));
            elements.add(PrimaryKey.of("customers_pkey", List.of("id")));
            elements.add(unique("customers_mail_key", "mail"));
            tables.add(Table.of(table.name(), elements));
        }
        return SchemaSnapshot.of(tables);
    }

    private SchemaDifferences compare(List<Table> desired, List<Table> actual) {
        return comparator.compare(snapshot(desired), snapshot(actual), table -> true);
    }

    private static SchemaSnapshot snapshot(List<Table> tables) {
        return SchemaSnapshot.of(tables);
    }

    private static Table table(TableElement... elements) {
        return table("customers", elements);
    }

    private static Table table(String name, TableElement... elements) {
        return Table.of(QualifiedName.of(name), Arrays.asList(elements));
    }
}
