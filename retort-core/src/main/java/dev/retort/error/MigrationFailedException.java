package dev.retort.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step failed. The message names the statement, the server's message, and what is committed. */
public final class MigrationFailedException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final String revision;
    private final String direction;
    private final String statement;
    private final String reason;
    private final transient @Nullable SourcePosition position;

    public MigrationFailedException(
            String revision,
            String direction,
            String statement,
            String reason,
            Advice state,
            @Nullable SourcePosition position,
            @Nullable Throwable cause) {
        super("The " + direction + " of '" + revision + "' failed: " + reason + "\n    " + statement, state, cause);
        this.revision = revision;
        this.direction = direction;
        this.statement = statement;
        this.reason = reason;
        this.position = position;
    }

    /** The revision of the step. */
    public String revision() {
        return revision;
    }

    /** The direction, {@code upgrade} or {@code downgrade}. */
    public String direction() {
        return direction;
    }

    /** The statement that failed. */
    public String statement() {
        return shown(statement);
    }

    /** The server's message. */
    public String reason() {
        return shown(reason);
    }

    @Override
    public Optional<SourcePosition> position() {
        return Optional.ofNullable(position);
    }

    @Override
    public String kind() {
        return "migration_failed";
    }
}
