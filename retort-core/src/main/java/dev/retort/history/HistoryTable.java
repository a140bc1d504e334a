package dev.retort.history;

import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.text;
import static dev.retort.schema.Columns.timestamp;
import static dev.retort.schema.Columns.varchar;

import dev.retort.dialect.Dialect;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The history table: an entry for each step that was run, written in the step's own transaction. */
public final class HistoryTable extends MetadataTable {

    private static final int MESSAGE_LENGTH = 1000;
    private static final int DIGEST_LENGTH = 64;

    private static final String UP = word(HistoryEntry.Kind.UP);
    private static final String DOWN = word(HistoryEntry.Kind.DOWN);
    private static final String ACCEPTED = word(HistoryEntry.Kind.ACCEPT);

    public HistoryTable(Dialect dialect, QualifiedName name) {
        super(dialect, definition(name), "history_table");
    }

    private static Table definition(QualifiedName name) {
        return Table.of(
                name,
                List.of(
                        column("id", bigint()).notNull().asIdentity(),
                        column("run_id", varchar(36)).notNull(),
                        column("revision", varchar(VersionTable.MAXIMUM_ID_LENGTH))
                                .notNull(),
                        column("direction", varchar(10)).notNull(),
                        column("message", varchar(MESSAGE_LENGTH)).notNull(),
                        column("checksum", varchar(200)),
                        column("database_user", varchar(200)).notNull(),
                        column("operator", varchar(200)).notNull(),
                        column("host", varchar(255)).notNull(),
                        column("tool_version", varchar(50)).notNull(),
                        column("started_at", timestamp(6)).notNull(),
                        column("duration_ms", bigint()).notNull(),
                        column("heads_after", text()).notNull(),
                        column("applied_digest", varchar(DIGEST_LENGTH)),
                        column("applied", text()),
                        PrimaryKey.of(name.name() + "_pkc", List.of("id"))));
    }

    /** Adds an entry. */
    public void add(Connection connection, HistoryEntry entry) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(insertStatement(entry));
        }
    }

    /** The statement that adds an entry. */
    public String insertStatement(HistoryEntry entry) {
        String message = entry.message();
        return "INSERT INTO " + written()
                + " (run_id, revision, direction, message, checksum, database_user, operator, host, tool_version, started_at,"
                + " duration_ms, heads_after, applied_digest, applied) VALUES ("
                + String.join(
                        ", ",
                        literal(entry.runId()),
                        literal(entry.revision()),
                        literal(word(entry.kind())),
                        literal(message.length() > MESSAGE_LENGTH ? message.substring(0, MESSAGE_LENGTH) : message),
                        literal(entry.checksum()),
                        literal(entry.author().databaseUser()),
                        literal(entry.author().operator()),
                        literal(entry.author().host()),
                        literal(entry.author().toolVersion()),
                        literal(entry.startedAt()
                                .truncatedTo(ChronoUnit.MICROS)
                                .atOffset(ZoneOffset.UTC)
                                .toLocalDateTime()),
                        literal(entry.durationMillis()),
                        literal(String.join(",", entry.headsAfter())),
                        literal(entry.digestAfter()),
                        literal(entry.appliedAfter() == null ? null : String.join(",", entry.appliedAfter())))
                + ")";
    }

    private static String word(HistoryEntry.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The statement by which a run claims the last entry: it changes one row if the entry is still the one that was read. It replaces the
     * digest by the run's id, so that no other run that read the entry finds it unchanged; the digest is no longer needed, since the run
     * adds an entry with its own in the same transaction.
     *
     * @param taker the id of the run
     */
    String takeStatement(Standing.LastEntry entry, String taker) {
        return "UPDATE " + written() + " SET applied_digest = " + literal(taker) + " WHERE id = " + entry.id() + " AND "
                + (entry.digest().isEmpty() ? "applied_digest IS NULL" : "applied_digest = " + literal(entry.digest()));
    }

    /**
     * The applied revisions, as far as the history knows. The connection must not be inside a transaction. Reads from the last list on, or
     * everything if there is none.
     */
    public RecordedRevisions recorded(Connection connection) {
        String sql = "SELECT revision, direction, heads_after, applied FROM " + written()
                + " WHERE id >= (SELECT COALESCE(MAX(id), 0) FROM " + written()
                + " WHERE applied IS NOT NULL) ORDER BY id";
        List<String[]> rows = read(connection, sql, row ->
                new String[] {row.getString(1), row.getString(2), row.getString(3), row.getString(4)});
        Set<String> applied = new HashSet<>();
        boolean complete = false;
        List<String> heads = List.of();
        for (String[] row : rows) {
            if (row[3] != null) {
                applied = new HashSet<>(identifiers(row[3]));
                complete = true;
            } else if (row[0] == null) {
                complete = false;
            } else if (DOWN.equals(row[1])) {
                applied.remove(row[0]);
            } else if (UP.equals(row[1]) || ACCEPTED.equals(row[1])) {
                applied.add(row[0]);
            } else {
                complete = false;
            }
            heads = identifiers(row[2]);
        }
        return new RecordedRevisions(applied, heads, complete);
    }

    /** All revisions that were ever applied, even if they were undone since. The connection must not be inside a transaction. */
    public Set<String> everApplied(Connection connection) {
        String sql = "SELECT revision, direction, applied FROM " + written() + " WHERE applied IS NOT NULL"
                + " OR (revision IS NOT NULL AND direction IN (" + literal(UP) + ", " + literal(ACCEPTED) + "))";
        Set<String> applied = new HashSet<>();
        for (String[] row :
                read(connection, sql, row -> new String[] {row.getString(1), row.getString(2), row.getString(3)})) {
            applied.addAll(identifiers(row[2]));
            if (row[0] != null && !DOWN.equals(row[1])) {
                applied.add(row[0]);
            }
        }
        return applied;
    }

    private static List<String> identifiers(@Nullable String list) {
        return list == null || list.isEmpty() ? List.of() : List.of(list.split(",", -1));
    }

    /** The checksums with which revisions were last applied or accepted. The connection must not be inside a transaction. */
    public Map<String, String> checksums(Connection connection) {
        Map<String, String> checksums = new HashMap<>();
        String sql = "SELECT revision, checksum FROM " + written() + " WHERE direction IN (" + literal(UP) + ", "
                + literal(ACCEPTED) + ") AND revision IS NOT NULL AND checksum IS NOT NULL ORDER BY id";
        List<String[]> rows = read(connection, sql, row -> new String[] {row.getString(1), row.getString(2)});
        for (String[] row : rows) {
            checksums.put(row[0], row[1]);
        }
        return checksums;
    }
}
