package dev.retort.tests.dialect;

import dev.retort.compare.SchemaComparator;
import dev.retort.compare.SchemaDifferences;
import dev.retort.dialect.Definition;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.Executable;
import dev.retort.operation.Operation;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.testkit.LiveSchema;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.EmptiedDatabases;
import dev.retort.tests.server.EmptiedDatabases.Emptied;
import dev.retort.tests.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** An empty database with a connection and its dialect, to run operations on. */
public record Workbench(Emptied emptied, Dialect dialect) implements AutoCloseable {

    public static Workbench on(DatabaseUnderTest kind) throws SQLException {
        Emptied emptied = EmptiedDatabases.take(kind);
        return new Workbench(
                emptied, Dialects.loadedFrom(Workbench.class.getClassLoader()).forConnection(emptied.connection()));
    }

    public TestDatabase database() {
        return emptied.database();
    }

    public Connection connection() {
        return emptied.connection();
    }

    private LiveSchema live() {
        return new LiveSchema(connection(), dialect);
    }

    /** Compiles and runs operations. */
    public void run(Operation... operations) throws SQLException {
        live().run(operations);
    }

    /** Compiles and runs operations. */
    public void run(List<? extends Operation> operations) throws SQLException {
        live().run(operations.toArray(Operation[]::new));
    }

    /** Runs one executable. */
    public void run(Executable executable) throws SQLException {
        live().run(executable);
    }

    public void sql(String... texts) throws SQLException {
        live().execute(texts);
    }

    SchemaSnapshot inspect() throws SQLException {
        return live().inspect();
    }

    /** What differs from a desired schema by plain rules, both ways. */
    SchemaDifferences compare(SchemaSnapshot desired) throws SQLException {
        return new SchemaComparator(dialect)
                .compare(desired, inspect(), object -> !dialect.locks().own(object.belongsTo()));
    }

    /** What autogenerate would do, by a server that says in its own words what differs. */
    List<Operation> differences(Table desired) throws SQLException {
        return new SchemaComparator(dialect)
                .leavingUnsaid()
                .asking(dialect.normalizer().on(connection()))
                .compare(SchemaSnapshot.of(desired), inspect(), object -> true)
                .upgrade()
                .operations();
    }

    /** A condition as the server says it; as it is when the server refuses it. */
    String said(String condition, Table table) throws SQLException {
        Definition definition = Definition.ofCheck(CheckConstraint.of(null, condition), table, dialect);
        return dialect.normalizer()
                .normalize(connection(), List.of(definition))
                .of(definition, CheckConstraint.class)
                .map(CheckConstraint::expression)
                .orElse(condition);
    }

    /** A column's default as the server says it. */
    Column said(Column column, Table table) throws SQLException {
        Definition definition = Definition.ofValue(column, table, dialect);
        return dialect.normalizer()
                .normalize(connection(), List.of(definition))
                .of(definition, Column.class)
                .map(form -> column.withDefault(form.defaultValue()))
                .orElse(column);
    }

    /** The first value of an answer, as text. */
    static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    Table table(String name) throws SQLException {
        return inspect().table(QualifiedName.of(name)).orElseThrow();
    }

    @Override
    public void close() throws SQLException {
        emptied.close();
    }
}
