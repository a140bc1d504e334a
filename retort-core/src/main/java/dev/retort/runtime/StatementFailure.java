package dev.retort.runtime;

/** One executable that failed; the executor adds what it means for the step. */
final class StatementFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String statement;

    StatementFailure(String statement, Exception cause) {
        super(cause);
        this.statement = statement;
    }

    /** What was run. */
    String statement() {
        return statement;
    }

    /** What the server or the data step said. */
    String reason() {
        Throwable cause = getCause();
        String message = cause == null ? null : cause.getMessage();
        return message == null ? String.valueOf(cause) : message.strip();
    }
}
