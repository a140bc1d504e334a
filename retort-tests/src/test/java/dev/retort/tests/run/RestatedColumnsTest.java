package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.spi.MigrationListener;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Changes of columns where the database restates the whole column, and the revision says less of it than the catalog. */
class RestatedColumnsTest {

    private static final String COLUMNS =
            "SELECT column_name, is_nullable, column_default, extra, COALESCE(collation_name, ''), column_comment"
                    + " FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 't'"
                    + " ORDER BY column_name";

    @TempDir
    private Path folder;

    @ForDatabases(has = Capability.CHARACTER_SETS)
    void whatTheRevisionDoesNotMentionStaysInBothDirections(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = kind.fresh()) {
            database.execute("""
                    CREATE TABLE t (
                        id int NOT NULL AUTO_INCREMENT PRIMARY KEY,
                        a varchar(10) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL DEFAULT 'q' COMMENT 'imp',
                        b timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
                        g int INVISIBLE DEFAULT 4,
                        s int unsigned NOT NULL DEFAULT 3)
                    """);
            List<String> before = DatabaseState.rows(database, COLUMNS);
            new Revisions(folder).java("r1", "", """
                            op.alterColumn("t", "id", c -> c.from(column("id", integer()).notNull()).type(bigint()));
                            op.alterColumn("t", "a", c -> c.from(column("a", varchar(10)).notNull()).type(varchar(20)));
                            op.alterColumn("t", "b", c -> c.from(column("b", timestamp()).notNull()).comment("when"));
                            op.alterColumn("t", "g", c -> c.from(column("g", integer())).type(bigint()));
                            op.alterColumn("t", "s", c -> c.from(column("s", integer()).notNull()).nullable());
                            """, """
                            op.alterColumn("t", "s", c -> c.from(column("s", integer())).notNull());
                            op.alterColumn("t", "g", c -> c.from(column("g", bigint())).type(integer()));
                            op.alterColumn("t", "b", c -> c.from(column("b", timestamp()).notNull()).comment(null));
                            op.alterColumn("t", "a", c -> c.from(column("a", varchar(20)).notNull()).type(varchar(10)));
                            op.alterColumn("t", "id", c -> c.from(column("id", bigint()).notNull()).type(integer()));
                            """);

            RunSetup.upgrade(folder, database).run(MigrationListener.SILENT);

            List<String> expected = before.stream()
                    .map(row -> row.startsWith("s ") ? row.replace("NO", "YES") : row)
                    .map(row -> row.startsWith("b ") ? row + "when" : row)
                    .toList();
            assertThat(DatabaseState.rows(database, COLUMNS)).isEqualTo(expected);
            assertThat(DatabaseState.rows(
                            database,
                            "SELECT data_type, column_type LIKE '%unsigned%' FROM information_schema.columns"
                                    + " WHERE table_schema = DATABASE() AND table_name = 't' ORDER BY column_name"))
                    .containsExactly("varchar 0", "timestamp 0", "bigint 0", "bigint 0", "int 1");

            RunSetup.downgrade(folder, database).run(MigrationListener.SILENT);

            assertThat(DatabaseState.rows(database, COLUMNS)).isEqualTo(before);
        }
    }
}
