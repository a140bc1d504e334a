package dev.retort.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query of a catalog.
 *
 * @param sql the query, with a placeholder for each argument
 * @param arguments the arguments in order
 */
public record CatalogQuery(String sql, List<String> arguments) {

    public CatalogQuery {
        arguments = List.copyOf(arguments);
    }

    /** Reads the rows of a result. */
    @FunctionalInterface
    public interface RowReader {

        /** Reads the current row. */
        void read(ResultSet row) throws SQLException;
    }

    public static CatalogQuery of(String sql, String... arguments) {
        return new CatalogQuery(sql, List.of(arguments));
    }

    /** Runs the query and reads its result row by row. */
    public void forEach(Connection connection, RowReader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.size(); i++) {
                statement.setString(i + 1, arguments.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    /** Runs the query and returns the first column of its result. */
    public List<String> texts(Connection connection) throws SQLException {
        List<String> texts = new ArrayList<>();
        forEach(connection, row -> texts.add(row.getString(1)));
        return texts;
    }

    /** The text of a column of the current row; null for NULL. */
    public static @Nullable String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }
}
