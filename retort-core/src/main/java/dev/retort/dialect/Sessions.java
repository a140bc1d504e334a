package dev.retort.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The sessions of a server, to find out later whether one that has begun something is still there. */
public interface Sessions {

    /** For a database whose lock alone tells: it is held for as long as anybody is at work. */
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

    /** The SQL whose value names the session that runs it, with the server's time: at most 100 characters. */
    String expression();

    /**
     * A session, as far as it is still connected and not the connection's own, in words for a person. To be asked outside a transaction,
     * which may see what was true when it began.
     *
     * @param session the value of the expression
     */
    Optional<String> living(Connection connection, String session) throws SQLException;
}
