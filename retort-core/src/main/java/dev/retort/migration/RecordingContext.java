package dev.retort.migration;

import dev.retort.operation.DialectName;
import java.util.Map;

/**
 * What a revision can find out about the run that it is recorded for.
 *
 * @param dialect the dialect
 * @param environment the name given with {@code --env}; empty for none
 * @param arguments the arguments given with {@code -x key=value}
 */
public record RecordingContext(DialectName dialect, String environment, Map<String, String> arguments) {

    public RecordingContext {
        arguments = Map.copyOf(arguments);
    }
}
