package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Constraints.unique;
import static dev.retort.schema.Constraints.uniqueIndex;
import static dev.retort.schema.Constraints.unnamedUnique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.compare.SchemaComparator;
import dev.retort.compare.SchemaDifferences;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropTable;
import dev.retort.operation.Hazard;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import dev.retort.tests.server.DatabaseRows;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.ForDatabases;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What unique constraints are made with: comments, storage parameters, and whether MariaDB uses their index. */
class UniqueConstraintsIT {

    private static final QualifiedName ROOM = QualifiedName.of("room");

    @DatabaseRows({
        "POSTGRESQL | ALTER INDEX uq_room SET (fillfactor = 70) | fillfactor",
        "POSTGRESQL | COMMENT ON CONSTRAINT uq_room ON room IS 'it''s slow' | COMMENT",
        "MARIADB | ALTER TABLE room ALTER INDEX uq_room IGNORED | ignored",
        "MYSQL | ALTER TABLE room ALTER INDEX uq_room INVISIBLE | invisible",
        "MARIADB+MYSQL | ALTER TABLE room DROP INDEX uq_room, ADD UNIQUE uq_room (id) COMMENT 'it''s slow' | COMMENT"
    })
    void aDifferenceIsMadeAndIsLeftWhereTheSourceCannotSayIt(DatabaseUnderTest kind, String change, String words)
            throws Exception {
        try (Workbench bench = Workbench.on(kind)) {
            bench.sql("CREATE TABLE room (id integer, CONSTRAINT uq_room UNIQUE (id))");
            SchemaSnapshot plain = bench.inspect();
            bench.sql(change);
            SchemaSnapshot more = bench.inspect();

            assertThat(more.unmodelled()).isEmpty();
            SchemaDifferences left =
                    new SchemaComparator(bench.dialect()).leavingUnsaid().compare(plain, more, all -> true);
            assertThat(left.upgrade().operations()).isEmpty();
            assertThat(left.upgrade().hazards())
                    .extracting(Hazard::sentence)
                    .containsExactly("Cannot be compared, and is left as it is in uq_room of room: " + words + ".");

            SchemaDifferences back = new SchemaComparator(bench.dialect()).compare(plain, more, all -> true);
            assertThat(back.upgrade().operations())
                    .extracting(Operation::describe)
                    .containsExactly("drop unique constraint uq_room of room", "add unique constraint uq_room to room");
            run(bench, back.upgrade().operations());
            assertThat(bench.inspect()).isEqualTo(plain);
            run(bench, back.downgrade().operations());
            assertThat(bench.inspect()).isEqualTo(more);
            Table found = bench.table("room");
            bench.run(new DropTable(ROOM, found), new CreateTable(found));
            assertThat(bench.inspect()).isEqualTo(more);
        }
    }

    /** Its catalog does not tell a unique index from a unique constraint. */
    @Test
    void aUniqueIndexOfMariadbIsAConstraintWithItsCommentAndOptions() throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            Table desired = room(uniqueIndex("ux", "id").comment("slow").option("ignored", ""));
            bench.run(new CreateTable(desired));

            assertThat(bench.table("room").uniqueConstraints())
                    .containsExactly(unique("ux", "id").comment("slow").option("ignored", ""));
            assertThat(bench.table("room").indexes()).isEmpty();
            assertThat(new SchemaComparator(bench.dialect())
                            .compare(SchemaSnapshot.of(desired), bench.inspect(), all -> true)
                            .isEmpty())
                    .isTrue();
        }
    }

    @Test
    void aCommentNeedsANameOnPostgresql() throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            UniqueConstraint unnamed = unnamedUnique("id").comment("slow");
            for (Operation operation : List.of(new CreateTable(room(unnamed)), new AddConstraint(ROOM, unnamed))) {
                assertThatExceptionOfType(UnsupportedByDialectException.class)
                        .isThrownBy(() -> bench.run(operation))
                        .withMessageContaining("a constraint with a comment needs a name");
            }
        }
    }

    @ForDatabases(variants = true)
    void whatADatabaseDoesNotKnowIsRefusedBeforeTheRun(DatabaseUnderTest kind) throws Exception {
        try (Workbench bench = Workbench.on(kind)) {
            String unknown = kind.isLikeMariadb() ? "fillfactor" : "ignored";
            for (Operation operation : List.of(
                    new AddConstraint(ROOM, unique("uq", "id").option(unknown, "70")),
                    new CreateIndex(ROOM, uniqueIndex("ux", "id").option(unknown, "70")),
                    new CreateTable(room(unique("uq", "id").option(unknown, "70"))))) {
                assertThatExceptionOfType(UnsupportedByDialectException.class)
                        .isThrownBy(() -> bench.run(operation))
                        .withMessageContaining(" cannot have " + unknown);
            }
        }
    }

    private static Table room(TableElement element) {
        return Table.of(ROOM, List.of(column("id", integer()), element));
    }

    private static void run(Workbench bench, List<Operation> operations) throws Exception {
        bench.run(operations.toArray(Operation[]::new));
    }
}
