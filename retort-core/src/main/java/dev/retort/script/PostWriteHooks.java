package dev.retort.script;

import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.script.java.ClassPathLoader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs the post-write hooks on a new file, in order. */
final class PostWriteHooks {

    private static final String FILE_TOKEN = "REVISION_SCRIPT_FILENAME";

    /** The number of lines from the end of a failed program's output that the error contains. */
    private static final int TAIL = 5;

    private final ScriptSettings settings;
    private final Consumer<String> output;

    /** Hooks whose programs' output goes to a consumer, line by line. */
    PostWriteHooks(ScriptSettings settings, Consumer<String> output) {
        this.settings = settings;
        this.output = output;
    }

    /**
     * Runs them.
     *
     * @throws ScriptException if one fails; the following ones are not run, and the file is removed if that hook says so
     */
    void run(Path file) {
        for (PostWriteHook hook : settings.hooks()) {
            try {
                switch (hook.type()) {
                    case EXEC -> runProgram(hook, file);
                    case CLASS -> runClass(hook, file);
                }
            } catch (HookFailure e) {
                throw failure(hook, file, e);
            }
        }
    }

    /** Why a hook failed. */
    private static final class HookFailure extends Exception {

        private static final long serialVersionUID = 1L;

        HookFailure(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    static List<String> command(PostWriteHook hook, Path file) {
        String options = hook.options().contains(FILE_TOKEN) ? hook.options() : (FILE_TOKEN + " " + hook.options());
        List<String> command = new ArrayList<>();
        command.add(hook.executable());
        for (String word : ShellWords.split(options)) {
            command.add(word.replace(FILE_TOKEN, file.toString()));
        }
        return command;
    }

    private void runProgram(PostWriteHook hook, Path file) throws HookFailure {
        String cwd = hook.cwd();
        ProcessBuilder builder = new ProcessBuilder(command(hook, file))
                .directory(settings.resolve(cwd == null ? "" : cwd).toFile())
                .redirectErrorStream(true);
        List<String> lines = new ArrayList<>();
        int status;
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            try (BufferedReader reader = process.inputReader(Charset.defaultCharset())) {
                reader.lines().forEach(line -> {
                    lines.add(line);
                    output.accept(line);
                });
            }
            status = process.waitFor();
        } catch (IOException e) {
            throw new HookFailure("'" + hook.executable() + "' cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HookFailure("it was interrupted", e);
        }
        if (status != 0) {
            List<String> tail = lines.subList(Math.max(0, lines.size() - TAIL), lines.size());
            throw new HookFailure(
                    "'" + hook.executable() + "' ended with status " + status
                            + (tail.isEmpty() ? "" : ":\n" + String.join("\n", tail)),
                    null);
        }
    }

    private void runClass(PostWriteHook hook, Path file) throws HookFailure {
        try (ClassPathLoader classes = settings.application()) {
            Object instance = classes.load(hook.executable()).getConstructor().newInstance();
            if (!(instance instanceof WrittenFileHook action)) {
                throw new HookFailure(
                        "'" + hook.executable() + "' does not implement " + WrittenFileHook.class.getName(), null);
            }
            action.written(file, hook.values());
        } catch (HookFailure e) {
            throw e;
        } catch (ClassNotFoundException e) {
            throw new HookFailure("the class '" + hook.executable() + "' is not on the class path", e);
        } catch (NoSuchMethodException e) {
            throw new HookFailure("'" + hook.executable() + "' has no public constructor without parameters", e);
        } catch (Exception | LinkageError e) {
            throw new HookFailure(e.toString(), e);
        }
    }

    private ScriptException failure(PostWriteHook hook, Path file, HookFailure cause) {
        String end = cause.getMessage() == null || cause.getMessage().endsWith(".") ? "" : ".";
        boolean removed = hook.onFailure() == PostWriteHook.OnFailure.REMOVE && remove(file);
        return new ScriptException(
                "The post-write hook '" + hook.name() + "' failed: " + cause.getMessage() + end,
                SourcePosition.of(settings.display(file)),
                removed ? "The file was removed." : "The file was kept. Correct it by hand, or remove it.",
                cause);
    }

    private static boolean remove(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            return false;
        }
    }
}
