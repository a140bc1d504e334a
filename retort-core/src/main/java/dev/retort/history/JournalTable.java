package dev.retort.history;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.timestamp;
import static dev.retort.schema.Columns.varchar;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Sessions;
import dev.retort.error.Action;
import dev.retort.error.Advice;
import dev.retort.error.DatabaseAccessException;
import dev.retort.error.HalfDoneStepException;
import dev.retort.migration.Direction;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The journal: a row is opened before a statement that commits by itself and closed after it. Empty if no step is half-done. An open row
 * names the session that began its statement, until that session releases it.
 */
public final class JournalTable extends MetadataTable {

    private static final Advice GO_ON = Advice.of(
            "{} continues it, {} undoes it if Retort can reverse all of it, which it cannot with SQL of your own.",
            Action.RESUME,
            Action.RESUME_UNDO);

    private static final int SESSION_LENGTH = 100;

    public JournalTable(Dialect dialect, QualifiedName name) {
        super(dialect, definition(name), "journal_table");
    }

    private static Table definition(QualifiedName name) {
        return Table.of(
                name,
                List.of(
                        column("revision", varchar(VersionTable.MAXIMUM_ID_LENGTH))
                                .notNull(),
                        column("direction", varchar(10)).notNull(),
                        column("statement_no", integer()).notNull(),
                        column("statement_hash", varchar(64)).notNull(),
                        column("opened_at", timestamp(6)).notNull(),
                        column("closed_at", timestamp(6)),
                        column("opened_by", varchar(SESSION_LENGTH)),
                        PrimaryKey.of(name.name() + "_pkc", List.of("revision", "direction", "statement_no"))));
    }

    /**
     * The entries of the half-done step, in order, from its first statement on; only the last may be open. Empty if the table does not
     * exist; inside a transaction it must exist, since on some databases a query that fails ends the transaction.
     *
     * @throws DatabaseAccessException when the rows cannot have been written by a run
     */
    public List<JournalEntry> entries(Connection connection) {
        List<JournalEntry> entries = read(
                connection,
                "SELECT revision, direction, statement_no, statement_hash, closed_at FROM " + written()
                        + " ORDER BY revision, direction, statement_no",
                row -> new JournalEntry(
                        required("revision", row.getString(1)),
                        direction(row.getString(2)),
                        row.getInt(3),
                        required("statement_hash", row.getString(4)),
                        row.getString(5) != null));
        for (int i = 0; i < entries.size(); i++) {
            JournalEntry entry = entries.get(i);
            JournalEntry first = entries.get(0);
            if (!entry.revision().equals(first.revision()) || entry.direction() != first.direction()) {
                throw odd("rows of two steps, the " + described(first) + " and the " + described(entry));
            }
            if (entry.statement() != i + 1) {
                throw odd("a row of statement " + entry.statement() + " of the " + described(entry)
                        + " where one of statement " + (i + 1) + " should be");
            }
            if (!entry.closed() && i < entries.size() - 1) {
                throw odd("an open row of statement " + entry.statement() + " of the " + described(entry)
                        + " before another one");
            }
        }
        return entries;
    }

    private Direction direction(@Nullable String word) {
        return Direction.of(word).orElseThrow(() -> odd("a row with the direction '" + word + "'"));
    }

    private String required(String column, @Nullable String value) {
        if (value == null) {
            throw odd("a row without " + column);
        }
        return value;
    }

    private static String described(JournalEntry entry) {
        return entry.direction().word() + " of '" + entry.revision() + "'";
    }

    private DatabaseAccessException odd(String what) {
        return new DatabaseAccessException(
                "The journal " + name() + " has " + what + ", which Retort does not write.",
                Advice.of(
                        "Find out how far the step is, then record the state of the database with {}, which empties the journal.",
                        Action.PURGE_AND_STAMP),
                null);
    }

    /** The revisions with rows, whatever the content of these. */
    public List<String> revisions(Connection connection) {
        return read(
                        connection,
                        "SELECT DISTINCT revision FROM " + written() + " ORDER BY revision",
                        row -> row.getString(1))
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** Deletes all rows. */
    public void purge(Connection connection) throws SQLException {
        execute(connection, "DELETE FROM " + written());
    }

    /**
     * The error when something cannot be done because a step is half-done.
     *
     * @param entries the entries of the step
     * @param problem why it cannot be done
     */
    public static HalfDoneStepException halfDone(List<JournalEntry> entries, String problem) {
        return halfDone(entries, problem, GO_ON);
    }

    private static HalfDoneStepException halfDone(List<JournalEntry> entries, String problem, Advice advice) {
        JournalEntry last = entries.get(entries.size() - 1);
        String direction = last.direction().word();
        return last.closed()
                ? new HalfDoneStepException(last.revision(), direction, last.done(), problem, advice)
                : HalfDoneStepException.inDoubt(last.revision(), direction, last.done(), problem, advice);
    }

    /**
     * Requires that no step is half-done, before a stamp.
     *
     * @throws HalfDoneStepException when one is
     */
    public void requireNothingHalfDone(Connection connection) {
        List<JournalEntry> entries = entries(connection);
        if (!entries.isEmpty()) {
            throw halfDone(
                    entries,
                    "The database cannot be stamped before the step is completed or undone.",
                    GO_ON.and(Advice.of(
                            "If you have repaired the database by hand, {} forgets the step.",
                            Action.PURGE_AND_STAMP)));
        }
    }

    /** Records that a statement is about to run, or, if closed at once, that it ran in the same transaction. */
    public void open(Connection connection, JournalEntry entry) throws SQLException {
        String now = literal(now());
        execute(
                connection,
                "INSERT INTO " + written()
                        + " (revision, direction, statement_no, statement_hash, opened_at, closed_at, opened_by) VALUES ("
                        + String.join(
                                ", ",
                                literal(entry.revision()),
                                literal(entry.direction().word()),
                                literal(entry.statement()),
                                literal(entry.hash()),
                                now,
                                entry.closed() ? now : "NULL",
                                dialect().sessions().expression())
                        + ")");
    }

    /** The session that began a statement, as {@link Sessions} names it; empty if it has released the row, or is not known. */
    public Optional<String> openedBy(Connection connection, JournalEntry entry) {
        return read(
                        connection,
                        "SELECT opened_by FROM " + written() + where(entry) + " AND opened_by IS NOT NULL",
                        row -> row.getString(1))
                .stream()
                .findFirst();
    }

    /** Records that the session that began a statement no longer runs it. What it has done may be in doubt. */
    public void release(Connection connection, JournalEntry entry) throws SQLException {
        int unused = execute(connection, "UPDATE " + written() + " SET opened_by = NULL" + where(entry));
    }

    /** Records that a statement took effect. */
    public void close(Connection connection, JournalEntry entry) throws SQLException {
        change(connection, entry, "UPDATE " + written() + " SET closed_at = " + literal(now()));
    }

    /** Records that a conditional statement did not have to run. */
    public void skip(Connection connection, JournalEntry entry) throws SQLException {
        change(
                connection,
                entry,
                "UPDATE " + written() + " SET closed_at = " + literal(now()) + ", statement_hash = "
                        + literal(entry.hash()));
    }

    /** Records that a statement that took effect is being undone. */
    public void reopen(Connection connection, JournalEntry entry) throws SQLException {
        change(connection, entry, "UPDATE " + written() + " SET closed_at = NULL");
    }

    /** Forgets a statement that did not take effect, or was undone. */
    public void remove(Connection connection, JournalEntry entry) throws SQLException {
        change(connection, entry, "DELETE FROM " + written());
    }

    /** Forgets a complete step. */
    public void clear(Connection connection, String revision, Direction direction) throws SQLException {
        execute(
                connection,
                "DELETE FROM " + written() + " WHERE revision = " + literal(revision) + " AND direction = "
                        + literal(direction.word()));
    }

    /** Updates the row of a statement, which must exist. */
    private void change(Connection connection, JournalEntry entry, String what) throws SQLException {
        int rows = execute(connection, what + where(entry));
        if (rows != 1) {
            throw new SQLException("The journal " + name() + " was changed by somebody else: it has " + rows
                    + " rows of statement " + entry.statement() + " of revision '" + entry.revision() + "'.");
        }
    }

    private String where(JournalEntry entry) {
        return " WHERE revision = " + literal(entry.revision()) + " AND direction = "
                + literal(entry.direction().word()) + " AND statement_no = " + entry.statement();
    }

    private static LocalDateTime now() {
        return LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    private static int execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
