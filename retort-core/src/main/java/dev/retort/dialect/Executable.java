package dev.retort.dialect;

import dev.retort.operation.AlterColumn;
import dev.retort.operation.DataStep;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.sql.CopyRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One thing to run, made from an operation. */
public sealed interface Executable {

    /**
     * What it does: the operation that was recorded, or the part of it that this one does alone. When a run has died in the middle, the
     * catalog is asked for its effect; of an operation that several share it cannot tell which of them were run.
     */
    Operation operation();

    /** The operation that was recorded. */
    default Operation recorded() {
        return operation();
    }

    /** The same thing as a part of an operation that was recorded. */
    default Executable recordedAs(Operation whole) {
        return this;
    }

    /** Whether it must run outside a transaction. */
    boolean outsideTransaction();

    /** The same thing, to be run outside a transaction. */
    Executable runOutsideTransaction();

    /**
     * A statement.
     *
     * @param sql the text, without terminator
     * @param arguments the values of the bind positions; empty when the text is to be sent as it is
     * @param changesData whether it changes rows and not the schema
     */
    record SqlStatement(
            String sql,
            List<@Nullable Object> arguments,
            boolean changesData,
            boolean outsideTransaction,
            Operation operation,
            Operation recorded)
            implements Executable {

        public SqlStatement {
            arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
        }

        /** A statement that changes the schema. */
        public static SqlStatement ddl(String sql, Operation operation) {
            return new SqlStatement(sql, List.of(), false, false, operation, operation);
        }

        /** A statement of the user's own. */
        static SqlStatement written(ExecuteSql operation, List<@Nullable Object> arguments, boolean changesData) {
            return new SqlStatement(operation.sql(), arguments, changesData, false, operation, operation);
        }

        /** A statement that changes rows. */
        public static SqlStatement data(String sql, List<@Nullable Object> arguments, Operation operation) {
            return new SqlStatement(sql, arguments, true, false, operation, operation);
        }

        @Override
        public SqlStatement runOutsideTransaction() {
            return new SqlStatement(sql, arguments, changesData, true, operation, recorded);
        }

        @Override
        public SqlStatement recordedAs(Operation whole) {
            return new SqlStatement(sql, arguments, changesData, outsideTransaction, operation, whole);
        }
    }

    /**
     * Rows that the client sends for a statement.
     *
     * @param copy the statement and its rows
     */
    record CopyIn(CopyRows copy, boolean outsideTransaction, Operation operation) implements Executable {

        @Override
        public CopyIn runOutsideTransaction() {
            return new CopyIn(copy, true, operation);
        }
    }

    /**
     * A data step in Java.
     *
     * @param step what to run
     */
    record JavaWork(DataStep step, boolean outsideTransaction, Operation operation) implements Executable {

        @Override
        public JavaWork runOutsideTransaction() {
            return new JavaWork(step, true, operation);
        }
    }

    /**
     * A change of a column on a database that must restate all of the column, when the operation does not say all of it: the text
     * is made from the column as the catalog has it at the time of running.
     *
     * @param operation the change
     * @param statements makes the statements from the column before the change
     */
    record ColumnRestatement(
            AlterColumn operation, Function<Column, List<SqlStatement>> statements, boolean outsideTransaction)
            implements Executable {

        @Override
        public ColumnRestatement runOutsideTransaction() {
            return new ColumnRestatement(operation, statements, true);
        }
    }
}
