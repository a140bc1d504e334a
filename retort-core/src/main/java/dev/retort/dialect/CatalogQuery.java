package dev.retort.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question to a catalog.
 *
 * @param sql the query, with a question mark per argument
 * @param arguments the arguments in order
 */
public record CatalogQuery(String sql, List<String> arguments) {

    public CatalogQuery {
        arguments = List.copyOf(arguments);
    }

    /** What happens with each row of an answer. */
    @FunctionalInterface
    public interface RowReader {

        /** Reads the current row. */
        void read(ResultSet row) throws SQLException;
    }

    public static CatalogQuery of(String sql, String... arguments) {
        return new CatalogQuery(sql, List.of(arguments));
    }

    /** Asks and reads the answer row by row. */
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

    /** The text of a column of the current row; null for NULL. */
    public static @Nullable String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }
}
