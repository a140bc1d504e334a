package dev.retort.runtime;

import dev.retort.dialect.StatementKind;
import dev.retort.sql.SqlSyntax;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
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
        this.guarded = proxy(Connection.class, this::call);
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
        Object result = invoke(connection, method, arguments);
        if (result instanceof CallableStatement statement) {
            return guarded(CallableStatement.class, statement);
        }
        if (result instanceof PreparedStatement statement) {
            return guarded(PreparedStatement.class, statement);
        }
        return result instanceof Statement statement ? guarded(Statement.class, statement) : result;
    }

    private <T extends Statement> T guarded(Class<T> type, T statement) {
        return proxy(type, (method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                return guarded;
            }
            if (method.getName().startsWith("execute") || method.getName().equals("addBatch")) {
                requireNoTransactionControl(arguments);
            }
            return invoke(statement, method, arguments);
        });
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

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Handles a call. */
    private interface Handler {
        @Nullable
        Object call(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> handler.call(method, arguments)));
    }
}
