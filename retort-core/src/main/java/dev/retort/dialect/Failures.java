package dev.retort.dialect;

import java.sql.SQLException;
import java.util.OptionalInt;
import java.util.Set;

/** Interprets failures. The defaults use the SQL states of the standard. */
public class Failures {

    /** Classes of SQL states: https://www.postgresql.org/docs/current/errcodes-appendix.html */
    private static final Set<String> REFUSING = Set.of(
            "07", "0A", "0L", "0P", "21", "22", "23", "24", "25", "26", "27", "2B", "2D", "2F", "34", "38", "39", "3B",
            "3D", "3F", "40", "42", "44", "53", "54", "55", "P0");

    private static final String COMPLETION_UNKNOWN = "40003";

    private static final String TIMED_OUT = "HYT";

    /** "Undefined table" of PostgreSQL, and "table not found" of the others. */
    private static final Set<String> MISSING = Set.of("42P01", "42S02", "42S03", "42S04");

    private static final String LOCKED = "55P03";

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

    /**
     * Whether a failure says nothing about what was asked: others held a lock for too long, the statement was cancelled, the server lacks
     * resources, or the connection is gone. Asked again, the database may answer.
     */
    public boolean isNoAnswer(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return isBusy(failure)
                || isLost(failure)
                || isCancelled(failure)
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("58")
                || state.startsWith(TIMED_OUT)
                || state.equals(LOCKED);
    }

    /** The message of a failure without the number of a {@link #rejectedRow}, for those who show its line. The default is the whole message. */
    public String withoutRow(String message) {
        return message;
    }

    /** The message of a failure without the statement, for those who show that themselves. The default is the whole message. */
    public String withoutStatement(String message, String statement) {
        return message;
    }

    /**
     * Where in the statement the server has found its failure, in characters counted from 1. The default is nowhere: most servers do not say
     * it, or say it in a part of the statement.
     */
    public OptionalInt position(SQLException failure) {
        return OptionalInt.empty();
    }

    /**
     * The row of a COPY that the server has rejected, counted from 1 as the server counts them. The default is none.
     */
    public OptionalInt rejectedRow(SQLException failure) {
        return OptionalInt.empty();
    }

    /**
     * Whether a failure says with certainty that the statement has had no effect, if it is one that is done as a whole or not at all. After
     * any other failure a statement outside a transaction is in doubt, so that it does not run twice. The default is the classes of SQL
     * states with which a server rejects what a statement asks for: not those of connections (08), of a completion that is unknown (40003),
     * of the operator (57), of the system (58) and of internal errors (XX), nor a failure without a state.
     */
    public boolean isRefusal(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        boolean known = state.length() == 5 && REFUSING.contains(state.substring(0, 2));
        return (known && !state.equals(COMPLETION_UNKNOWN)) || isCancelled(failure);
    }

    /** Whether a failure says that the user lacks a privilege. */
    public boolean isDenied(SQLException failure) {
        return "42501".equals(failure.getSQLState());
    }

    /** Whether a failure says that there is no table or view of a name. The default is the SQL states that most databases use. */
    public boolean isMissingTable(SQLException failure) {
        return MISSING.contains(String.valueOf(failure.getSQLState()));
    }
}
