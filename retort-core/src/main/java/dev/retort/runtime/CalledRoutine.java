package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.sql.SqlTokens;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The routine that a statement {@code CALL name(…)} calls.
 *
 * @param name the name without its schema, as written
 */
record CalledRoutine(String name) {

    /** The routine of a statement; empty if it is not a call. */
    static Optional<CalledRoutine> of(String sql, Dialect dialect) {
        SqlTokens tokens = SqlTokens.of(sql, dialect.syntax());
        int place = 1;
        while (place + 2 < tokens.size() && tokens.get(place + 1).is(".")) {
            place += 2;
        }
        return tokens.size() > place && tokens.get(0).is("call")
                ? Optional.of(new CalledRoutine(tokens.get(place).name()))
                : Optional.empty();
    }

    /**
     * Whether no schema has a routine of this name, so that the call cannot have done anything. The comparison ignores case: a routine
     * whose name differs only in case leaves the call in doubt.
     */
    boolean isMissing(Connection connection) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        try (ResultSet procedures = metadata.getProcedures(null, null, "%");
                ResultSet functions = metadata.getFunctions(null, null, "%")) {
            return !names(procedures, "PROCEDURE_NAME") && !names(functions, "FUNCTION_NAME");
        }
    }

    private boolean names(ResultSet routines, String column) throws SQLException {
        while (routines.next()) {
            if (name.equalsIgnoreCase(routines.getString(column))) {
                return true;
            }
        }
        return false;
    }
}
