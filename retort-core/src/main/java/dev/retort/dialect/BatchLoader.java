package dev.retort.dialect;

import dev.retort.operation.InsertRows;
import dev.retort.operation.RowReader;
import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends rows in batches of an INSERT, whose values have the types of the columns. */
public final class BatchLoader implements RowLoader {

    /** How many rows are sent at once. Ten times as many are no faster on any database. */
    public static final int ROWS_PER_BATCH = 1_000;

    /** The number of characters that the waiting rows may have before they are sent, so that long texts need no more memory. */
    private static final int MOST_CHARACTERS = 1 << 20;

    /** Fewer than any database takes in a statement. */
    private static final int MOST_VALUES = 10_000;

    private final IdentifierRules names;
    private final FileValues values;
    private final int rowsPerStatement;
    private final int rowsPerBatch;

    /**
     * A loader.
     *
     * @param names how the database writes names
     * @param values how it takes values
     * @param rowsPerStatement how many rows an INSERT has where there are as many
     * @param rowsPerBatch how many rows are sent at once where there are as many
     */
    public BatchLoader(IdentifierRules names, FileValues values, int rowsPerStatement, int rowsPerBatch) {
        this.names = names;
        this.values = values;
        this.rowsPerStatement = rowsPerStatement;
        this.rowsPerBatch = rowsPerBatch;
    }

    @Override
    public String sql(InsertRows rows) {
        return sql(rows, 1);
    }

    private String sql(InsertRows rows, int count) {
        String row = "(" + String.join(", ", Collections.nCopies(rows.columns().size(), "?")) + ")";
        return InsertInto.values(names, rows.table(), rows.columns())
                + " "
                + String.join(", ", Collections.nCopies(count, row));
    }

    @Override
    public String written(@Nullable Object value) {
        return values.written(value);
    }

    @Override
    public boolean isAtomic() {
        return false;
    }

    @Override
    public Load begin(Connection connection, InsertRows rows) throws SQLException {
        List<FileColumn> columns = columns(connection, rows);
        int each = Math.max(1, Math.min(rowsPerStatement, MOST_VALUES / columns.size()));
        PreparedStatement single = connection.prepareStatement(sql(rows));
        try {
            PreparedStatement several = each == 1 ? single : connection.prepareStatement(sql(rows, each));
            return new Batches(single, several, each, rowsPerBatch, columns, values);
        } catch (SQLException e) {
            single.close();
            throw e;
        }
    }

    private List<FileColumn> columns(Connection connection, InsertRows rows) throws SQLException {
        String none =
                "SELECT " + names.writeAll(rows.columns()) + " FROM " + names.write(rows.table()) + " WHERE 1 = 0";
        try (PreparedStatement query = connection.prepareStatement(none);
                var result = query.executeQuery()) {
            ResultSetMetaData described = result.getMetaData();
            List<FileColumn> columns = new ArrayList<>();
            for (int number = 1; number <= described.getColumnCount(); number++) {
                columns.add(new FileColumn(
                        rows.columns().get(number - 1),
                        described.getColumnType(number),
                        String.valueOf(described.getColumnTypeName(number)),
                        described.getPrecision(number)));
            }
            return columns;
        }
    }

    /** Rows that wait, and the statements that they wait for. */
    private static final class Batches implements Load {

        private final PreparedStatement single;
        private final PreparedStatement several;
        private final int rowsInSeveral;
        private final List<FileColumn> columns;
        private final FileValues values;
        private final List<List<@Nullable Object>> waiting = new ArrayList<>();
        private final long[] lines;
        private volatile PreparedStatement executed;
        private int begin;
        private int end;
        private int bound = -1;

        Batches(
                PreparedStatement single,
                PreparedStatement several,
                int rowsInSeveral,
                int most,
                List<FileColumn> columns,
                FileValues values) {
            this.lines = new long[most];
            this.single = single;
            this.several = several;
            this.rowsInSeveral = rowsInSeveral;
            this.columns = columns;
            this.values = values;
            this.executed = single;
        }

        @Override
        public void send(RowReader rows) throws SQLException, IOException {
            long characters = 0;
            for (List<@Nullable Object> row = rows.next(); row != null; row = rows.next()) {
                lines[waiting.size()] = rows.line();
                waiting.add(row);
                characters += characters(row);
                if (waiting.size() == lines.length || characters >= MOST_CHARACTERS) {
                    send();
                    characters = 0;
                }
            }
            send();
        }

        private void send() throws SQLException {
            int whole = waiting.size() - waiting.size() % rowsInSeveral;
            send(several, rowsInSeveral, 0, whole);
            send(single, 1, whole, waiting.size());
            waiting.clear();
        }

        private void send(PreparedStatement insert, int rowsEach, int first, int limit) throws SQLException {
            if (first == limit) {
                return;
            }
            begin = first;
            end = limit;
            executed = insert;
            int number = 1;
            for (int i = first; i < limit; i++) {
                bound = i;
                number = bindRow(insert, waiting.get(i), number);
                if ((i - first + 1) % rowsEach == 0) {
                    insert.addBatch();
                    number = 1;
                }
            }
            bound = -1;
            int[] unused = insert.executeBatch();
        }

        private int bindRow(PreparedStatement insert, List<@Nullable Object> row, int first) throws SQLException {
            for (int i = 0; i < columns.size(); i++) {
                Object value = row.get(i);
                if (value == null) {
                    insert.setNull(first + i, columns.get(i).type());
                } else {
                    bind(insert, first + i, values.bound(value, columns.get(i)));
                }
            }
            return first + columns.size();
        }

        @Override
        public Optional<FileLines> rejected(SQLException failure) {
            if (bound >= 0) {
                return Optional.of(new FileLines(lines[bound], lines[bound]));
            }
            int each = executed == several ? rowsInSeveral : 1;
            int failed = failure instanceof BatchUpdateException batch ? failed(batch.getUpdateCounts(), each) : -1;
            return begin == end
                    ? Optional.empty()
                    : failed < 0 || begin + failed * each >= end
                            ? Optional.of(new FileLines(lines[begin], lines[end - 1]))
                            : Optional.of(new FileLines(
                                    lines[begin + failed * each], lines[begin + (failed + 1) * each - 1]));
        }

        /** Which statement of a batch failed; -1 if that is unknown, as when a driver sends all as one and marks all. */
        private static int failed(int @Nullable [] counts, int each) {
            if (counts == null
                    || (counts.length > 1
                            && Arrays.stream(counts).allMatch(count -> count == Statement.EXECUTE_FAILED))) {
                return -1;
            }
            // A driver stops there, or marks it and goes on, or leaves it and what follows at 0.
            int failed = 0;
            while (failed < counts.length && (counts[failed] == each || counts[failed] == Statement.SUCCESS_NO_INFO)) {
                failed++;
            }
            return failed;
        }

        @Override
        public void cancel() throws SQLException {
            executed.cancel();
        }

        @Override
        public void close() throws SQLException {
            try (single) {
                several.close();
            }
        }
    }

    private static long characters(List<@Nullable Object> row) {
        long count = 0;
        for (int i = 0; i < row.size(); i++) {
            if (row.get(i) instanceof String text) {
                count += text.length();
            }
        }
        return count;
    }

    private static void bind(PreparedStatement insert, int number, Object value) throws SQLException {
        if (value instanceof String text) {
            insert.setString(number, text);
        } else {
            insert.setObject(number, value);
        }
    }
}
