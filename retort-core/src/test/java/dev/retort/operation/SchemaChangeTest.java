package dev.retort.operation;

import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Constraints.index;
import static dev.retort.schema.Constraints.primaryKey;
import static dev.retort.schema.Constraints.unique;
import static dev.retort.schema.Constraints.unnamedUnique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.SchemaChange.Added;
import dev.retort.operation.SchemaChange.AlteredColumn;
import dev.retort.operation.SchemaChange.DroppedColumn;
import dev.retort.operation.SchemaChange.DroppedElement;
import dev.retort.schema.Column;
import dev.retort.schema.ObjectReference;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What operations say that they do to a schema. */
class SchemaChangeTest {

    private static final QualifiedName USERS = QualifiedName.parse("app.users");
    private static final Column AGE = column("age", integer()).comment("in years");
    private static final Table TABLE = Table.of(
            USERS,
            List.of(AGE, column("id", bigint()), primaryKey("id"), unique("uq_age", "age"), index("ix_age", "age")));

    @Test
    void aTableComesWithItsElementsAndGoesWithoutSayingThem() {
        SchemaChange made = new CreateTable(TABLE).change();
        SchemaChange dropped = new DropTable(USERS, TABLE).change();

        assertThat(made.madeTables()).containsExactly(TABLE);
        assertThat(made.names()).containsExactly("users", "age", "id", "uq_age", "ix_age");
        assertThat(made.elements()).hasSize(5).contains(new Added(USERS, AGE));
        assertThat(made.added()).isEmpty();
        assertThat(made.typedColumns()).containsExactlyElementsOf(TABLE.columns());
        assertThat(dropped.droppedTables()).containsExactly(USERS);
        assertThat(dropped.droppedColumns()).isEmpty();
        assertThat(dropped.names()).isEmpty();
    }

    @Test
    void aSequenceIsNoTable() {
        Sequence sequence = Sequence.of(USERS.sibling("ids"), 1, 1);

        assertThat(new CreateSequence(sequence).change().made()).containsExactly(sequence);
        assertThat(new CreateSequence(sequence).change().names()).containsExactly("ids");
        assertThat(new CreateSequence(sequence).change().madeTables()).isEmpty();
        assertThat(new DropSequence(sequence.name(), sequence).change().droppedTables())
                .isEmpty();
    }

    @Test
    void anElementComesToATableThatIsThere() {
        assertThat(new AddColumn(USERS, AGE).change().added()).containsExactly(new Added(USERS, AGE));
        assertThat(new CreateIndex(USERS, index("ix", "age")).change().elements())
                .containsExactly(new Added(USERS, index("ix", "age")));
        assertThat(new AddConstraint(USERS, unnamedUnique("age")).change().names())
                .isEmpty();
    }

    @Test
    void anElementGoesByItsNameAndAsItWas() {
        assertThat(new DropColumn(USERS, "age", null).change().droppedColumns())
                .containsExactly(new DroppedColumn(USERS, "age", null));
        assertThat(new DropIndex(USERS, "ix", index("ix", "age")).change().droppedElements())
                .containsExactly(new DroppedElement(USERS, "ix", index("ix", "age")));
        assertThat(new DropConstraint(USERS, null, primaryKey("id")).change().droppedElements())
                .containsExactly(new DroppedElement(USERS, null, primaryKey("id")));
    }

    @Test
    void anAlteredColumnBringsItsNewTypeAndNoName() {
        AlterColumn retyped = new AlterColumn(USERS, "age", List.of(new ColumnChange.Type(bigint())), null);
        AlterColumn commented = new AlterColumn(USERS, "age", List.of(new ColumnChange.Comment(null)), null);

        assertThat(retyped.change().typedColumns()).containsExactly(Column.of("age", bigint()));
        assertThat(retyped.change().names()).isEmpty();
        assertThat(retyped.change().alteredColumns().get(0).appliedTo(AGE)).isEqualTo(AGE.typed(bigint()));
        assertThat(commented.change().typedColumns()).isEmpty();
    }

    @Test
    void whatAColumnIsSaidToHaveBeenCountsForMoreThanWhatIsFound() {
        AlterColumn operation = new AlterColumn(USERS, "age", List.of(new ColumnChange.Nullability(false)), AGE);

        assertThat(operation.change().alteredColumns().get(0).appliedTo(column("age", bigint())))
                .isEqualTo(AGE.notNull());
    }

    @Test
    void aNewNameComesAndNothingGoes() {
        SchemaChange table = new RenameTable(USERS, "people").change();
        SchemaChange column = new RenameColumn(USERS, "age", "years").change();

        assertThat(table.names()).containsExactly("people");
        assertThat(table.renamedTables())
                .containsExactly(new SchemaChange.RenamedTable(USERS, USERS.sibling("people")));
        assertThat(table.droppedTables()).isEmpty();
        assertThat(column.names()).containsExactly("years");
        assertThat(column.alteredColumns()).containsExactly(new AlteredColumn(USERS, "age", "years", List.of(), null));
        assertThat(column.droppedColumns()).isEmpty();
    }

    @Test
    void aBlockChangesWhatItsPartsChange() {
        Operation add = new AddColumn(USERS, AGE);
        Operation drop = new DropTable(USERS, null);
        Operation sql = new ExecuteSql("VACUUM", List.of());

        assertThat(new OutsideTransaction(List.of(add, drop)).change())
                .isEqualTo(new SchemaChange(
                        true,
                        List.of(
                                new Added(USERS, AGE),
                                new SchemaChange.Dropped(ObjectReference.of(SchemaObject.Kind.TABLE, USERS)))));
        assertThat(new OutsideTransaction(List.of(add, sql)).change().known()).isFalse();
        assertThat(new OutsideTransaction(List.of(add, sql)).change().added()).hasSize(1);
    }

    @Test
    void whatOnlyTheDatabaseWillKnowIsUnknownAndRowsAreNoneOfTheSchema() {
        assertThat(new ExecuteSql("SELECT 1", List.of()).change()).isEqualTo(SchemaChange.UNKNOWN);
        assertThat(new RunJava(connection -> {}).change()).isEqualTo(SchemaChange.UNKNOWN);
        assertThat(new BulkInsert(USERS, List.of("age"), List.of()).change()).isEqualTo(SchemaChange.NONE);
    }
}
