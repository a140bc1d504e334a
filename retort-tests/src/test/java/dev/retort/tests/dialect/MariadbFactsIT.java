package dev.retort.tests.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.compare.SchemaComparator;
import dev.retort.compare.SchemaDifferences;
import dev.retort.operation.Hazard;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropTable;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.tests.server.DatabaseUnderTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What MariaDB has of tables, columns and indexes, each in one place of the model. */
class MariadbFactsIT {

    private static final QualifiedName ROOM = QualifiedName.of("room");

    @Test
    void whatAColumnIsMadeWithIsHeldByTheColumnAlone() throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            bench.sql("CREATE TABLE room (id integer, title varchar(20)) WITH SYSTEM VERSIONING");
            SchemaSnapshot plain = bench.inspect();
            bench.sql("DROP TABLE room");
            bench.sql("CREATE TABLE room (id integer, title varchar(20) INVISIBLE WITHOUT SYSTEM VERSIONING)"
                    + " WITH SYSTEM VERSIONING");
            SchemaSnapshot more = bench.inspect();

            assertThat(more.unmodelled()).isEmpty();
            Column title = bench.table("room").column("title").orElseThrow();
            assertThat(title.invisible()).isTrue();
            assertThat(title.options().has("without system versioning")).isTrue();
            assertThat(attentions(new SchemaComparator(bench.dialect()), more, plain))
                    .containsExactly("No operation makes column title of room as it is wished for; write it by hand:"
                            + " INVISIBLE, without system versioning. Now it is: nothing beyond the usual.");
            assertThat(attentions(new SchemaComparator(bench.dialect()).leavingUnsaid(), plain, more))
                    .containsExactly("There is more to column title of room than can be compared; it stays as it is:"
                            + " INVISIBLE, without system versioning.");
            assertDropsAndComesBack(bench);
        }
    }

    private static void assertDropsAndComesBack(Workbench bench) throws Exception {
        SchemaSnapshot before = bench.inspect();
        Table found = bench.table("room");
        bench.run(new DropTable(ROOM, found));
        bench.run(new CreateTable(found));
        assertThat(bench.inspect()).isEqualTo(before);
    }

    private static List<String> attentions(SchemaComparator comparator, SchemaSnapshot desired, SchemaSnapshot actual) {
        SchemaDifferences found = comparator.compare(desired, actual, object -> true);
        assertThat(found.upgrade().operations()).isEmpty();
        return found.upgrade().hazards().stream().map(Hazard::sentence).toList();
    }
}
