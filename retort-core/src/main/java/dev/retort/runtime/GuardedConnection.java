package dev.retort.runtime;

import dev.retort.dialect.StatementKind;
import dev.retort.sql.SqlSyntax;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connection that protects its transaction from a data step: a commit would separate the step's changes from its version row, and closing
 * the connection would end the run. Savepoints are allowed.
 */
final class GuardedConnection {

    private static final Set<String> REFUSED = Set.of("commit", "setAutoCommit", "close", "abort");

    private final Connection connection;
    private final SqlSyntax syntax;
    private final Connection guarded;

    private GuardedConnection(Connection connection, SqlSyntax syntax) {
        this.connection = connection;
        this.syntax = syntax;
        this.guarded = ConnectionProxy.connection(this::call);
    }

    /**
     * Guards a connection while a data step uses it in a transaction.
     *
     * @param syntax how the database reads SQL
     */
    static Connection of(Connection connection, SqlSyntax syntax) {
        return new GuardedConnection(connection, syntax).guarded;
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        boolean wholeRollback = method.getName().equals("rollback") && method.getParameterCount() == 0;
        if (wholeRollback || REFUSED.contains(method.getName())) {
            throw refusal("call " + method.getName() + "()");
        }
        requireNoTransactionControl(arguments);
        Object result = ConnectionProxy.invoke(connection, method, arguments);
        return ConnectionProxy.result(result, this::guarded);
    }

    private ConnectionProxy.Handler guarded(Statement statement) {
        return (method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                return guarded;
            }
            if (method.getName().startsWith("execute") || method.getName().equals("addBatch")) {
                requireNoTransactionControl(arguments);
            }
            return ConnectionProxy.invoke(statement, method, arguments);
        };
    }

    /** In every method with SQL, it is the first argument. */
    private void requireNoTransactionControl(Object @Nullable [] arguments) throws SQLException {
        if (arguments != null
                && arguments.length > 0
                && arguments[0] instanceof String sql
                && StatementKind.of(sql, syntax).controlsTransaction()) {
            throw refusal("execute '" + sql.strip() + "'");
        }
    }

    private static SQLException refusal(String what) {
        return new SQLException("A data step must not " + what
                + " on its connection: the step is one transaction together with its version row. Data steps that need"
                + " transactions of their own go into op.outsideTransaction(…).");
    }
}
