package dev.retort.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A setting is missing, unknown or malformed. */
public final class ConfigurationException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String key;
    private final String problem;
    private final transient @Nullable SourcePosition position;
    private final @Nullable String remedy;

    public ConfigurationException(
            @Nullable String key, String problem, @Nullable SourcePosition position, @Nullable String remedy) {
        super(problem, remedy, null);
        this.key = key;
        this.problem = problem;
        this.position = position;
        this.remedy = remedy;
    }

    /** The key concerned, when it is one. */
    public @Nullable String key() {
        return key;
    }

    /** What is wrong, as one sentence. */
    public String problem() {
        return shown(problem);
    }

    /** What to do next. */
    public @Nullable String remedy() {
        return remedy == null ? null : shown(remedy);
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
