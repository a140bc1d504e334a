package dev.retort.compare;

import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Constraints.index;
import static dev.retort.schema.Constraints.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.retort.operation.Attention;
import dev.retort.operation.Attention.Kind;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.Unread;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnreadDifferencesTest {

    private static final Column ID = column("id", bigint()).notNull();

    private final SchemaComparator comparator = new SchemaComparator(new PlainDialect());

    @Test
    void aDropOfWhatIsNotReadAsItIsSaysThatTheWayBackLeadsElsewhere() {
        Table kept = table("kept", ID, index("ix_kept", "id"), index("ix_other", "id"));
        Table gone = table("gone", ID);
        SchemaSnapshot actual = new SchemaSnapshot(
                List.of(kept, gone),
                List.of(),
                List.of(
                        new Unread(kept.name(), "ix_kept", "CREATE INDEX ix_kept ON kept (id DESC NULLS LAST)", false),
                        new Unread(gone.name(), "ex_gone", "EXCLUDE USING gist (id WITH =)", false)));

        SchemaDifferences found =
                comparator.compare(snapshot(List.of(table("kept", ID))), actual, name -> !name.equals(kept.name()));
        assertThat(found.upgrade().attentions())
                .filteredOn(attention -> attention.kind() == Kind.NOT_RESTORED)
                .extracting(Attention::operation, Attention::sentence)
                .containsExactly(tuple(
                        found.upgrade().operations().get(0),
                        "A downgrade does not make ex_gone of gone as it was; write it there by hand:"
                                + " EXCLUDE USING gist (id WITH =)."));

        assertThat(comparator
                        .compare(snapshot(List.of(table("kept", ID), gone)), actual, name -> true)
                        .upgrade()
                        .attentions())
                .extracting(Attention::kind, Attention::operation)
                .containsExactly(
                        tuple(Kind.NOT_RESTORED, new DropIndex(kept.name(), "ix_kept", index("ix_kept", "id"))),
                        tuple(Kind.NOT_COMPARED, null));
    }

    @Test
    void aDifferenceInWhatIsNotReadAsItIsIsSaidWhicheverSideHasMore() {
        Table table = table("customers", ID, index("ix", "id"));
        SchemaSnapshot plain = snapshot(List.of(table));
        SchemaSnapshot wide =
                plain.leaving(List.of(new Unread(table.name(), "ix", "CREATE INDEX ix (a) INCLUDE (b)", false)));
        SchemaSnapshot wider =
                plain.leaving(List.of(new Unread(table.name(), "ix", "CREATE INDEX ix (a) INCLUDE (c)", false)));

        assertThat(said(wide, plain))
                .containsExactly("NOT_GENERATED No operation makes ix of customers as it is wished for;"
                        + " write it by hand: CREATE INDEX ix (a) INCLUDE (b).");
        assertThat(said(wide, SchemaSnapshot.EMPTY)).hasSize(1);
        assertThat(said(wide, wider))
                .containsExactly(
                        "NOT_GENERATED No operation makes ix of customers as it is wished for;"
                                + " write it by hand: CREATE INDEX ix (a) INCLUDE (b). Now it is: CREATE INDEX ix (a) INCLUDE (c).");
        assertThat(said(plain, wide))
                .containsExactly("NOT_COMPARED There is more to ix of customers than can be compared;"
                        + " it stays as it is: CREATE INDEX ix (a) INCLUDE (b).");
        assertThat(said(wide, wide)).isEmpty();
    }

    private List<String> said(SchemaSnapshot desired, SchemaSnapshot actual) {
        return comparator.compare(desired, actual, name -> true).upgrade().attentions().stream()
                .map(attention -> attention.kind() + " " + attention.sentence())
                .toList();
    }

    @Test
    void aConstraintThatIsMoreThanWasReadIsNotRestoredByADowngrade() {
        Table table = table("customers", ID, unique("uq", "id"));
        SchemaSnapshot actual = snapshot(List.of(table))
                .leaving(List.of(new Unread(table.name(), "uq", "UNIQUE (id) DEFERRABLE", false)));

        assertThat(said(snapshot(List.of(table("customers", ID))), actual))
                .containsExactly(
                        "NOT_RESTORED A downgrade does not make uq of customers as it was; write it there by hand:"
                                + " UNIQUE (id) DEFERRABLE.");
    }

    @Test
    void anIndexThatIsOutOfUseIsNoIndexThatIsThere() {
        Table table = table("customers", ID, index("ix", "id"));
        SchemaSnapshot actual = new SchemaSnapshot(
                List.of(table), List.of(), List.of(new Unread(table.name(), "ix", "CREATE INDEX ix", true)));

        SchemaDifferences kept = comparator.compare(snapshot(List.of(table)), actual, name -> true);
        assertThat(kept.upgrade().operations()).isEmpty();
        assertThat(kept.upgrade().attentions()).extracting(Attention::kind).containsExactly(Kind.NOT_GENERATED);

        SchemaDifferences dropped = comparator.compare(snapshot(List.of(table("customers", ID))), actual, name -> true);
        assertThat(dropped.upgrade().operations())
                .extracting(Operation::describe)
                .containsExactly("drop index ix of customers");
        assertThat(dropped.upgrade().attentions()).isEmpty();
        assertThat(comparator
                        .compare(SchemaSnapshot.EMPTY, actual, name -> false)
                        .isEmpty())
                .isTrue();
    }

    private static SchemaSnapshot snapshot(List<Table> tables) {
        return new SchemaSnapshot(tables, List.of());
    }

    private static Table table(String name, TableElement... elements) {
        return Table.of(QualifiedName.of(name), Arrays.asList(elements));
    }
}
