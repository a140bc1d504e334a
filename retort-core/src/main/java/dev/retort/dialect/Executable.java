package dev.retort.dialect;

import dev.retort.operation.DataStep;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Hazard;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.sql.CopyRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

    /** What a person should know before it runs. The standard answer is what its operation tells. */
    default List<Hazard> hazards() {
        return operation().hazards();
    }

    /** The same thing as a part of an operation that was recorded. */
    default Executable recordedAs(Operation whole) {
        return this;
    }

    /** Whether it must run outside a transaction. */
    boolean outsideTransaction();

    /** Whether it takes effect as a whole or, when it is refused, not at all, also where it commits by itself. */
    boolean isAtomic();

    /** Whether it changes rows and leaves the schema alone. */
    boolean changesData();

    /** Whether it runs code that may do anything in its session: Java, or a routine, which a query may call too. */
    boolean runsCode();

    /** The same thing, to be run outside a transaction. */
    Executable runOutsideTransaction();

    /**
     * A statement.
     *
     * @param sql the text, without terminator
     * @param arguments the values of the bind positions; empty when the text is to be sent as it is
     * @param kind what it is, as the database reads it
     */
    record SqlStatement(
            String sql,
            List<@Nullable Object> arguments,
            StatementKind kind,
            boolean outsideTransaction,
            Operation operation,
            Operation recorded)
            implements Executable {

        public SqlStatement {
            arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
        }

        /** A statement that changes the schema. */
        public static SqlStatement ddl(String sql, Operation operation) {
            return new SqlStatement(sql, List.of(), StatementKind.SCHEMA, false, operation, operation);
        }

        /** A statement of the user's own. */
        static SqlStatement written(ExecuteSql operation, List<@Nullable Object> arguments, StatementKind kind) {
            return new SqlStatement(operation.sql(), arguments, kind, false, operation, operation);
        }

        /** A statement that changes rows. */
        public static SqlStatement data(String sql, List<@Nullable Object> arguments, Operation operation) {
            return new SqlStatement(sql, arguments, StatementKind.ROWS, false, operation, operation);
        }

        @Override
        public boolean isAtomic() {
            return kind.isAtomic();
        }

        @Override
        public boolean changesData() {
            return kind.changesData();
        }

        @Override
        public boolean runsCode() {
            return kind.runsCode();
        }

        @Override
        public SqlStatement runOutsideTransaction() {
            return new SqlStatement(sql, arguments, kind, true, operation, recorded);
        }

        @Override
        public SqlStatement recordedAs(Operation whole) {
            return new SqlStatement(sql, arguments, kind, outsideTransaction, operation, whole);
        }
    }

    /**
     * Rows that the client sends for a statement.
     *
     * @param copy the statement and its rows
     */
    record CopyIn(CopyRows copy, boolean outsideTransaction, Operation operation, Operation recorded)
            implements Executable {

        @Override
        public boolean isAtomic() {
            return true;
        }

        @Override
        public boolean changesData() {
            return true;
        }

        @Override
        public boolean runsCode() {
            return false;
        }

        @Override
        public CopyIn runOutsideTransaction() {
            return new CopyIn(copy, true, operation, recorded);
        }

        @Override
        public CopyIn recordedAs(Operation whole) {
            return new CopyIn(copy, outsideTransaction, operation, whole);
        }
    }

    /**
     * A data step in Java.
     *
     * @param step what to run
     */
    record JavaWork(DataStep step, boolean outsideTransaction, Operation operation) implements Executable {

        /** It may commit on its way. */
        @Override
        public boolean isAtomic() {
            return false;
        }

        /** What it does to the schema is its own affair. */
        @Override
        public boolean changesData() {
            return true;
        }

        @Override
        public boolean runsCode() {
            return true;
        }

        @Override
        public JavaWork runOutsideTransaction() {
            return new JavaWork(step, true, operation);
        }
    }

    /**
     * Statements that are made while running, from a table as the catalog has it then, for a database that has to say more than the
     * operation does.
     *
     * @param operation what it does
     * @param table the table to ask the catalog for
     * @param statements makes the statements from it
     */
    record FromCatalog(Operation operation, QualifiedName table, StatementsFrom statements, boolean outsideTransaction)
            implements Executable {

        @Override
        public boolean isAtomic() {
            return true;
        }

        @Override
        public boolean changesData() {
            return false;
        }

        @Override
        public boolean runsCode() {
            return false;
        }

        @Override
        public FromCatalog runOutsideTransaction() {
            return new FromCatalog(operation, table, statements, true);
        }
    }

    /** Makes statements from a table. */
    @FunctionalInterface
    interface StatementsFrom {

        /**
         * The statements.
         *
         * @param table the table as the catalog has it
         * @throws SQLException saying what the table lacks
         */
        List<SqlStatement> of(Table table) throws SQLException;
    }
}
