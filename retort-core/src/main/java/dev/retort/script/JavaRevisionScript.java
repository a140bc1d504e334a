package dev.retort.script;

import dev.retort.error.IrreversibleOperationException;
import dev.retort.error.MissingClass;
import dev.retort.error.RetortException;
import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.RecordingContext;
import dev.retort.migration.RevisionFiles;
import dev.retort.operation.Operation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The script of a Java revision, from its compiled class. Each recording has an instance of its own, so that several threads may record at
 * once.
 */
final class JavaRevisionScript implements RevisionScript {

    private final RevisionFile file;
    private final ScriptChecksums checksums;
    private final Constructor<?> constructor;

    private JavaRevisionScript(RevisionFile file, ScriptChecksums checksums, Constructor<?> constructor) {
        this.file = file;
        this.checksums = checksums;
        this.constructor = constructor;
    }

    /**
     * Loads and checks the class of a revision, without running its code.
     *
     * @param checksums those of the source of the class
     * @throws ScriptException if the class is missing, is not a migration, or has no such constructor
     */
    static JavaRevisionScript of(RevisionFile file, ScriptChecksums checksums, String className, ClassLoader loader) {
        try {
            Constructor<?> constructor = Class.forName(className, false, loader).getConstructor();
            if (!Migration.class.isAssignableFrom(constructor.getDeclaringClass())) {
                throw unusable(file, "'" + className + "' does not implement Migration.", null);
            }
            return new JavaRevisionScript(file, checksums, constructor);
        } catch (ClassNotFoundException e) {
            throw unusable(file, "The class '" + className + "' is not on the class path.", e);
        } catch (NoSuchMethodException e) {
            throw unusable(file, "'" + className + "' has no public constructor without parameters.", e);
        } catch (LinkageError e) {
            throw unlinked(file, className, e);
        }
    }

    private Migration instance() {
        String className = constructor.getDeclaringClass().getName();
        try {
            return (Migration) constructor.newInstance();
        } catch (InvocationTargetException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw lacking(file, className, cause)
                    .orElseGet(() ->
                            unusable(file, "The constructor of '" + className + "' failed: " + cause + ".", cause));
        } catch (ReflectiveOperationException e) {
            throw unusable(file, "'" + className + "' cannot be used: " + e + ".", e);
        } catch (LinkageError e) {
            throw unlinked(file, className, e);
        }
    }

    @Override
    public RevisionFile file() {
        return file;
    }

    @Override
    public ScriptChecksums checksums() {
        return checksums;
    }

    @Override
    public Recording upgrade(RecordingContext context) {
        return record("upgrade", context, instance()::upgrade);
    }

    @Override
    public Recording downgrade(RecordingContext context) {
        return record("downgrade", context, instance()::downgrade);
    }

    private Recording record(String direction, RecordingContext context, Consumer<Operations> body) {
        IdentityHashMap<Operation, Throwable> places = new IdentityHashMap<>();
        Operations operations = new Operations(context.with(files()), (operation, here) -> {
            RecordingCheck.check(operation);
            places.put(operation, here);
        });
        try {
            body.accept(operations);
        } catch (IrreversibleOperationException e) {
            throw e.position().isPresent()
                    ? e
                    : new IrreversibleOperationException(
                            "Revision '" + file.id() + "' (" + e.subject() + ")", e.why(), position(e));
        } catch (ScriptException e) {
            throw e.position().isPresent() ? e : new ScriptException(e.problem(), position(e), e.advice(), e);
        } catch (RetortException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            String what = "Recording the " + direction + " of revision '" + file.id() + "' failed: ";
            Optional<MissingClass> missing = MissingClass.behind(e);
            throw new ScriptException(
                    what + missing.map(JavaRevisionScript::told).orElseGet(() -> said(e)) + ".",
                    position(e),
                    "Nothing was run. " + missing.map(MissingClass::remedy).orElse("Correct the script."),
                    e);
        }
        return new Recording(
                operations.recorded(),
                operation -> Optional.ofNullable(places.get(operation))
                        .flatMap(this::line)
                        .orElse(null),
                file.header().position());
    }

    private RevisionFiles files() {
        return file.path()
                .<RevisionFiles>map(source -> new FilesBeside.InFolder(file.id(), source.resolveSibling("")))
                .orElseGet(() -> new FilesBeside.OnClassPath(file.id(), constructor.getDeclaringClass()));
    }

    /** The line of the revision's own class in the stack trace of a failure; else that of its header. */
    private @Nullable SourcePosition position(Throwable failure) {
        return line(failure).orElse(file.header().position());
    }

    /** The line of the revision's own class in a stack trace. */
    private Optional<SourcePosition> line(Throwable trace) {
        String className = constructor.getDeclaringClass().getName();
        return Arrays.stream(trace.getStackTrace())
                .filter(frame -> frame.getClassName().equals(className) && frame.getLineNumber() > 0)
                .findFirst()
                .map(frame -> new SourcePosition(file.name(), frame.getLineNumber()));
    }

    /** Methods that refuse an argument say in whole sentences why. */
    private static String said(Throwable failure) {
        String message = failure.getMessage();
        if (!(failure instanceof IllegalArgumentException) || message == null) {
            return failure.toString();
        }
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    private static String told(MissingClass missing) {
        return "the class " + missing.name() + " is missing";
    }

    private static ScriptException unlinked(RevisionFile file, String className, LinkageError failure) {
        return lacking(file, className, failure)
                .orElseGet(() -> unusable(file, "'" + className + "' cannot be used: " + failure + ".", failure));
    }

    /** The failure for a class that another one needs and that is missing; empty if the failure has another cause. */
    private static Optional<ScriptException> lacking(RevisionFile file, String className, Throwable failure) {
        return MissingClass.behind(failure)
                .map(missing -> new ScriptException(
                        "'" + className + "' cannot be used: " + told(missing) + ".",
                        file.header().position(),
                        missing.remedy(),
                        failure));
    }

    private static ScriptException unusable(RevisionFile file, String problem, @Nullable Throwable cause) {
        return new ScriptException(
                problem,
                file.header().position(),
                "A revision is a public class with a public constructor without parameters that implements Migration.",
                cause);
    }
}
