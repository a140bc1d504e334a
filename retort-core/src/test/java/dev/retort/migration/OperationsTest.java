package dev.retort.migration;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static BulkInsert recorded(Map<String, Integer> row) {
        Operations operations = new Operations(new RecordingContext(new DialectName("h2"), "", Map.of()));
        operations.bulkInsert("t", List.of(row));
        return (BulkInsert) operations.recorded().get(0);
    }
}
