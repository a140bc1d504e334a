package dev.retort.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A downgrade was requested that cannot be done. */
public final class IrreversibleOperationException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final String subject;
    private final String why;
    private final transient @Nullable SourcePosition position;

    public IrreversibleOperationException(String subject, String why, @Nullable SourcePosition position) {
        super(
                subject + " cannot be reversed: " + why + ".",
                Advice.of("Nothing was run. Write the downgrade by hand, or restore a backup."),
                null);
        this.subject = subject;
        this.why = why;
        this.position = position;
    }

    /** The revision or the operation. */
    public String subject() {
        return shown(subject);
    }

    /** Why it cannot be reversed. */
    public String why() {
        return shown(why);
    }

    @Override
    public Optional<SourcePosition> position() {
        return Optional.ofNullable(position);
    }

    @Override
    public String kind() {
        return "irreversible";
    }
}
