package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CommentOnTable;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.operation.OutsideTransaction;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.schema.Column;
import dev.retort.schema.Columns;
import dev.retort.schema.Constraint;
import dev.retort.schema.Constraints;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OperationEffectTest {

    private static final QualifiedName CHILD = QualifiedName.of("child");
    private static final Column NAME = Column.of("name", Columns.varchar(50)).defaultsTo("x");
    private static final Column NOTE = Column.of("note", Columns.varchar(90));
    private static final Index BY_NAME = Constraints.index("child_name", "name");
    private static final ForeignKey TO_PARENT =
            Constraints.foreignKey("child_parent", "parent_id").references("parent", "id");
    private static final Constraint POSITIVE = Constraints.check("child_positive", "parent_id > 0");
    private static final Constraint ONE_NAME = Constraints.unique("child_one_name", "parent_id", "name");
    private static final Sequence NUMBERS = Sequence.of(QualifiedName.of("numbers"), 10, 5);
    private static final Sequence FRESH = Sequence.of(QualifiedName.of("fresh"), 1, 1);

    private static final Table PARENT = Table.of(
            QualifiedName.of("parent"),
            List.of(Column.of("id", Columns.integer()).notNull(), Constraints.namedPrimaryKey("parent_pk", "id")));

    private static final Table CHILD_TABLE = Table.of(
            CHILD,
            List.of(
                    Column.of("id", Columns.bigint()).notNull().asIdentity(),
                    Column.of("parent_id", Columns.integer()),
                    NAME,
                    NOTE,
                    Constraints.namedPrimaryKey("child_pk", "id"),
                    BY_NAME));

    private static final Table FOREST = Table.of(
            QualifiedName.of("forest"),
            List.of(
                    Column.of("a", Columns.integer()).notNull(),
                    Column.of("b", Columns.integer()).notNull().defaultsTo(3),
                    Column.of("c", Columns.enumeration("oak", "elm")).defaultsTo("oak"),
                    Column.of("d", Columns.decimal(8, 3)),
                    Constraints.primaryKey("b", "a"),
                    Constraints.unique("forest_d", "d"),
                    Constraints.check("forest_a", "a < 100 AND b > 0"),
                    Constraints.foreignKey("forest_parent", "a")
                            .references("parent", "id")
                            .onDelete(ReferentialAction.CASCADE)
                            .onUpdate(ReferentialAction.SET_NULL),
                    Constraints.foreignKey("forest_self", "a", "b").references("forest", "b", "a"),
                    Index.of("forest_cd", List.of(Index.Part.column("c").descending(true), Index.Part.column("d")))
                            .asUnique()));

    /**
     * An operation and what it makes of the child table.
     *
     * @param sqlite whether SQLite can do it
     */
    private record Case(Operation operation, boolean sqlite, Table after) {}

    private static List<Case> cases() {
        Column required = Column.of("added", Columns.varchar(9)).notNull().defaultsTo("it's");
        Column now = Column.of("added", Columns.timestamp()).defaultsToSql("CURRENT_TIMESTAMP");
        Column wide = NOTE.typed(Columns.varchar(200));
        return List.of(
                new Case(
                        new AddColumn(CHILD, Column.of("added", Columns.bool())),
                        true,
                        with(Column.of("added", Columns.bool()))),
                new Case(new AddColumn(CHILD, required), true, with(required)),
                new Case(new AddColumn(CHILD, now), false, with(now)),
                new Case(new AddColumn(CHILD, required.withDefault(null)), false, with(required.withDefault(null))),
                new Case(
                        new AddColumn(
                                CHILD, Column.of("added", Columns.integer()).comment("why")),
                        true,
                        with(Column.of("added", Columns.integer()).comment("why"))),
                new Case(
                        new AddColumn(CHILD, Column.of("added", Columns.enumeration("a", "b"))),
                        true,
                        with(Column.of("added", Columns.enumeration("a", "b")))),
                new Case(new DropColumn(CHILD, "note", NOTE), true, without(NOTE)),
                new Case(new RenameColumn(CHILD, "note", "remark"), true, replaced(NOTE, NOTE.named("remark"))),
                new Case(alter(new ColumnChange.Type(wide.type())), false, replaced(NOTE, wide)),
                new Case(alter(new ColumnChange.Nullability(false)), true, replaced(NOTE, NOTE.notNull())),
                new Case(
                        alter(new ColumnChange.Default(new DefaultValue.Literal("y"))),
                        false,
                        replaced(NOTE, NOTE.defaultsTo("y"))),
                new Case(alter(new ColumnChange.Comment("it's")), true, replaced(NOTE, NOTE.comment("it's"))),
                new Case(
                        alter(new ColumnChange.Type(wide.type()), new ColumnChange.Nullability(false)),
                        false,
                        replaced(NOTE, wide.notNull())),
                new Case(new CommentOnTable(CHILD, "people", true, null), true, CHILD_TABLE.comment("people")),
                new Case(new AddConstraint(CHILD, TO_PARENT), false, with(TO_PARENT)),
                new Case(new AddConstraint(CHILD, ONE_NAME), false, with(ONE_NAME)),
                new Case(new AddConstraint(CHILD, POSITIVE), true, with(POSITIVE)),
                new Case(
                        new CreateIndex(CHILD, Constraints.uniqueIndex("more", "name", "note")),
                        true,
                        with(Constraints.uniqueIndex("more", "name", "note"))),
                new Case(new DropIndex(CHILD, "child_name", BY_NAME), true, without(BY_NAME)),
                new Case(
                        new OutsideTransaction(List.of(new DropIndex(CHILD, "child_name", BY_NAME))),
                        true,
                        without(BY_NAME)));
    }

    private static AlterColumn alter(ColumnChange... changes) {
        return new AlterColumn(CHILD, "note", List.of(changes), NOTE);
    }

    private static Table with(TableElement element) {
        List<TableElement> elements = new ArrayList<>(CHILD_TABLE.elements());
        elements.add(element);
        return Table.of(CHILD, elements);
    }

    private static Table without(TableElement element) {
        List<TableElement> elements = new ArrayList<>(CHILD_TABLE.elements());
        elements.remove(element);
        return Table.of(CHILD, elements);
    }

    private static Table replaced(TableElement element, TableElement other) {
        List<TableElement> elements = new ArrayList<>(CHILD_TABLE.elements());
        elements.set(elements.indexOf(element), other);
        return Table.of(CHILD, elements);
    }

    static Stream<Arguments> possible() {
        return cases().stream()
                .flatMap(test -> test.sqlite()
                        ? Stream.of(
                                Arguments.of("sqlite", test.operation(), test.after()),
                                Arguments.of("h2", test.operation(), test.after()))
                        : Stream.of(Arguments.of("h2", test.operation(), test.after())));
    }

    @ParameterizedTest
    @MethodSource("possible")
    void changesTheTableAndItsReverseChangesItBack(String name, Operation operation, Table after) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(name)) {
            database.create(PARENT, CHILD_TABLE);
            SchemaSnapshot before = database.inspect();
            database.run(operation);
            new SnapshotAssert(database).reportedAs(snapshot(PARENT, after), database.inspect());
            database.run(operation.reverse().orElseThrow());
            assertThat(database.inspect()).isEqualTo(before);
        }
    }

    static Stream<Arguments> refused() {
        Identity odd = Identity.of(true, 5, 2);
        Column number = Column.of("n", Columns.integer()).notNull();
        Stream<Operation> sqlite = Stream.concat(
                cases().stream().filter(Predicate.not(Case::sqlite)).map(Case::operation),
                Stream.of(
                        new CreateSequence(FRESH),
                        new DropSequence(FRESH.name(), FRESH),
                        new DropConstraint(CHILD, "child_pk", Constraints.namedPrimaryKey("child_pk", "id")),
                        new DropConstraint(CHILD, null, Constraints.primaryKey("id")),
                        new AddColumn(CHILD, number.asIdentity()),
                        new CreateTable(Table.of(QualifiedName.of("t"), List.of(number.asIdentity()))),
                        new CreateTable(Table.of(
                                QualifiedName.of("t"), List.of(number.asIdentity(odd), Constraints.primaryKey("n")))),
                        new CreateTable(Table.of(
                                QualifiedName.of("t"),
                                List.of(number, Constraints.foreignKey("f", "n").references("other.t", "n"))))));
        Index plain = Constraints.index("i", "name");
        Stream<Operation> h2 = Stream.of(
                new CreateIndex(CHILD, plain.where("name <> ''")),
                new CreateIndex(CHILD, plain.using("gin")),
                new CreateIndex(CHILD, Index.of("i", List.of(Index.Part.expression("lower(name)")))),
                new CreateTable(Table.of(QualifiedName.of("t"), List.of(number, plain.where("n > 1")))));
        return Stream.concat(
                sqlite.map(operation -> Arguments.of("sqlite", operation)),
                h2.map(operation -> Arguments.of("h2", operation)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatTheDatabaseCannotDoBeforeAnythingRuns(String name, Operation operation) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(name)) {
            assertThatThrownBy(() -> database.dialect.ddl().compile(operation))
                    .isInstanceOfSatisfying(UnsupportedByDialectException.class, refusal -> {
                        assertThat(refusal.operation()).isEqualTo(operation.describe());
                        assertThat(refusal.dialect()).isEqualToIgnoringCase(name);
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void makesRenamesAndDropsATable(String name) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(name)) {
            SnapshotAssert claims = new SnapshotAssert(database);
            database.create(PARENT, FOREST);
            SchemaSnapshot before = database.inspect();
            claims.reportedAs(snapshot(PARENT, FOREST), before);
            RenameTable rename = new RenameTable(PARENT.name(), "mother");
            database.run(rename);
            assertThat(database.inspect().tables().get(0).foreignKeys())
                    .extracting(key -> key.referredTable().name())
                    .containsExactlyInAnyOrder("mother", "forest");
            database.run(rename.reverse().orElseThrow());
            assertThat(database.inspect()).isEqualTo(before);
            database.run(new DropTable(FOREST.name(), null));
            claims.reportedAs(snapshot(PARENT), database.inspect());
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void keepsCommentsWhereTheDatabaseDoes(String name) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(name)) {
            Table commented = Table.of(
                            QualifiedName.of("t"),
                            List.of(
                                    Column.of("a", Columns.integer()).comment("it's\na column"),
                                    Column.of("b", Columns.integer()).comment("größe")))
                    .comment("it's \"the\" table");
            database.create(commented);
            Table found = database.inspect().tables().get(0);
            assertThat(found.comment() != null)
                    .isEqualTo(database.dialect.comparison().comments());
            new SnapshotAssert(database).reportedAs(snapshot(commented), database.inspect());
        }
    }

    static Stream<String> databases() {
        return Stream.of("sqlite", "h2");
    }

    @ParameterizedTest
    @MethodSource("h2Constraints")
    void h2AddsAndDropsConstraints(Constraint constraint) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open("h2")) {
            database.create(PARENT, without(Constraints.namedPrimaryKey("child_pk", "id")));
            SchemaSnapshot before = database.inspect();
            AddConstraint add = new AddConstraint(CHILD, constraint);
            database.run(add);
            assertThat(database.inspect()).isNotEqualTo(before);
            database.run(add.reverse().orElseThrow());
            assertThat(database.inspect()).isEqualTo(before);
        }
    }

    static List<Constraint> h2Constraints() {
        return List.of(
                Constraints.primaryKey("id"),
                Constraints.namedPrimaryKey("child_pk", "id"),
                TO_PARENT,
                ONE_NAME,
                POSITIVE);
    }

    @ParameterizedTest
    @MethodSource("h2Identities")
    void h2NumbersAColumnInEveryWay(Identity identity) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open("h2")) {
            database.create(PARENT);
            Column column = Column.of("n", Columns.smallint()).notNull().asIdentity(identity);
            database.run(new AddColumn(PARENT.name(), column));
            assertThat(database.inspect().tables().get(0).column("n")).contains(column);
            assertThat(database.inspect().sequences()).isEmpty();
        }
    }

    static List<Identity> h2Identities() {
        return List.of(
                Identity.BY_DEFAULT, Identity.of(true, 1, 1), Identity.of(false, 100, 10), Identity.of(true, -1, -1));
    }

    @ParameterizedTest
    @MethodSource("h2Sequences")
    void h2MakesAndDropsASequence(Sequence sequence) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open("h2")) {
            CreateSequence create = new CreateSequence(sequence);
            database.run(create);
            assertThat(database.inspect().sequences()).containsExactly(sequence);
            database.run(create.reverse().orElseThrow());
            assertThat(database.inspect()).isEqualTo(SchemaSnapshot.EMPTY);
        }
    }

    static List<Sequence> h2Sequences() {
        return List.of(FRESH, NUMBERS, Sequence.of(QualifiedName.of("Odd.name"), -5, -1));
    }

    private static SchemaSnapshot snapshot(Table... tables) {
        return SchemaSnapshot.of(Arrays.asList(tables));
    }
}
