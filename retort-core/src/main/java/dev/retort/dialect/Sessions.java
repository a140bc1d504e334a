package dev.retort.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The sessions of a server, to find out later whether one that has begun something still exists. */
public interface Sessions {

    /** For a database whose lock is enough: it is held as long as anybody is working. */
    Sessions NAMELESS = new Sessions() {
        @Override
        public String expression() {
            return "NULL";
        }

        @Override
        public Optional<String> living(Connection connection, String session) {
            return Optional.empty();
        }
    };

    /** The SQL expression that names the session that runs it, with the server's time: at most 100 characters. */
    String expression();

    /**
     * A session, if it is still connected and not the connection's own, in words for a person. Call it outside a transaction, whose
     * snapshot may be old.
     *
     * @param session the value of the expression
     */
    Optional<String> living(Connection connection, String session) throws SQLException;
}
