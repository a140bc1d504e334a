package dev.retort.history;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.varchar;

import dev.retort.dialect.Dialect;
import dev.retort.error.Action;
import dev.retort.error.Advice;
import dev.retort.error.VersionTableException;
import dev.retort.plan.RowChange;
import dev.retort.schema.Column;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.StandardType;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The version table: the current revisions, one row each, which are the maximal elements of what is applied. */
public final class VersionTable extends MetadataTable {

    /** The maximum length of an identifier in Retort's own table. */
    public static final int MAXIMUM_ID_LENGTH = 255;

    /** The maximum length in Alembic's version table; shorter identifiers fit everywhere. */
    private static final int ALEMBIC_ID_LENGTH = 32;

    static final String COLUMN = "version_num";

    public VersionTable(Dialect dialect, QualifiedName name) {
        super(dialect, definition(name), "version_table");
    }

    private static Table definition(QualifiedName name) {
        return Table.of(
                name,
                List.of(
                        column(COLUMN, varchar(MAXIMUM_ID_LENGTH)).notNull(),
                        PrimaryKey.of(name.name() + "_pkc", List.of(COLUMN))));
    }

    /** The key of the lock that keeps two runs apart. It is the same for every name of a {@link MetadataTables#located} table. */
    public String lockKey() {
        return dialect().identifiers().toCatalogOrNull(name().schema()) + "."
                + dialect().identifiers().toCatalog(name().name());
    }

    /** The rows, sorted; none if the table does not exist. The connection must not be inside a transaction. */
    public List<String> rows(Connection connection) {
        return distinct(read(connection, rowsQuery(), row -> identifier(row.getString(1))));
    }

    /** The query whose result {@link #rows(ResultSet)} reads. */
    public String rowsQuery() {
        return "SELECT " + COLUMN + " FROM " + written();
    }

    /** The rows, sorted. */
    public List<String> rows(ResultSet answer) throws SQLException {
        List<String> rows = new ArrayList<>();
        while (answer.next()) {
            rows.add(identifier(answer.getString(1)));
        }
        return distinct(rows);
    }

    /** The rows, sorted, which must be distinct: no change could say which of two it means. */
    List<String> distinct(List<String> rows) {
        List<String> sorted = rows.stream().sorted().toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).equals(sorted.get(i - 1))) {
                throw new VersionTableException(
                        name().toString(),
                        "The version table " + name() + " holds '" + sorted.get(i) + "' more than once.",
                        Advice.of(
                                "It has lost its primary key. Find out the state of the database, record it with {}, and add the primary"
                                        + " key on {} again.",
                                Action.PURGE_AND_STAMP,
                                Advice.of(COLUMN)));
            }
        }
        return sorted;
    }

    /** The rows with an identifier, sorted, whatever else the table contains. The connection must not be inside a transaction. */
    public List<String> knownRows(Connection connection) {
        List<Optional<String>> rows = read(connection, rowsQuery(), row -> Optional.ofNullable(row.getString(1)));
        return rows.stream().flatMap(Optional::stream).sorted().toList();
    }

    /** The identifier of a row, which is never empty in a table of Retort's own. */
    String identifier(@Nullable String value) {
        if (value == null) {
            throw new VersionTableException(
                    name().toString(),
                    "The version table " + name() + " has a row without an identifier.",
                    Advice.of("Find out the state of the database, then record it with {}.", Action.PURGE_AND_STAMP));
        }
        return value;
    }

    /** The statements that change the rows. Each changes exactly one row. */
    public List<String> statements(RowChange change) {
        List<String> statements = new ArrayList<>();
        for (String row : change.deleted()) {
            statements.add("DELETE FROM " + written() + " WHERE " + COLUMN + " = " + literal(row));
        }
        for (String row : change.inserted()) {
            statements.add("INSERT INTO " + written() + " (" + COLUMN + ") VALUES (" + literal(row) + ")");
        }
        RowChange.Update update = change.updated();
        if (update != null) {
            statements.add("UPDATE " + written() + " SET " + COLUMN + " = " + literal(update.to()) + " WHERE " + COLUMN
                    + " = " + literal(update.from()));
        }
        return statements;
    }

    /** Deletes all rows. */
    public void purge(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(purgeStatement());
        }
    }

    /** The statement that deletes all rows. */
    public String purgeStatement() {
        return "DELETE FROM " + written();
    }

    /**
     * Refuses identifiers that are too long for the table, which another tool may have created.
     *
     * @throws VersionTableException naming the identifier
     */
    public void requireRoomFor(Connection connection, Collection<String> ids) throws SQLException {
        String longest = "";
        for (String id : ids) {
            longest = id.length() > longest.length() ? id : longest;
        }
        if (longest.length() <= ALEMBIC_ID_LENGTH || !exists(connection)) {
            return;
        }
        int room = dialect()
                .inspector()
                .table(connection, name())
                .flatMap(VersionTable::idColumn)
                .map(found -> found.type() instanceof StandardType type && type.length() != null
                        ? type.length()
                        : MAXIMUM_ID_LENGTH)
                .orElse(MAXIMUM_ID_LENGTH);
        if (longest.length() > room) {
            throw new VersionTableException(
                    name().toString(),
                    "The version table " + name() + " can hold identifiers of at most " + room + " characters, and '"
                            + longest + "' has " + longest.length() + ".",
                    "Widen its column " + COLUMN + " to " + MAXIMUM_ID_LENGTH
                            + " characters, or use a shorter identifier.");
        }
    }

    /** Another tool may have written its name in another case. */
    private static Optional<Column> idColumn(Table table) {
        return table.columns().stream()
                .filter(column -> column.name().equalsIgnoreCase(COLUMN))
                .findFirst();
    }
}
