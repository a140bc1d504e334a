package dev.retort.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The settings of a session that statements may change and that outlive them. */
public interface SessionState {

    /** The schema alone, as JDBC knows it. */
    SessionState OF_SCHEMA = new SessionState() {
        private static final String SCHEMA = "schema";

        @Override
        public Map<String, String> read(Connection connection) throws SQLException {
            String schema = connection.getSchema();
            return schema == null ? Map.of() : Map.of(SCHEMA, schema);
        }

        @Override
        public void restore(Connection connection, Map<String, String> before) throws SQLException {
            String schema = before.get(SCHEMA);
            if (schema != null && !schema.equals(connection.getSchema())) {
                connection.setSchema(schema);
            }
        }
    };

    /** The settings by their names. */
    Map<String, String> read(Connection connection) throws SQLException;

    /** Puts back what differs from what was read before. */
    void restore(Connection connection, Map<String, String> before) throws SQLException;

    /** What puts them back in a script, which cannot read them. The standard answer is nothing. */
    default List<String> resetStatements() {
        return List.of();
    }
}
