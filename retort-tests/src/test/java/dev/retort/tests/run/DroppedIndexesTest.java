package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.spi.MigrationListener;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Indexes that took the place of a foreign key's own, which some servers make and drop by themselves. */
class DroppedIndexesTest {

    private static final String TABLES = """
            op.createTable("town", column("id", integer()).notNull(), Constraints.primaryKey("id"));
            op.createTable("u", column("id", integer()).notNull(), column("t", integer()), column("s", integer()),
                    Constraints.primaryKey("id"));
            """;

    private static final String KEY =
            "op.addConstraint(\"u\", Constraints.foreignKey(\"fk\", \"t\").references(\"town\", \"id\"));\n";
    private static final String NO_KEY =
            "op.dropConstraint(\"u\", Constraints.foreignKey(\"fk\", \"t\").references(\"town\", \"id\"));\n";

    private record Change(String upgrade, String downgrade) {}

    private static final List<Change> CHANGES = List.of(
            new Change("op.createIndex(\"u\", Constraints.index(\"ix\", \"t\"));", "op.dropIndex(\"ix\", \"u\");\n"),
            new Change(
                    "op.createIndex(\"u\", Constraints.index(\"ix\", \"t\", \"s\"));",
                    "op.dropIndex(\"ix\", \"u\");\n"),
            new Change(
                    "op.addConstraint(\"u\", Constraints.unique(\"uq\", \"t\"));",
                    "op.dropConstraint(\"u\", Constraints.unique(\"uq\", \"t\"));\n"),
            new Change(
                    "op.createIndex(\"u\", Constraints.index(\"ix\", \"t\"));"
                            + " op.createIndex(\"u\", Constraints.index(\"iy\", \"t\", \"s\"));",
                    "op.dropIndex(\"ix\", \"u\"); op.dropIndex(\"iy\", \"u\");\n"));

    @TempDir
    private Path folder;

    @ForDatabases
    void theKeyKeepsAnIndexAndEverythingComesBack(SharedDatabase kind) throws SQLException {
        for (Change change : CHANGES) {
            new Revisions(folder)
                    .clear()
                    .java("r1", "", TABLES, "")
                    .java("r2", "r1", KEY, NO_KEY)
                    .java("r3", "r2", change.upgrade(), change.downgrade());
            try (TestDatabase database = kind.fresh()) {
                Retort retort = RunSetup.upgrade(folder, database).retort(MigrationListener.SILENT);
                retort.upgrade("r1");
                SchemaSnapshot without = DatabaseState.schema(database);
                retort.upgrade("r2");
                SchemaSnapshot with = DatabaseState.schema(database);
                retort.upgrade("r3");

                retort.downgrade("r2");
                assertThat(DatabaseState.schema(database)).as(change.upgrade()).isEqualTo(with);
                retort.upgrade("r3");
                retort.downgrade("r1");
                assertThat(DatabaseState.schema(database)).as(change.upgrade()).isEqualTo(without);
            }
        }
    }
}
