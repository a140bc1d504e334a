package dev.retort.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The settings of a session that statements may change for later statements. */
public interface SessionState {

    /** Only the schema, through JDBC. */
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

        @Override
        public boolean changesSchema(StatementKind kind) {
            return kind.begins("set", SCHEMA) || kind.begins("use");
        }
    };

    /** The settings by their names. */
    Map<String, String> read(Connection connection) throws SQLException;

    /** Resets the settings that differ from those that were read before. */
    void restore(Connection connection, Map<String, String> before) throws SQLException;

    /** Statements that reset the settings in a script, which cannot read them. The default is none. */
    default List<String> resetStatements() {
        return List.of();
    }

    /**
     * Whether a statement changes the schema of the session so that {@link #resetStatements} do not reset it, since a script does not know
     * the schema before. The default is no.
     */
    default boolean changesSchema(StatementKind kind) {
        return false;
    }
}
