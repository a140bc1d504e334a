package dev.retort.cli;

import dev.retort.error.RetortException;
import dev.retort.frontend.Failure;
import dev.retort.frontend.ShownPaths;
import dev.retort.frontend.json.JsonReports;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/** Prints what went wrong. */
final class Failures {

    private static final String MORE_MEMORY =
            "Give it more, as in RETORT_JAVA_OPTS=-Xmx2g; 'retort current' tells where the database is.";
    private static final String MORE_STACK =
            "If nothing calls itself for ever, give it more, as in RETORT_JAVA_OPTS=-Xss8m;"
                    + " 'retort current' tells where the database is.";

    private final Terminal terminal;
    private final GlobalOptions options;
    private final ShownPaths paths;

    Failures(RootCommand root) {
        this.terminal = root.terminal();
        this.options = root.options();
        this.paths = root.paths();
    }

    void print(RetortException failure) {
        print(Failure.of(failure, CommandLineWords.INSTANCE, paths));
        stacktrace(failure);
    }

    void print(Misuse misuse) {
        print("usage", misuse.message(), misuse.hint());
    }

    void printUnexpected(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            print("out_of_memory", "The program's memory is used up: " + failure.getMessage() + ".", MORE_MEMORY);
        } else if (failure instanceof StackOverflowError) {
            print("out_of_memory", "The program's stack is used up.", MORE_STACK);
        } else {
            print(
                    "unexpected",
                    "Something went wrong that Retort did not foresee: " + failure,
                    options.stacktrace() ? null : "Say --stacktrace to see where, and please report it.");
        }
        stacktrace(failure);
    }

    /** Prints what is known of a run that was asked to stop and has not done so within its grace period. */
    void printNotStopped(String why, RunWatch watch) {
        print(
                "not_stopped",
                "The run " + why + " and is cut off. " + paths.in(watch.known()),
                "'retort current' shows where the database is; then run the same command again.");
    }

    private void print(String kind, String message, @Nullable String hint) {
        print(new Failure(kind, message, null, hint));
    }

    private void print(Failure failure) {
        if (options.json()) {
            terminal.write(new JsonReports(terminal.masked()).failure(failure));
        } else {
            failure.sentences(terminal).forEach(terminal::say);
        }
    }

    private void stacktrace(Throwable failure) {
        if (options.stacktrace()) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            terminal.err().print(trace.toString());
        }
    }
}
