package dev.retort.migration;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.table;
import static dev.retort.schema.Constraints.exclusion;
import static dev.retort.schema.Constraints.index;
import static dev.retort.schema.Constraints.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DialectName;
import dev.retort.schema.Column;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.Index;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.UniqueConstraint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void aBatchHasNoConditionAndItsChangesHave() {
        assertThatThrownBy(() -> operations().ifMissing(o -> o.batch("t", t -> t.addColumn(column("a", integer())))))
                .hasMessageContaining("has no condition of its own: write its changes by themselves");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mariadb | {engine=InnoDB, row_format=DYNAMIC, tablespace=fast}
            sqlite  | {strict=, tablespace=fast}
            h2      | {tablespace=fast}
            """)
    void anOptionUnderTheNameOfADatabaseIsForThisDatabaseAlone(String database, String expected) {
        Operations op = new Operations(
                new RecordingContext(new DialectName(database), "", Map.of()).with(Set.of("h2", "mariadb", "sqlite")));
        Options options = Options.NONE
                .with("mariadb", "ENGINE=InnoDB, ROW_FORMAT = DYNAMIC")
                .with("sqlite", "STRICT")
                .with("tablespace", "fast");
        Column column = column("a", integer()).options(options);
        Index index = index("ix", "a").options(options);
        UniqueConstraint unique = unique("uq", "a").options(options);
        ExclusionConstraint exclusion =
                exclusion("ex").using("gist").comparing("a", "=").options(options);

        op.createTable(table("t", column, index, unique, exclusion).options(options));
        op.addColumn("t", column).createIndex("t", index).addConstraint("t", unique);

        Options own = ((CreateTable) op.recorded().get(0)).table().options();
        assertThat(own.values()).hasToString(expected);
        assertThat(op.recorded())
                .containsExactly(
                        new CreateTable(table(
                                        "t",
                                        column.options(own),
                                        index.options(own),
                                        unique.options(own),
                                        exclusion.options(own))
                                .options(own)),
                        new AddColumn(QualifiedName.of("t"), column.options(own)),
                        new CreateIndex(QualifiedName.of("t"), index.options(own)),
                        new AddConstraint(QualifiedName.of("t"), unique.options(own)));
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
