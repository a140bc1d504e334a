package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.spi.MigrationListener;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Columns that become identity columns, or cease to be ones. */
class NewIdentityTest {

    @TempDir
    private Path folder;

    private void project(String before, String upgrade) {
        new Revisions(folder).sql("r1", "", before).java("r2", "r1", upgrade);
    }

    private Retort retort(TestDatabase database) {
        return RunSetup.upgrade(folder, database).retort(MigrationListener.SILENT);
    }

    @ForDatabases(has = Capability.SET_IDENTITY)
    void aColumnThatBecomesAnIdentityColumnGoesOnBehindItsRowsOrBeginsAtItsStart(SharedDatabase kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            project("""
                            CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER); INSERT INTO t VALUES (-7, 1), (8, 2);
                            CREATE TABLE u (id INTEGER PRIMARY KEY, n INTEGER); INSERT INTO u VALUES (-7, 1);
                            CREATE TABLE v (id INTEGER PRIMARY KEY, n INTEGER);
                            CREATE TABLE w (id INTEGER PRIMARY KEY, n INTEGER); INSERT INTO w VALUES (7, 1), (8, 2);
                            """, """
                            op.alterColumn("t", "id", c -> c.from(column("id", integer()).notNull()).identity(identity().startWith(100)));
                            op.alterColumn("u", "id", c -> c.from(column("id", integer()).notNull()).identity(identity()));
                            op.alterColumn("v", "id", c -> c.from(column("id", integer()).notNull()).identity(identity().startWith(5)));
                            op.alterColumn("w", "id", c -> c.from(column("id", integer()).notNull()).identity(identity()));
                            """);

            retort(database).upgrade("heads");
            for (String table : List.of("t", "u", "v", "w")) {
                database.execute("INSERT INTO " + table + " (n) VALUES (3)");
            }

            assertThat(DatabaseState.rows(database, "SELECT id FROM t WHERE n = 3"))
                    .containsExactly("100");
            assertThat(DatabaseState.rows(database, "SELECT id FROM u WHERE n = 3"))
                    .containsExactly("1");
            assertThat(DatabaseState.rows(database, "SELECT id FROM v WHERE n = 3"))
                    .containsExactly("5");
            assertThat(DatabaseState.rows(database, "SELECT id FROM w WHERE n = 3"))
                    .containsExactly("9");
        }
    }

    @ForDatabases(has = Capability.SET_IDENTITY)
    void theIdentityMayBeNamedBeforeWhatItNeeds(SharedDatabase kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            project("""
                            CREATE TABLE t (id INTEGER DEFAULT 5 UNIQUE, n INTEGER); INSERT INTO t VALUES (7, 1);
                            CREATE TABLE u (id INTEGER DEFAULT 5 UNIQUE, n INTEGER); INSERT INTO u VALUES (7, 1);
                            """, """
                            op.alterColumn("t", "id", c -> c.from(column("id", integer()).defaultsTo(5)).identity(identity()).notNull().noDefault());
                            op.alterColumn("u", "id", c -> c.identity(identity()).notNull().noDefault());
                            """);

            retort(database).upgrade("heads");
            database.execute("INSERT INTO t (n) VALUES (3)", "INSERT INTO u (n) VALUES (3)");

            assertThat(DatabaseState.rows(database, "SELECT t.id, u.id FROM t, u WHERE t.n = 3 AND u.n = 3"))
                    .containsExactly("8 8");
        }
    }

    @ForDatabases(has = Capability.SET_IDENTITY)
    void nobodyHasToSayHowTheColumnIsBefore(SharedDatabase kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            project("CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER); INSERT INTO t VALUES (7, 1);", """
                            op.alterColumn("t", "id", c -> c.identity(identity()));
                            """);
            new Revisions(folder).java("r3", "r2", """
                            op.alterColumn("t", "id", c -> c.identity(null));
                            """);

            retort(database).upgrade("r2");
            database.execute("INSERT INTO t (n) VALUES (3)");
            retort(database).upgrade("heads");

            assertThat(DatabaseState.rows(database, "SELECT id FROM t WHERE n = 3"))
                    .containsExactly("8");
            assertThat(DatabaseState.schema(database).tables().stream()
                            .filter(table -> table.name().name().equals("t"))
                            .flatMap(table -> table.columns().stream())
                            .filter(column -> column.identity() != null))
                    .isEmpty();
        }
    }

    @ForDatabases(has = {Capability.SET_IDENTITY, Capability.IDENTITY_WITHOUT_KEY})
    void noRowGetsAnotherNumber(SharedDatabase kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            project("CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER); INSERT INTO t VALUES (0, 1), (7, 2);", """
                            op.alterColumn("t", "id", c -> c.from(column("id", integer()).notNull()).identity(identity()));
                            """);

            retort(database).upgrade("heads");

            assertThat(DatabaseState.rows(database, "SELECT id FROM t ORDER BY n"))
                    .containsExactly("0", "7");
        }
    }

    @ForDatabases(has = Capability.SET_IDENTITY, lacks = Capability.IDENTITY_WITHOUT_KEY)
    void aRowThatWouldGetAnotherNumberIsNamed(SharedDatabase kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            project("CREATE TABLE t (id INTEGER, n INTEGER, UNIQUE (id)); INSERT INTO t VALUES (0, 1), (7, 2);", """
                            op.alterColumn("t", "id", c -> c.identity(identity()));
                            """);

            assertThatThrownBy(retort(database)::upgrade)
                    .hasMessageContaining("A row has 0 in id, which would become a new number: change it before.");
            database.execute("UPDATE t SET id = NULL WHERE n = 1");
            assertThatThrownBy(retort(database)::upgrade)
                    .hasMessageContaining("A row has NULL in id, which would become a new number: change it before.");
            database.execute("UPDATE t SET id = 5 WHERE n = 1");
            retort(database).upgrade("heads");
        }
    }

    @ForDatabases(has = {Capability.SET_IDENTITY, Capability.ALTER_IDENTITY})
    void anIdentityColumnThatIsAsWantedStaysAsItIs(SharedDatabase kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            project("CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER); INSERT INTO t VALUES (7, 1);", """
                            op.alterColumn("t", "id", c -> c.identity(identity().startWith(5)));
                            """);
            new Revisions(folder).java("r3", "r2", """
                            op.alterColumn("t", "id", c -> c.identity(identity().startWith(5)).type(bigint()));
                            """);

            retort(database).upgrade("r2");
            database.execute("INSERT INTO t (n) VALUES (2)", "DELETE FROM t WHERE n = 2");
            retort(database).upgrade("heads");
            database.execute("INSERT INTO t (n) VALUES (3)");

            assertThat(DatabaseState.rows(database, "SELECT id FROM t WHERE n = 3"))
                    .containsExactly("9");
        }
    }

    @ForDatabases(has = {Capability.SET_IDENTITY, Capability.IDENTITY_WITHOUT_KEY})
    void aDowngradeRestoresWhatTheColumnWas(SharedDatabase kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            String before = kind == SharedDatabase.POSTGRESQL
                    ? "column(\"n\", integer()).notNull()"
                    : "column(\"n\", integer()).defaultsTo(4)";
            String change = "op.alterColumn(\"t\", \"n\", c -> c.from(" + before + ").identity(identity()));";
            new Revisions(folder)
                    .java("r1", "", "op.createTable(\"t\", " + before + ", column(\"m\", integer()));")
                    .java(
                            "r2",
                            "r1",
                            change,
                            "op.reverse(back -> "
                                    + change.substring(0, change.length() - 1).replace("op.", "back.") + ");");

            retort(database).upgrade("r1");
            SchemaSnapshot was = DatabaseState.schema(database);
            retort(database).upgrade("heads");
            retort(database).downgrade("r1");

            assertThat(DatabaseState.schema(database).table(QualifiedName.of("t")))
                    .isEqualTo(was.table(QualifiedName.of("t")));
        }
    }
}
