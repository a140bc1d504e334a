package dev.retort.error;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A revision file or a script directory cannot be used as it is. */
public final class ScriptException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final transient @Nullable SourcePosition position;

    public ScriptException(
            String problem, @Nullable SourcePosition position, @Nullable String remedy, @Nullable Throwable cause) {
        this(problem, position, Advice.orNone(remedy), cause);
    }

    public ScriptException(
            String problem, @Nullable SourcePosition position, Advice advice, @Nullable Throwable cause) {
        super(problem, advice, cause);
        this.problem = problem;
        this.position = position;
    }

    /**
     * Something that cannot be written, with the system's reason.
     *
     * @param what what it is, such as {@code file}
     */
    public static ScriptException unwritable(String what, SourcePosition place, String remedy, IOException cause) {
        return new ScriptException(
                "The " + what + " cannot be written: " + FileReason.of(cause) + ".", place, remedy, cause);
    }

    /** What is wrong, as one sentence. */
    public String problem() {
        return shown(problem);
    }

    @Override
    public Optional<SourcePosition> position() {
        return Optional.ofNullable(position);
    }

    @Override
    public String kind() {
        return "script";
    }
}
