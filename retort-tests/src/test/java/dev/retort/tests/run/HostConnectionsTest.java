package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.dialect.ConnectionSource;
import dev.retort.error.HalfDoneStepException;
import dev.retort.error.MigrationFailedException;
import dev.retort.report.Resolution;
import dev.retort.tests.server.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections of a host that wraps them, or keeps them in a mode of its own. */
class HostConnectionsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void aConnectionIsGivenBackInTheModeInWhichItCame(SharedDatabase kind) throws SQLException {
        new Revisions(folder).sql("r1", "", "CREATE TABLE one (id INTEGER);");
        try (TestDatabase database = kind.fresh();
                Connection kept = database.open()) {
            for (boolean autoCommit : new boolean[] {true, false}) {
                kept.setAutoCommit(autoCommit);
                Retort retort = retort(database, () -> unclosed(kept));

                retort.current();
                assertThat(kept.getAutoCommit()).isEqualTo(autoCommit);
                retort.upgrade();
                assertThat(kept.getAutoCommit()).isEqualTo(autoCommit);
            }
        }
    }

    /** As a wrapper that counts or logs statements may do. */
    @ParameterizedTest
    @EnumSource
    void aStatementAfterWhichAWrapperFailsIsInDoubtWhereItCommitsByItself(SharedDatabase kind) throws SQLException {
        new Revisions(folder)
                .sql("r1", "", "CREATE TABLE ledger (id INTEGER);")
                .sql("r2", "r1", "-- outside transaction\nINSERT INTO ledger VALUES (4);\n-- end\n");
        try (TestDatabase database = kind.fresh()) {
            Retort failing = retort(database, () -> failingAfter("INSERT INTO ledger", database.open()));
            assertThatThrownBy(failing::upgrade).isInstanceOf(MigrationFailedException.class);

            Retort retort = retort(database, database::open);
            assertThatThrownBy(retort::upgrade)
                    .isInstanceOf(HalfDoneStepException.class)
                    .hasMessageContaining("may or may not have taken effect");
            assertThat(retort.resume(Resolution.DONE).heads()).containsExactly("r2");
            assertThat(DatabaseState.rows(database, "SELECT id FROM ledger")).containsExactly("4");
        }
    }

    private Retort retort(TestDatabase database, ConnectionSource connections) {
        DataSource source = proxy(DataSource.class, (method, arguments) -> connections.open());
        return Retort.configure()
                .settings(RunSetup.upgrade(folder, database).settings())
                .dataSource(source)
                .load();
    }

    private static Connection unclosed(Connection kept) {
        return proxy(
                Connection.class,
                (method, arguments) -> method.getName().equals("close") ? null : called(kept, method, arguments));
    }

    private static Connection failingAfter(String begin, Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            Object made = called(connection, method, arguments);
            return method.getName().equals("createStatement") ? failingAfter(begin, (Statement) made) : made;
        });
    }

    private static Statement failingAfter(String begin, @Nullable Statement statement) {
        return proxy(Statement.class, (method, arguments) -> {
            Object result = called(statement, method, arguments);
            if (method.getName().equals("execute")
                    && String.valueOf(arguments[0]).startsWith(begin)) {
                throw new IllegalStateException("the wrapper fails");
            }
            return result;
        });
    }

    /** What a proxy does. */
    private interface Call {
        @Nullable
        Object of(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                HostConnectionsTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.of(method, arguments == null ? new Object[0] : arguments)));
    }

    private static @Nullable Object called(@Nullable Object target, Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
