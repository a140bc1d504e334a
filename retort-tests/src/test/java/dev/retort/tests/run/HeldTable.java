package dev.retort.tests.run;

import dev.retort.tests.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A table that a transaction holds, so that whoever changes it waits in the server. */
final class HeldTable implements AutoCloseable {

    /** A statement that waits. */
    static final String CHANGE = "ALTER TABLE held ADD COLUMN name VARCHAR(20)";

    private final SharedDatabase kind;
    private final TestDatabase database;
    private final Connection holder;

    private HeldTable(SharedDatabase kind, TestDatabase database, Connection holder) {
        this.kind = kind;
        this.database = database;
        this.holder = holder;
    }

    /** Makes the table in a database of PostgreSQL or MariaDB. */
    static HeldTable in(TestDatabase database, SharedDatabase kind) throws SQLException {
        database.execute("CREATE TABLE held (id INTEGER)");
        Connection holder = database.open();
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            statement.executeQuery("SELECT id FROM held").close();
        }
        return new HeldTable(kind, database, holder);
    }

    /** Locks the table, so that whoever only reads it waits, too. */
    static HeldTable closedIn(TestDatabase database, SharedDatabase kind) throws SQLException {
        Connection holder = database.open();
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            statement.execute(kind == SharedDatabase.POSTGRESQL ? "LOCK TABLE held" : "LOCK TABLES held WRITE");
        }
        return new HeldTable(kind, database, holder);
    }

    /** Whether somebody waits for it. */
    boolean isWaitedFor() throws SQLException {
        String waiting = kind == SharedDatabase.POSTGRESQL
                ? "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
                : "SELECT id FROM information_schema.processlist WHERE db = database() AND state LIKE '%metadata lock'";
        return !DatabaseState.rows(database, waiting).isEmpty();
    }

    /** Lets the table go. */
    @Override
    public void close() throws SQLException {
        holder.close();
    }
}
