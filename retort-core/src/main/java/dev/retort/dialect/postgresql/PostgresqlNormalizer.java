package dev.retort.dialect.postgresql;

import dev.retort.dialect.DdlCompiler;
import dev.retort.dialect.Definition;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.InspectionScope;
import dev.retort.dialect.Inspector;
import dev.retort.dialect.NormalForms;
import dev.retort.dialect.Normalizer;
import dev.retort.dialect.ScratchTable;
import dev.retort.dialect.Transactions;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.CreateTable;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks on tables in a schema that is made in a transaction and rolled back with it. Without the right to make schemas the tables are
 * temporary ones: https://www.postgresql.org/docs/current/ddl-priv.html has both rights.
 */
final class PostgresqlNormalizer implements Normalizer {

    /**
     * How many locks one transaction takes at most, of the 6,400 that a server has room for by default:
     * https://www.postgresql.org/docs/current/runtime-config-locks.html
     */
    private static final int LOCKS = 500;

    /** A table, and the table and index that hold its long values. */
    private static final int LOCKS_OF_A_TABLE = 3;

    private static final String TEMPORARY = "pg_temp";

    /** No right; a transaction that may only read, as on a standby. */
    private static final Set<String> NOT_ALLOWED = Set.of("42501", "25006");

    private final DdlCompiler ddl;
    private final Inspector inspector;

    PostgresqlNormalizer(DdlCompiler ddl, Inspector inspector) {
        this.ddl = ddl;
        this.inspector = inspector;
    }

    @Override
    public NormalForms normalize(Connection connection, Collection<Definition> definitions) throws SQLException {
        Map<Definition, TableElement> forms = new HashMap<>();
        Deque<ScratchTable> waiting = new ArrayDeque<>(ScratchTable.of(definitions));
        while (!waiting.isEmpty()) {
            List<ScratchTable> batch = new ArrayList<>();
            int locks = 0;
            while (!waiting.isEmpty() && (batch.isEmpty() || locks + locksOf(waiting.peek()) <= LOCKS)) {
                locks += locksOf(waiting.peek());
                batch.add(waiting.remove());
            }
            Optional<Map<Definition, TableElement>> read = rolledBack(connection, batch);
            if (read.isEmpty()) {
                return NormalForms.NOT_ASKED;
            }
            forms.putAll(read.get());
        }
        return new NormalForms(forms, true);
    }

    @Override
    public Optional<String> circumstances(Connection connection) throws SQLException {
        return Optional.of(NameMeanings.in(connection));
    }

    @Override
    public boolean isLasting(Definition found) {
        return NameMeanings.decide(found);
    }

    private static int locksOf(ScratchTable table) {
        return LOCKS_OF_A_TABLE + table.indexes();
    }

    /** Empty when the user may make no tables. */
    private Optional<Map<Definition, TableElement>> rolledBack(Connection connection, List<ScratchTable> batch)
            throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        if (autoCommit) {
            connection.setAutoCommit(false);
        }
        Savepoint before = connection.setSavepoint();
        try {
            return readBack(connection, batch);
        } finally {
            connection.rollback(before);
            if (autoCommit) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private Optional<Map<Definition, TableElement>> readBack(Connection connection, List<ScratchTable> batch)
            throws SQLException {
        String own = "retort_scratch_" + ask(connection, "SELECT pg_backend_pid()");
        boolean isOwn = mayRun(connection, "CREATE SCHEMA " + own);
        if (!isOwn && !mayRun(connection, "CREATE TABLE " + TEMPORARY + ".retort_scratch ()")) {
            return Optional.empty();
        }
        String schema = isOwn ? own : TEMPORARY;
        Map<String, ScratchTable> made = new HashMap<>();
        for (ScratchTable table : batch) {
            table.make(part -> makes(connection, schema, part, made));
        }
        String read = isOwn ? own : ask(connection, "SELECT nspname FROM pg_namespace WHERE oid = pg_my_temp_schema()");
        Map<Definition, TableElement> forms = new HashMap<>();
        for (Table found : inspector
                .inspect(connection, new InspectionScope(List.of(read), null))
                .tables()) {
            ScratchTable table = made.get(found.name().name());
            if (table != null) {
                forms.putAll(table.readBack(found));
            }
        }
        return Optional.of(forms);
    }

    private boolean makes(Connection connection, String schema, ScratchTable table, Map<String, ScratchTable> made)
            throws SQLException {
        String name = "t" + made.size();
        boolean makes = attempt(connection, table.table(new QualifiedName(schema, name)));
        if (makes) {
            made.put(name, table);
        }
        return makes;
    }

    private boolean attempt(Connection connection, Table table) throws SQLException {
        List<String> statements;
        try {
            statements = ddl.compile(new CreateTable(table)).stream()
                    .map(executable -> ((SqlStatement) executable).sql())
                    .toList();
        } catch (UnsupportedByDialectException notPossible) {
            return false;
        }
        return Transactions.WITH_DDL.refusal(connection, statements).isEmpty();
    }

    private static boolean mayRun(Connection connection, String sql) throws SQLException {
        Optional<SQLException> refusal = Transactions.WITH_DDL.refusal(connection, List.of(sql));
        if (refusal.isPresent()
                && !NOT_ALLOWED.contains(String.valueOf(refusal.get().getSQLState()))) {
            throw refusal.get();
        }
        return refusal.isEmpty();
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
