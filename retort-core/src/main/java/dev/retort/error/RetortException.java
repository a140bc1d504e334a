package dev.retort.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong and that a user can do something about.
 *
 * <p>The message says what happened and to what; {@link #hint()} says what to do next. The subclasses carry the facts as fields,
 * so that a front-end never has to read the text.
 */
public abstract sealed class RetortException extends RuntimeException
        permits AmbiguousRevisionException,
                ChangedRevisionException,
                ConfigurationException,
                DatabaseAccessException,
                DatabaseNotAtHeadException,
                DifferencesFoundException,
                DifferencesNotWritableException,
                EntityModelException,
                HalfDoneStepException,
                IrreversibleOperationException,
                LockNotAvailableException,
                MigrationFailedException,
                MissedRevisionsException,
                MultipleHeadsException,
                NewerDatabaseException,
                OverlappingRevisionsException,
                RevisionCycleException,
                RevisionGraphException,
                RevisionTargetException,
                RunInterruptedException,
                ScriptException,
                SharedSessionException,
                UnknownRevisionException,
                UnknownVersionRowException,
                UnsupportedByDialectException,
                UsageException,
                VersionTableException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String hint;

    RetortException(String message, @Nullable String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    /** The stable name of this kind of error in machine-readable output, such as {@code unknown_revision}. */
    public abstract String kind();

    /** What to do next, as one or two sentences. */
    public Optional<String> hint() {
        return Optional.ofNullable(hint);
    }

    /** Where to look, when the cause lies in a file. */
    public Optional<SourcePosition> position() {
        return Optional.empty();
    }

    /** The sentence a front-end shows: where, what, and what to do next. */
    public final String describe() {
        StringBuilder text = new StringBuilder();
        position().ifPresent(at -> text.append(at).append(": "));
        text.append(getMessage());
        hint().ifPresent(next -> text.append('\n').append(next));
        return text.toString();
    }
}
