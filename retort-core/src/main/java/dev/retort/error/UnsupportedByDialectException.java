package dev.retort.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A database does not support what an operation needs. */
public final class UnsupportedByDialectException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final String operation;
    private final String dialect;
    private final String why;
    private final String wayOut;
    private final transient @Nullable SourcePosition position;

    public UnsupportedByDialectException(String operation, String dialect, String why) {
        this(operation, dialect, why, "", null, null);
    }

    private UnsupportedByDialectException(
            String operation,
            String dialect,
            String why,
            String wayOut,
            @Nullable SourcePosition position,
            @Nullable Throwable cause) {
        super(
                dialect + " cannot " + operation + ": " + (why.endsWith(".") ? why : why + "."),
                Advice.of(wayOut.isEmpty() ? "Nothing was run." : "Nothing was run. " + wayOut),
                cause);
        this.operation = operation;
        this.dialect = dialect;
        this.why = why;
        this.wayOut = wayOut;
        this.position = position;
    }

    /** The same for an operation at a place in a file. */
    public UnsupportedByDialectException at(@Nullable SourcePosition place) {
        return new UnsupportedByDialectException(operation, dialect, why, wayOut, place, getCause());
    }

    /** The same with a long alternative for many operations, in sentences. */
    public UnsupportedByDialectException advising(String sentences) {
        return new UnsupportedByDialectException(operation, dialect, why, sentences, position, getCause());
    }

    /** The same with the failure that shows it. */
    public UnsupportedByDialectException because(Throwable cause) {
        return new UnsupportedByDialectException(operation, dialect, why, wayOut, position, cause);
    }

    /** The alternative for many operations, in sentences; empty for none. */
    public String wayOut() {
        return shown(wayOut);
    }

    /** The operation, as a phrase. */
    public String operation() {
        return shown(operation);
    }

    /** The database. */
    public String dialect() {
        return dialect;
    }

    /** Why it is not supported, and the alternative if there is one. */
    public String why() {
        return shown(why);
    }

    @Override
    public Optional<SourcePosition> position() {
        return Optional.ofNullable(position);
    }

    @Override
    public String kind() {
        return "unsupported";
    }
}
