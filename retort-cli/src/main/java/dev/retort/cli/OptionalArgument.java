package dev.retort.cli;

import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** An option or a parameter that has a value only when the call gives one. */
final class OptionalArgument<T> {

    private final ArgSpec spec;

    OptionalArgument(ArgSpec spec) {
        this.spec = spec;
    }

    Optional<T> value() {
        return Optional.ofNullable(spec.getValue());
    }
}
