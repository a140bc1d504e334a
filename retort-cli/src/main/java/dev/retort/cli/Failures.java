package dev.retort.cli;

import dev.retort.error.RetortException;
import dev.retort.error.SourcePosition;
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
        print(
                failure.kind(),
                paths.in(message(failure)),
                failure.position().map(this::shown).orElse(null),
                failure.hint(CommandLineWords.INSTANCE).map(paths::in).orElse(null));
        stacktrace(failure);
    }

    void print(Misuse misuse) {
        print("usage", misuse.message(), null, misuse.hint());
    }

    void printUnexpected(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            print("out_of_memory", "The program's memory is used up: " + failure.getMessage() + ".", null, MORE_MEMORY);
        } else if (failure instanceof StackOverflowError) {
            print("out_of_memory", "The program's stack is used up.", null, MORE_STACK);
        } else {
            print(
                    "unexpected",
                    "Something went wrong that Retort did not foresee: " + failure,
                    null,
                    options.stacktrace() ? null : "Say --stacktrace to see where, and please report it.");
        }
        stacktrace(failure);
    }

    /** Prints what is known of a run that was asked to stop and has not done so within its grace period. */
    void printNotStopped(String why, RunWatch watch) {
        print(
                "not_stopped",
                "The run " + why + " and is cut off. " + paths.in(watch.known()),
                null,
                "'retort current' shows where the database is; then run the same command again.");
    }

    private SourcePosition shown(SourcePosition position) {
        return new SourcePosition(paths.in(position.file()), position.line());
    }

    private static String message(RetortException failure) {
        return String.valueOf(failure.getMessage());
    }

    private void print(String kind, String message, @Nullable SourcePosition position, @Nullable String hint) {
        if (options.json()) {
            Json.print(terminal, json -> {
                json.writeObjectPropertyStart("error");
                json.writeStringProperty("kind", kind);
                json.writeStringProperty("message", message);
                if (position == null) {
                    json.writeNullProperty("file");
                } else {
                    json.writeStringProperty("file", position.file());
                }
                if (position == null || position.line() == 0) {
                    json.writeNullProperty("line");
                } else {
                    json.writeNumberProperty("line", position.line());
                }
                if (hint == null) {
                    json.writeNullProperty("hint");
                } else {
                    json.writeStringProperty("hint", hint);
                }
                json.writeEndObject();
            });
            return;
        }
        terminal.say(terminal.red("error:") + " " + (position == null ? "" : position + ": ") + message);
        if (hint != null) {
            terminal.say(hint);
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
