package dev.retort.dialect;

import java.sql.SQLException;

/** What a failure means. The standard answers go by the states of the SQL standard. */
public class Failures {

    /** What the states of the SQL standard say. */
    public Failures() {}

    /**
     * Whether a failure says no more than that somebody else writes, so that the same may succeed a moment later. The standard answer is
     * no: most databases wait by themselves.
     */
    public boolean isBusy(SQLException failure) {
        return false;
    }

    /** Whether a failure says that the connection is gone. */
    public boolean isLost(SQLException failure) {
        return String.valueOf(failure.getSQLState()).startsWith("08");
    }

    /** Whether a failure says that the statement was cancelled. The standard answer is the state that most databases have for it. */
    public boolean isCancelled(SQLException failure) {
        return "57014".equals(failure.getSQLState());
    }

    /** Whether a failure says that the login lacks a right. */
    public boolean isDenied(SQLException failure) {
        return "42501".equals(failure.getSQLState());
    }
}
