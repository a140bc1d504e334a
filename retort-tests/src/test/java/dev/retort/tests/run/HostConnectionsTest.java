package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.dialect.ConnectionSource;
import dev.retort.error.DatabaseAccessException;
import dev.retort.error.HalfDoneStepException;
import dev.retort.error.MigrationFailedException;
import dev.retort.report.Resolution;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.Proxies;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections of a host that wraps them, or keeps them in a mode of its own. */
class HostConnectionsTest {

    @TempDir
    private Path folder;

    @ForDatabases
    void aConnectionIsGivenBackInTheModeInWhichItCame(SharedDatabase kind) throws SQLException {
        new Revisions(folder).sql("r1", "", "CREATE TABLE one (id INTEGER);");
        try (TestDatabase database = kind.fresh();
                Connection kept = database.open()) {
            for (boolean autoCommit : new boolean[] {true, false}) {
                kept.setAutoCommit(autoCommit);
                Retort retort = retort(database, () -> Proxies.unclosed(kept));

                retort.current();
                assertThat(kept.getAutoCommit()).isEqualTo(autoCommit);
                retort.upgrade();
                assertThat(kept.getAutoCommit()).isEqualTo(autoCommit);
            }
        }
    }

    @ForDatabases(has = Capability.UNCOMMITTED_CHANGES)
    void aTransactionOfTheHostIsNotCommitted(SharedDatabase kind) throws SQLException {
        new Revisions(folder).sql("r1", "", "CREATE TABLE one (id INTEGER);");
        try (TestDatabase database = kind.fresh();
                Connection kept = database.open();
                Statement statement = kept.createStatement()) {
            statement.execute("CREATE TABLE accounts (id INTEGER)");
            kept.setAutoCommit(false);
            statement.execute("INSERT INTO accounts VALUES (1)");
            Retort retort = retort(database, () -> Proxies.unclosed(kept));

            assertThatThrownBy(retort::current)
                    .isInstanceOf(DatabaseAccessException.class)
                    .hasMessageContaining("is in a transaction, which Retort would commit");
            assertThatThrownBy(retort::upgrade).isInstanceOf(DatabaseAccessException.class);
            kept.rollback();
            assertThat(DatabaseState.rows(database, "SELECT id FROM accounts")).isEmpty();

            assertThat(retort.upgrade().heads()).containsExactly("r1");
        }
    }

    /** As a wrapper that counts or logs statements may do. */
    @ForDatabases
    void aStatementAfterWhichAWrapperFailsIsInDoubtWhereItCommitsByItself(SharedDatabase kind) throws SQLException {
        new Revisions(folder)
                .sql("r1", "", "CREATE TABLE ledger (id INTEGER);")
                .sql("r2", "r1", "-- outside transaction\nINSERT INTO ledger VALUES (4);\n-- end\n");
        try (TestDatabase database = kind.fresh()) {
            Retort failing = retort(
                    database,
                    () -> failingAfter(
                            "INSERT INTO ledger", database.open(), new IllegalStateException("the wrapper fails")));
            assertThatThrownBy(failing::upgrade).isInstanceOf(MigrationFailedException.class);

            Retort retort = retort(database, database::open);
            assertThatThrownBy(retort::upgrade)
                    .isInstanceOf(HalfDoneStepException.class)
                    .hasMessageContaining("may or may not have taken effect");
            assertThat(retort.resume(Resolution.DONE).heads()).containsExactly("r2");
            assertThat(DatabaseState.rows(database, "SELECT id FROM ledger")).containsExactly("4");
        }
    }

    /** As a server does whose disk fails, or a proxy that loses the answer. */
    @ParameterizedTest
    @MethodSource("errorsThatLeaveOpenWhatHappened")
    void aStatementAfterWhichTheServerFailsIsInDoubtWhereItCommitsByItself(
            SharedDatabase kind, @Nullable String state, int code) throws SQLException {
        new Revisions(folder)
                .sql("r1", "", "CREATE TABLE ledger (id INTEGER);")
                .sql("r2", "r1", "-- outside transaction\nINSERT INTO ledger VALUES (4);\n-- end\n");
        try (TestDatabase database = kind.fresh()) {
            SQLException error = new SQLException("could not fsync", state, code);
            Retort failing = retort(database, () -> failingAfter("INSERT INTO ledger", database.open(), error));
            assertThatThrownBy(failing::upgrade).isInstanceOf(MigrationFailedException.class);

            Retort retort = retort(database, database::open);
            assertThatThrownBy(retort::upgrade).isInstanceOf(HalfDoneStepException.class);
            assertThat(DatabaseState.rows(database, "SELECT id FROM ledger")).containsExactly("4");
        }
    }

    static Stream<Arguments> errorsThatLeaveOpenWhatHappened() {
        return SharedDatabase.available()
                .flatMap(kind -> Stream.concat(
                        Stream.of("58000", "58030", "08006", "08P01", "57P01", "XX000", "40003", null)
                                .map(state -> Arguments.of(kind, state, 0)),
                        codesThatLeaveOpenWhatHappened(kind).map(code -> Arguments.of(kind, "HY000", code))));
    }

    private static Stream<Integer> codesThatLeaveOpenWhatHappened(SharedDatabase kind) {
        return switch (kind) {
            case SQLITE -> Stream.of(11, 1034, 1290);
            case MARIADB -> Stream.of(1021, 1026, 1180, 1598, 2013);
            case MYSQL -> Stream.of(1026, 1180, 1598, 2013, 3100, 3101, 3169, 3675, 4031);
            case POSTGRESQL -> Stream.of(0);
            case H2 -> Stream.of(50000, 90028, 90098, 90100);
            case HSQLDB -> Stream.of(-452, -458, -460, -467, -468, -472);
        };
    }

    private Retort retort(TestDatabase database, ConnectionSource connections) {
        return Retort.configure()
                .settings(RunSetup.upgrade(folder, database).settings())
                .dataSource(Proxies.dataSource(connections::open))
                .load();
    }

    private static Connection failingAfter(String begin, Connection connection, Exception failure) {
        return Proxies.of(Connection.class, (method, arguments) -> {
            Object made = Proxies.call(connection, method, arguments);
            return method.getName().equals("createStatement") ? failingAfter(begin, (Statement) made, failure) : made;
        });
    }

    private static Statement failingAfter(String begin, @Nullable Statement statement, Exception failure) {
        return Proxies.of(Statement.class, (method, arguments) -> {
            Object result = Proxies.call(statement, method, arguments);
            if (method.getName().equals("execute")
                    && String.valueOf(arguments[0]).startsWith(begin)) {
                throw failure;
            }
            return result;
        });
    }
}
