package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.spi.MigrationListener;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An identity column for a table that has rows. */
class NewIdentityColumnTest {

    private static final String NUMBER = ".addColumn(column(\"number\", bigint()).notNull().asIdentity())";

    @TempDir
    private Path folder;

    private Revisions revisions = new Revisions(Path.of(""));

    @BeforeEach
    void findFolder() {
        revisions = new Revisions(folder);
    }

    @ForDatabases(has = Capability.ADD_KEYED_IDENTITY)
    void rowsGetNumbersAndTheNextOneTheNext(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = table(kind, "CREATE TABLE t (a integer)")) {
            batch(NUMBER + ".addConstraint(Constraints.primaryKey(\"number\"))");

            retort(database).upgrade();

            database.execute("INSERT INTO t (a) VALUES (5)");
            assertThat(DatabaseState.rows(database, "SELECT number FROM t ORDER BY number"))
                    .containsExactly("1", "2", "3");

            retort(database).downgrade("base");

            assertThat(found(database).columns()).extracting(Column::name).hasSize(1);
            assertThat(found(database).primaryKey()).isNull();
        }
    }

    @ForDatabases(has = {Capability.ADD_KEYED_IDENTITY, Capability.ADD_PRIMARY_KEY})
    void aKeyGivesWayToANumberAndComesBack(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = table(kind, "CREATE TABLE t (a integer NOT NULL PRIMARY KEY)")) {
            batch(".dropConstraint(Constraints.primaryKey(\"a\"))" + NUMBER
                    + ".addColumn(column(\"part\", integer()).notNull().defaultsTo(1))"
                    + ".addConstraint(Constraints.primaryKey(\"number\", \"part\"))");

            retort(database).upgrade();

            assertThat(Objects.requireNonNull(found(database).primaryKey()).columns())
                    .hasSize(2);
            assertThat(DatabaseState.rows(database, "SELECT number, part FROM t ORDER BY number"))
                    .containsExactly("1 1", "2 1");

            retort(database).downgrade("base");

            assertThat(Objects.requireNonNull(found(database).primaryKey()).columns())
                    .hasSize(1);
            assertThat(found(database).columns()).hasSize(1);
        }
    }

    @ForDatabases(has = {Capability.ADD_KEYED_IDENTITY, Capability.IDENTITY_START})
    void theRowsOfATableAreNumberedFromTheStart(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = table(kind, "CREATE TABLE t (a integer)")) {
            batch(NUMBER.replace("asIdentity()", "asIdentity(100, 1)")
                    + ".addConstraint(Constraints.unique(\"uq\", \"number\"))");

            retort(database).upgrade();

            database.execute("INSERT INTO t (a) VALUES (5)");
            assertThat(DatabaseState.rows(database, "SELECT number FROM t ORDER BY number"))
                    .containsExactly("100", "101", "102");
        }
    }

    @ForDatabases(has = {Capability.ADD_KEYED_IDENTITY, Capability.MOVED_COLUMNS})
    void theNumberIsTheFirstColumn(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = table(kind, "CREATE TABLE t (a integer)")) {
            batch(NUMBER + ".addColumn(column(\"part\", integer()).notNull().defaultsTo(1))"
                    + ".addConstraint(Constraints.primaryKey(\"number\"))"
                    + ".moveColumnBefore(\"number\", \"a\").moveColumnAfter(\"part\", \"number\")");

            retort(database).upgrade();

            assertThat(found(database).columns()).extracting(Column::name).containsExactly("number", "part", "a");
        }
    }

    @ForDatabases(has = Capability.ADD_KEYED_IDENTITY, lacks = Capability.ADD_IDENTITY)
    void withoutItsKeyItIsRefusedBeforeTheFirstStep(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = table(kind, "CREATE TABLE t (a integer)")) {
            revisions
                    .sql("r1", "", "CREATE TABLE other (a INT);")
                    .java(
                            "r2",
                            "r1",
                            "op.batch(\"t\", t -> t" + NUMBER
                                    + ".addConstraint(Constraints.unique(\"uq\", \"a\", \"number\")));");

            assertThatThrownBy(retort(database)::upgrade)
                    .isInstanceOf(UnsupportedByDialectException.class)
                    .hasMessageContaining(
                            "op.batch(\"t\", changes -> changes.addColumn(…).addConstraint(primaryKey(\"number\")))");

            assertThat(DatabaseState.schema(database).table(QualifiedName.of("other")))
                    .isEmpty();
        }
    }

    @ForDatabases(
            has = {Capability.ADD_KEYED_IDENTITY, Capability.MOVED_COLUMNS},
            lacks = Capability.ADD_IDENTITY)
    void withoutItsKeyItIsRefusedWhereverItMoves(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = table(kind, "CREATE TABLE t (a integer)")) {
            revisions.java("r1", "", "op.batch(\"t\", t -> t" + NUMBER + ".moveColumnBefore(\"number\", \"a\"));");

            assertThatThrownBy(retort(database)::upgrade)
                    .isInstanceOf(UnsupportedByDialectException.class)
                    .hasMessageContaining("AUTO_INCREMENT");
        }
    }

    @ForDatabases(
            has = Capability.ADD_KEYED_IDENTITY,
            lacks = {Capability.ADD_IDENTITY, Capability.UNNAMED_CONSTRAINTS})
    void aKeyWithoutANameIsRefusedWithItsColumn(SharedDatabase kind) throws SQLException {
        try (TestDatabase database = table(kind, "CREATE TABLE t (a integer, number integer UNIQUE)")) {
            revisions.java(
                    "r1",
                    "",
                    "op.batch(\"t\", t -> t.dropConstraint(Constraints.unnamedUnique(\"number\")).dropColumn(\"number\"));");

            assertThatThrownBy(retort(database)::upgrade).isInstanceOf(UnsupportedByDialectException.class);
        }
    }

    private static TestDatabase table(SharedDatabase kind, String sql) throws SQLException {
        TestDatabase database = kind.fresh();
        database.execute(sql, "INSERT INTO t (a) VALUES (10)", "INSERT INTO t (a) VALUES (20)");
        return database;
    }

    private void batch(String changes) {
        String batch = "batch(\"t\", t -> t" + changes + ")";
        revisions.java("r1", "", "op." + batch + ";", "op.reverse(up -> up." + batch + ");");
    }

    private static Table found(TestDatabase database) throws SQLException {
        return DatabaseState.schema(database).tables().stream()
                .filter(table -> table.name().name().equalsIgnoreCase("t"))
                .findFirst()
                .orElseThrow();
    }

    private Retort retort(TestDatabase database) {
        return RunSetup.upgrade(folder, database).retort(MigrationListener.SILENT);
    }
}
