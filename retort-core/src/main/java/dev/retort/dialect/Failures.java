package dev.retort.dialect;

import java.sql.SQLException;

/** Interprets failures. The defaults use the SQL states of the standard. */
public class Failures {

    /** Interprets the SQL states of the standard. */
    public Failures() {}

    /**
     * Whether a failure only says that another client is writing, so that a retry may succeed. The default is no: most databases wait by
     * themselves.
     */
    public boolean isBusy(SQLException failure) {
        return false;
    }

    /** Whether a failure says that the connection is gone. */
    public boolean isLost(SQLException failure) {
        return String.valueOf(failure.getSQLState()).startsWith("08");
    }

    /** Whether a failure says that the statement was cancelled. The default is the SQL state that most databases use. */
    public boolean isCancelled(SQLException failure) {
        return "57014".equals(failure.getSQLState());
    }

    /** The message of a failure without the statement, for those who show that themselves. The default is the whole message. */
    public String withoutStatement(String message, String statement) {
        return message;
    }

    /** Whether a failure says that the user lacks a privilege. */
    public boolean isDenied(SQLException failure) {
        return "42501".equals(failure.getSQLState());
    }
}
