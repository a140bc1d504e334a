package dev.retort.benchmarks.program;

/** A program that does nothing: what a JVM costs. */
public final class EmptyProgram {

    private EmptyProgram() {}

    public static void main(String[] arguments) {
        // Nothing is what it does.
    }
}
