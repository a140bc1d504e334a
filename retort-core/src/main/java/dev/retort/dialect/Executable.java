package dev.retort.dialect;

import dev.retort.operation.DataStep;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Existence;
import dev.retort.operation.Hazard;
import dev.retort.operation.Operation;
import dev.retort.operation.SchemaChange;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.sql.CopyRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A unit of execution, compiled from an operation. */
public sealed interface Executable
        permits LoadFile,
                Notice,
                Executable.CompiledLater,
                Executable.Conditional,
                Executable.CopyIn,
                Executable.JavaWork,
                Executable.SqlStatement {

    /**
     * The operation that it executes: the recorded one, or its own part of that. After a crash, the catalog is asked for the effect of this
     * operation; if several executables share an operation, the catalog cannot tell which of them ran.
     */
    Operation operation();

    /** The recorded operation. */
    default Operation recorded() {
        return operation();
    }

    /** What a person should know before it runs. The default are the hazards of its operation. */
    default List<Hazard> hazards() {
        return operation().hazards();
    }

    /** What a run and a script say before it, as a sentence; empty, which is the default, for nothing. */
    default Optional<String> notice() {
        return Optional.empty();
    }

    /** The same as a part of a recorded operation. */
    default Executable recordedAs(Operation whole) {
        return this;
    }

    /** Whether it must run outside a transaction. */
    boolean outsideTransaction();

    /** Whether, even if it commits by itself, it takes effect as a whole or, after a failure, not at all. */
    boolean isAtomic();

    /** Whether it can be run again after a crash whether or not it took effect. The default is that of its operation. */
    default boolean isRepeatable() {
        return operation().isRepeatable();
    }

    /** Whether it changes only rows. */
    boolean changesData();

    /** Whether it runs code that may do anything in its session: Java, or a routine, which a query may call too. */
    boolean runsCode();

    /** Whether no foreign key may be enforced while it runs. The default is no. */
    default boolean suspendsForeignKeys() {
        return false;
    }

    /** What a script without a database has of it. */
    Offline offline();

    /** Its statements where no table can be asked; empty if it is none, or if only a table tells them. */
    default Optional<List<SqlStatement>> statements() {
        return offline().ifWritten();
    }

    /** The same thing, to be run outside a transaction. */
    Executable runOutsideTransaction();

    /**
     * A statement.
     *
     * @param sql the text, without terminator
     * @param arguments the values of the placeholders; empty if the text is sent as it is
     * @param kind the kind of statement, as the database reads it
     * @param asking the text with {@code IF NOT EXISTS} about what it creates, or {@code IF EXISTS} about what it drops; null if the database
     *     has none for it
     */
    record SqlStatement(
            String sql,
            List<@Nullable Object> arguments,
            StatementKind kind,
            boolean outsideTransaction,
            Operation operation,
            Operation recorded,
            @Nullable String asking)
            implements Executable {

        public SqlStatement {
            arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
        }

        /** A statement that changes the schema. */
        public static SqlStatement ddl(String sql, Operation operation) {
            return new SqlStatement(sql, List.of(), StatementKind.SCHEMA, false, operation, operation, null);
        }

        /** A user's statement. */
        static SqlStatement written(ExecuteSql operation, List<@Nullable Object> arguments, StatementKind kind) {
            return new SqlStatement(operation.sql(), arguments, kind, false, operation, operation, null);
        }

        /** The same statement, which can ask for itself. */
        SqlStatement asking(String text) {
            return new SqlStatement(sql, arguments, kind, outsideTransaction, operation, recorded, text);
        }

        /** The statement that asks for itself; null if there is none. */
        @Nullable
        SqlStatement asked() {
            return asking == null
                    ? null
                    : new SqlStatement(asking, arguments, kind, outsideTransaction, operation, recorded, asking);
        }

        /** A statement that changes rows. */
        public static SqlStatement data(String sql, List<@Nullable Object> arguments, Operation operation) {
            return new SqlStatement(sql, arguments, StatementKind.ROWS, false, operation, operation, null);
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
            return new SqlStatement(sql, arguments, kind, true, operation, recorded, asking);
        }

        @Override
        public Offline offline() {
            return Offline.written(this);
        }

        @Override
        public SqlStatement recordedAs(Operation whole) {
            return new SqlStatement(sql, arguments, kind, outsideTransaction, operation, whole, asking);
        }
    }

    /**
     * Rows that the client sends for a statement.
     *
     * @param copy the statement and its rows
     */
    record CopyIn(CopyRows copy, boolean outsideTransaction, Operation operation, Operation recorded)
            implements Executable {

        /** A script has it as it stands, and not only its statement. */
        @Override
        public Offline offline() {
            return Offline.onlyOnline();
        }

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

        @Override
        public Offline offline() {
            return new Offline.Refused(
                    "a data step in Java has no SQL",
                    "Write it in SQL, or run online. What a script does not need can be left out of it with if (!op.offline()).");
        }

        /** It may commit in between. */
        @Override
        public boolean isAtomic() {
            return false;
        }

        /** Its effect on the schema is unknown. */
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

    /** Statements that are compiled while running, from what the database answers. */
    sealed interface CompiledLater extends Executable {

        /**
         * The statements.
         *
         * @throws SQLException saying why they cannot run
         */
        List<SqlStatement> of(Connection connection, Inspector inspector) throws SQLException;

        @Override
        default boolean changesData() {
            return false;
        }

        @Override
        default boolean runsCode() {
            return false;
        }
    }

    /**
     * Statements that are compiled while running, from a table in the catalog, for a database that needs more than the operation says.
     *
     * @param operation the operation
     * @param table the table to read from the catalog
     * @param from compiles the statements
     * @param stated the table for a script that is written without a database; null if it is not known
     */
    record FromCatalog(
            Operation operation,
            QualifiedName table,
            StatementsFrom from,
            boolean outsideTransaction,
            @Nullable Table stated,
            Operation recorded)
            implements CompiledLater {

        /** Of a table that only the catalog knows. */
        public FromCatalog(Operation operation, QualifiedName table, StatementsFrom from) {
            this(operation, table, from, false, null, operation);
        }

        @Override
        public List<SqlStatement> of(Connection connection, Inspector inspector) throws SQLException {
            Table found = inspector
                    .table(connection, table)
                    .orElseThrow(() -> new SQLException("There is no table " + table + "."));
            return from.of(found, connection);
        }

        @Override
        public FromCatalog recordedAs(Operation whole) {
            return new FromCatalog(operation, table, from, outsideTransaction, stated, whole);
        }

        @Override
        public Offline offline() {
            return from.offline();
        }

        /**
         * What a script without a database has of it, from the table that is stated.
         *
         * @throws SQLException saying what the stated table lacks
         */
        public Offline scripted() throws SQLException {
            return stated == null ? from.offline() : new Offline.Written(from.scripted(stated));
        }

        /** The same, with what the table is like where no database tells. */
        public FromCatalog stating(@Nullable Table known) {
            return new FromCatalog(operation, table, from, outsideTransaction, known, recorded);
        }

        @Override
        public boolean isAtomic() {
            return true;
        }

        @Override
        public boolean suspendsForeignKeys() {
            return from.suspendForeignKeys();
        }

        @Override
        public Optional<String> notice() {
            return from.notice(table);
        }

        /** What suspends foreign keys is one transaction, since a table has no rows of its own in the middle of it. */
        @Override
        public FromCatalog runOutsideTransaction() {
            return suspendsForeignKeys() ? this : new FromCatalog(operation, table, from, true, stated, recorded);
        }
    }

    /**
     * Statements that are compiled while running, from what the database answers.
     *
     * @param operation the operation
     * @param from compiles the statements
     */
    record FromAnswer(Operation operation, StatementsAsked from, boolean outsideTransaction, Operation recorded)
            implements CompiledLater {

        public FromAnswer(Operation operation, StatementsAsked from) {
            this(operation, from, false, operation);
        }

        @Override
        public List<SqlStatement> of(Connection connection, Inspector inspector) throws SQLException {
            return from.of(connection);
        }

        @Override
        public FromAnswer recordedAs(Operation whole) {
            return new FromAnswer(operation, from, outsideTransaction, whole);
        }

        @Override
        public Offline offline() {
            return from.offline();
        }

        @Override
        public boolean isRepeatable() {
            return from.isRepeatable() || operation.isRepeatable();
        }

        @Override
        public boolean isAtomic() {
            return from.isAtomic();
        }

        @Override
        public FromAnswer runOutsideTransaction() {
            return new FromAnswer(operation, from, true, recorded);
        }
    }

    /**
     * An executable that runs only if what it creates is missing, or if what it changes or drops is there.
     *
     * @param condition which of the two
     * @param parts what is created, changed or dropped; empty if it runs in any case
     * @param inner what to run
     * @param scripted the statement that asks for itself, in a script that is written without a database; null for none
     */
    record Conditional(
            Existence condition,
            List<SchemaChange.Part> parts,
            Executable inner,
            @Nullable SqlStatement scripted) implements Executable {

        public Conditional {
            parts = List.copyOf(parts);
        }

        @Override
        public Operation operation() {
            return inner.operation();
        }

        @Override
        public Operation recorded() {
            return inner.recorded();
        }

        @Override
        public List<Hazard> hazards() {
            return inner.hazards();
        }

        @Override
        public boolean isRepeatable() {
            return inner.isRepeatable() || parts.stream().allMatch(SchemaChange.Part::isRepeatable);
        }

        @Override
        public Optional<String> notice() {
            return inner.notice();
        }

        @Override
        public Conditional recordedAs(Operation whole) {
            return new Conditional(condition, parts, inner.recordedAs(whole), scripted);
        }

        @Override
        public boolean outsideTransaction() {
            return inner.outsideTransaction();
        }

        @Override
        public boolean isAtomic() {
            return inner.isAtomic();
        }

        @Override
        public boolean changesData() {
            return inner.changesData();
        }

        @Override
        public boolean runsCode() {
            return inner.runsCode();
        }

        @Override
        public boolean suspendsForeignKeys() {
            return inner.suspendsForeignKeys();
        }

        @Override
        public Offline offline() {
            return scripted != null
                    ? Offline.written(scripted)
                    : new Offline.Refused(
                            "only the catalog knows whether to run it, and Retort writes no "
                                    + (condition == Existence.MISSING ? "IF NOT EXISTS" : "IF EXISTS") + " for it",
                            "Write it without a condition, or run online.");
        }

        @Override
        public Conditional runOutsideTransaction() {
            return new Conditional(
                    condition,
                    parts,
                    inner.runOutsideTransaction(),
                    scripted == null ? null : scripted.runOutsideTransaction());
        }
    }
}
