package dev.retort.error;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An error that a user can do something about.
 *
 * <p>The message says what happened and to what; {@link #advice()} says what to do next. The subclasses have the facts as fields, so that a
 * front-end never has to parse the message. Subclasses may be added.
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
                LockLostException,
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

    private final Advice advice;
    private transient UnaryOperator<String> masking = UnaryOperator.identity();
    private transient @Nullable Throwable shownCause;

    RetortException(String message, Advice advice, @Nullable Throwable cause) {
        super(message, cause);
        this.advice = advice;
    }

    /**
     * From now on shows this error and its causes without what must not be shown, such as a password.
     *
     * @param shown makes of a text the one that may be shown
     */
    public final void mask(UnaryOperator<String> shown) {
        masking = shown;
        Throwable cause = super.getCause();
        shownCause = cause == null ? null : MaskedCause.of(cause, shown);
    }

    /** A text of somebody else without passwords. */
    final String shown(String text) {
        return masking.apply(text);
    }

    /** Sentences of somebody else as they may be shown. */
    final List<String> shown(List<String> sentences) {
        return sentences.stream().map(masking).toList();
    }

    @Override
    public final String getMessage() {
        return shown(String.valueOf(super.getMessage()));
    }

    @Override
    public final synchronized @Nullable Throwable getCause() {
        return shownCause == null ? super.getCause() : shownCause;
    }

    /** The stable name of this kind of error in machine-readable output, such as {@code unknown_revision}. */
    public abstract String kind();

    /** What to do next, to be formatted by a front-end. */
    public final Advice advice() {
        return advice.map(masking);
    }

    /** What to do next, in one or two sentences, as a program that uses the library names things. */
    public final Optional<String> hint() {
        return hint(JavaWords.INSTANCE);
    }

    /** What to do next, in one or two sentences, as a front-end names things. */
    public final Optional<String> hint(Advice.Words words) {
        return advice.isNone() ? Optional.empty() : Optional.of(shown(advice.in(words)));
    }

    /** The place in a file where the cause is. */
    public Optional<SourcePosition> position() {
        return Optional.empty();
    }

    /** Where, what, and what to do next, as a program that uses the library names things. */
    public final String describe() {
        return describe(JavaWords.INSTANCE);
    }

    /** Where, what, and what to do next, as a front-end names things. */
    public final String describe(Advice.Words words) {
        StringBuilder text = new StringBuilder();
        position().ifPresent(at -> text.append(at).append(": "));
        text.append(getMessage());
        hint(words).ifPresent(next -> text.append('\n').append(next));
        return text.toString();
    }
}
