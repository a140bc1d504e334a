package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.schema.Constraints.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.compare.SchemaComparator;
import dev.retort.operation.CreateTable;
import dev.retort.operation.GeneratedOperations;
import dev.retort.operation.Hazard;
import dev.retort.operation.Operation;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.tests.server.DatabaseUnderTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scratch tables that the server refuses for a reason that has nothing to do with what is asked. */
class RefusedDefinitionsIT {

    private static final QualifiedName ROOM = QualifiedName.of("room");

    private static final Table TABLE = Table.of(
            ROOM,
            List.of(
                    column("name", varchar(20)).defaultsToSql("trim('A ')"),
                    column("size", integer()),
                    column("half", integer()).storedAs("power(size, 2)::integer"),
                    check("ck_room", "name IN ('a', 'b')"),
                    Index.of("ix_room", "size").where("size BETWEEN 1 AND 5")));

    @Test
    void whatTheServerRefusesOnBothSidesIsNotCompared() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            bench.run(new CreateTable(TABLE));
            bench.sql(
                    "CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS"
                            + " 'begin raise exception ''a table needs a key''; end'",
                    "CREATE EVENT TRIGGER keys ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION refuse()");

            assertThat(difference(bench, TABLE).operations()).isEmpty();
            assertThat(difference(bench, TABLE).hazards()).hasSize(4).allSatisfy(hazard -> {
                assertThat(hazard.kind()).isEqualTo(Hazard.Kind.NOT_COMPARED);
                assertThat(hazard.sentence())
                        .startsWith("Not compared, since the server refuses it on a scratch table: ");
            });

            Table wider = TABLE.columns(List.of(
                    TABLE.columns().get(0),
                    column("size", integer()).defaultsTo(3),
                    TABLE.columns().get(2)));
            assertThat(difference(bench, wider).operations())
                    .extracting(Operation::describe)
                    .containsExactly("alter column room.size (default)");
        }
    }

    @Test
    void whatTheServerRefusesOnlyAsItIsDesiredIsADifference() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            bench.run(new CreateTable(TABLE));
            Table odd = TABLE.constraints(List.of(check("ck_room", "no_function_of_that_name(name)")));

            assertThat(difference(bench, odd).operations()).hasSize(2);
        }
    }

    private static GeneratedOperations difference(Workbench bench, Table desired) throws SQLException {
        return new SchemaComparator(bench.dialect())
                .asking(bench.dialect().normalizer().on(bench.connection()))
                .compare(SchemaSnapshot.of(desired), bench.inspect(), object -> true)
                .upgrade();
    }
}
