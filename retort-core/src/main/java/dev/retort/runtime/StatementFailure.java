package dev.retort.runtime;

import dev.retort.error.MissingClass;
import dev.retort.operation.Operation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The failure of one executable; the executor adds what it means for the step. */
final class StatementFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String statement;
    private final transient @Nullable Operation operation;
    private final boolean hasRun;
    private final boolean ofCommit;

    /** The failure of something that belongs to no operation. */
    StatementFailure(String statement, Throwable cause) {
        this(statement, null, false, false, cause);
    }

    /** The failure of a COMMIT, which may have succeeded. */
    static StatementFailure ofCommit(String what, Throwable cause) {
        return new StatementFailure("COMMIT, " + what, null, false, true, cause);
    }

    /** Whether it is the failure of a COMMIT. */
    boolean isOfCommit() {
        return ofCommit;
    }

    /**
     * The failure of an operation's statement.
     *
     * @param hasRun whether the statement itself has succeeded, and a listener failed
     */
    StatementFailure(String statement, @Nullable Operation operation, boolean hasRun, Throwable cause) {
        this(statement, operation, hasRun, false, cause);
    }

    private StatementFailure(
            String statement, @Nullable Operation operation, boolean hasRun, boolean ofCommit, Throwable cause) {
        super(cause);
        this.statement = statement;
        this.operation = operation;
        this.hasRun = hasRun;
        this.ofCommit = ofCommit;
    }

    /** Whether the statement itself has succeeded. */
    boolean hasRun() {
        return hasRun;
    }

    /** The operation that it belongs to. */
    Optional<Operation> operation() {
        return Optional.ofNullable(operation);
    }

    /** What was run. */
    String statement() {
        return statement;
    }

    /** The message of the server or the data step. */
    String reason() {
        Throwable cause = getCause();
        Optional<MissingClass> missing = cause instanceof LinkageError ? MissingClass.behind(cause) : Optional.empty();
        if (missing.isPresent()) {
            return "The class " + missing.get().name() + " is missing. "
                    + missing.get().remedy();
        }
        String message = cause == null ? null : cause.getMessage();
        return message == null ? String.valueOf(cause) : message.strip();
    }
}
