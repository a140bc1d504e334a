package dev.retort.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.operation.BulkInsert;
import dev.retort.operation.DialectName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperationsTest {

    @Test
    void rowsWithoutAnOrderOfTheirOwnAreInsertedInTheSameColumnOrderInEveryProcess() {
        Map<String, Integer> row = Map.of("delta", 4, "alpha", 1, "charlie", 3, "bravo", 2);

        assertThat(recorded(row).columns()).containsExactly("alpha", "bravo", "charlie", "delta");
        assertThat(recorded(row).rows()).containsExactly(List.of(1, 2, 3, 4));
    }

    @Test
    void rowsWithAnOrderKeepIt() {
        Map<String, Integer> row = new LinkedHashMap<>();
        row.put("delta", 4);
        row.put("alpha", 1);

        assertThat(recorded(row).columns()).containsExactly("delta", "alpha");
    }

    /** It would come before the block, and run in any case. */
    @Test
    void inABlockOnlyItsOwnArgumentRecords() {
        Operations op = operations();
        List<Runnable> blocks = List.of(
                () -> op.ifMissing(o -> op.createSequence("s")),
                () -> op.ifPresent(o -> op.dropTable("t")),
                () -> op.outsideTransaction(o -> op.execute("VACUUM")),
                () -> op.exactNames(o -> op.dropTable("t")),
                () -> op.reverse(o -> op.renameTable("t", "u")),
                () -> op.batch("t", t -> op.dropColumn("t", "a")),
                () -> op.ifMissing(o -> op.batch("t", t -> t.dropColumn("a"))),
                () -> op.ifMissing(o -> op.exactNames(e -> e.dropTable("t"))));

        for (Runnable block : blocks) {
            assertThatThrownBy(block::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("call the method of the block's own argument");
        }
        assertThat(op.recorded()).isEmpty();
        assertThat(op.dropTable("t").recorded()).hasSize(1);
    }

    private static Operations operations() {
        return new Operations(new RecordingContext(new DialectName("h2"), "", Map.of()));
    }

    private static BulkInsert recorded(Map<String, Integer> row) {
        Operations operations = operations();
        operations.bulkInsert("t", List.of(row));
        return (BulkInsert) operations.recorded().get(0);
    }
}
