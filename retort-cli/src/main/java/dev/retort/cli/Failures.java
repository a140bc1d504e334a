package dev.retort.cli;

import dev.retort.error.RetortException;
import dev.retort.error.SourcePosition;
import org.jspecify.annotations.Nullable;

/** Prints what went wrong. */
final class Failures {

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
                failure.hint().map(paths::in).orElse(null));
        stacktrace(failure);
    }

    void print(Misuse misuse) {
        print("usage", misuse.message(), null, misuse.hint());
    }

    void printUnexpected(Exception failure) {
        print(
                "unexpected",
                "Something went wrong that Retort did not foresee: " + failure,
                null,
                options.stacktrace() ? null : "Say --stacktrace to see where, and please report it.");
        stacktrace(failure);
    }

    private SourcePosition shown(SourcePosition position) {
        return new SourcePosition(paths.in(position.file()), position.line());
    }

    private static String message(RetortException failure) {
        return String.valueOf(failure.getMessage());
    }

    private void print(String kind, String message, @Nullable SourcePosition position, @Nullable String hint) {
        if (options.json()) {
            Json.print(terminal.out(), json -> {
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

    private void stacktrace(Exception failure) {
        if (options.stacktrace()) {
            failure.printStackTrace(terminal.err());
        }
    }
}
