package dev.retort.dialect;

import dev.retort.error.RetortException;
import dev.retort.operation.CustomOperation;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.sql.CopyRows;
import dev.retort.sql.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compiles users' own SQL, and refuses what the database does not run.
 *
 * @param outside whether it is to run outside a transaction
 */
record WrittenSql(DataCompiler ddl, boolean outside) {

    private static final String PUT_IT_OUTSIDE =
            "; put it outside, between '-- outside transaction' and '-- end' or in op.outsideTransaction(…)";

    /** The user's own part of an operation, compiled; empty for an operation that the compiler translates. */
    Optional<List<Executable>> in(Operation operation) {
        if (operation instanceof ExecuteSql sql) {
            return Optional.of(List.of(of(sql)));
        }
        return operation instanceof CustomOperation custom ? Optional.of(of(custom)) : Optional.empty();
    }

    /** Several statements in one text are a transaction anyway. */
    Executable of(ExecuteSql operation) {
        StatementKind kind = ddl.kind(operation);
        if (kind.inserts()) {
            // There may be very many rows, and every database takes them in a transaction and outside of one.
            Executable rows = ddl.written(operation, kind);
            return outside ? rows.runOutsideTransaction() : rows;
        }
        if (!outside) {
            refuse(operation, true, PUT_IT_OUTSIDE);
            return ddl.written(operation, kind);
        }
        boolean several = kind.isSeveral();
        refuse(operation, several, several ? ", and a text of several statements is one; write each by itself" : "");
        return ddl.written(operation, kind).runOutsideTransaction();
    }

    private void refuse(ExecuteSql operation, boolean inTransaction, String wayOut) {
        SqlTokens text = SqlTokens.of(CopyRows.withoutRows(operation.sql(), ddl.syntax()), ddl.syntax());
        ddl.whyNot(text, inTransaction).ifPresent(why -> {
            throw ddl.unsupported(operation, why + wayOut);
        });
    }

    /** An executable for each statement, in order. */
    List<Executable> of(CustomOperation operation) {
        List<Executable> executables = new ArrayList<>();
        for (@Nullable String sql : statements(operation)) {
            if (sql == null || sql.isBlank()) {
                throw ddl.unsupported(operation, "its statement " + (executables.size() + 1) + " is empty");
            }
            executables.add(of(new ExecuteSql(sql, List.of())).recordedAs(operation));
        }
        return executables;
    }

    private List<String> statements(CustomOperation operation) {
        List<String> statements;
        try {
            statements = operation.statements(ddl.dialect);
        } catch (RetortException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            String why = e instanceof LinkageError || e.getMessage() == null ? e.toString() : e.getMessage();
            throw ddl.unsupported(operation, why).because(e);
        }
        if (statements == null || statements.isEmpty()) {
            throw ddl.unsupported(operation, "it has no statements for " + ddl.dialect);
        }
        return statements;
    }
}
