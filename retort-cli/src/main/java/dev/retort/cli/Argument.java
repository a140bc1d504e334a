package dev.retort.cli;

import picocli.CommandLine.Model.ArgSpec;

/** An option or a parameter that always has a value: what the call gives, or else what goes without saying. */
final class Argument<T> {

    private final ArgSpec spec;
    private final T otherwise;

    Argument(ArgSpec spec, T otherwise) {
        this.spec = spec;
        this.otherwise = otherwise;
    }

    ArgSpec spec() {
        return spec;
    }

    T value() {
        T given = spec.getValue();
        return given == null ? otherwise : given;
    }
}
