package dev.retort.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A setting is missing, unknown or malformed. */
public final class ConfigurationException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String key;
    private final String problem;
    private final transient @Nullable SourcePosition position;

    public ConfigurationException(
            @Nullable String key, String problem, @Nullable SourcePosition position, @Nullable String remedy) {
        this(key, problem, position, Advice.orNone(remedy));
    }

    public ConfigurationException(
            @Nullable String key, String problem, @Nullable SourcePosition position, Advice advice) {
        super(problem, advice, null);
        this.key = key;
        this.problem = problem;
        this.position = position;
    }

    /** The key of the setting; null if there is none. */
    public @Nullable String key() {
        return key;
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
        return "configuration";
    }
}
