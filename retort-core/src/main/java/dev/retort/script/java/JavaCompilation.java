package dev.retort.script.java;

import dev.retort.error.Advice;
import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.script.source.SourceExcerpt;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** One call of the JDK's compiler. A class of its own, because a Java runtime may lack the module that it needs. */
final class JavaCompilation {

    /** The result of the compiler. */
    sealed interface Answer {}

    /** The sources were compiled. */
    record Done(CompiledBatch batch) implements Answer {}

    /**
     * A source does not compile.
     *
     * @param problem the compiler's message
     * @param position where its first error is
     * @param lacksClasses whether there is an unknown name that further classes may explain
     * @param hint what to do about it; null if that is not known
     */
    record Refused(
            String problem,
            @Nullable SourcePosition position,
            boolean lacksClasses,
            @Nullable String hint) implements Answer {

        /** Whether a text contains the same error, like that of a build which compiles the revisions too. */
        boolean isSaidIn(String text) {
            return position != null && text.contains(position.toString());
        }

        ScriptException withRemedy(String remedy) {
            return new ScriptException(problem, position, remedy, null);
        }
    }

    /** The compiler's keys of errors about unknown names: a package, a symbol, a class file. */
    private static final List<String> LACKING =
            List.of("compiler.err.doesnt.exist", "compiler.err.cant.resolve", "compiler.err.cant.access");

    /** In the code of a method that is not found; where its class is missing, that is an error of its own. */
    private static final String OF_METHOD = ".args";

    /** The number of errors that are shown besides the first. */
    private static final int MOST = 4;

    /** How the compiler's messages write a byte order mark. */
    private static final String BYTE_ORDER_MARK = "'\\ufeff'";

    private final Function<Path, String> display;
    private final List<Path> classPath;
    private final Path output;

    JavaCompilation(Function<Path, String> display, List<Path> classPath, Path output) {
        this.display = display;
        this.classPath = classPath;
        this.output = output;
    }

    static boolean isPossible() {
        return ToolProvider.getSystemJavaCompiler() != null;
    }

    /**
     * Compiles sources together with the helpers that they use, which are looked up below their source roots.
     *
     * @param keys the keys of the sources in the cache
     * @param libraries the entries of the class path on which the result depends, besides the configured ones
     */
    Answer run(List<CompilationUnit> sources, Collection<String> keys, List<Path> libraries) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                        compiler.getStandardFileManager(diagnostics, Locale.ENGLISH, StandardCharsets.UTF_8);
                OutputRecorder recorder = new OutputRecorder(files)) {
            List<Path> paths = sources.stream().map(CompilationUnit::path).toList();
            boolean done = compiler.getTask(
                            Writer.nullWriter(),
                            recorder,
                            diagnostics,
                            options(sources),
                            null,
                            files.getJavaFileObjectsFromPaths(paths))
                    .call();
            if (!done) {
                return refused(diagnostics.getDiagnostics());
            }
            Map<Path, String> stamps = new LinkedHashMap<>();
            libraries.forEach(library -> stamps.put(library, ScriptClassPath.stamp(library)));
            return new Done(new CompiledBatch(
                    output,
                    List.copyOf(keys),
                    List.copyOf(recorder.classes),
                    helpers(recorder.sources, Set.copyOf(paths)),
                    stamps));
        } catch (IOException e) {
            throw new ScriptException("The compiler failed: " + e + ".", null, Advice.NONE, e);
        }
    }

    private List<String> options(List<CompilationUnit> sources) {
        String sourcePath = sources.stream()
                .map(source -> source.sourceRoot().toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
        String classes = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        // A class of the application may be older than its source.
        return List.of(
                "-d",
                output.toString(),
                "-sourcepath",
                sourcePath,
                "-classpath",
                classes,
                "-Xprefer:source",
                "-implicit:class",
                "-proc:none",
                "-parameters",
                "-nowarn",
                "-Xlint:none",
                "-encoding",
                "UTF-8");
    }

    private static Map<Path, String> helpers(Set<Path> compiled, Set<Path> revisions) throws IOException {
        Map<Path, String> helpers = new LinkedHashMap<>();
        for (Path source : compiled) {
            if (!revisions.contains(source)) {
                helpers.put(source, CompiledBatch.digest(source));
            }
        }
        return helpers;
    }

    private Refused refused(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        List<Diagnostic<? extends JavaFileObject>> errors = diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .toList();
        if (errors.isEmpty()) {
            return new Refused("The revisions do not compile.", null, false, null);
        }
        Diagnostic<? extends JavaFileObject> first = errors.get(0);
        if (message(first).contains(BYTE_ORDER_MARK)) {
            throw new ScriptException(
                    "The file begins with a byte order mark, which the Java compiler does not accept.",
                    position(first),
                    "Nothing was run. Save it as UTF-8 without byte order mark.",
                    null);
        }
        boolean lacksClasses = errors.stream()
                .map(Diagnostic::getCode)
                .anyMatch(code -> LACKING.stream().anyMatch(code::startsWith) && !code.contains(OF_METHOD));
        return new Refused(
                problem(errors),
                position(first),
                lacksClasses,
                CompileHint.of(errors.stream().map(JavaCompilation::message).toList())
                        .orElse(null));
    }

    /** The compiler's messages, each error once: the first without its position, which is reported separately. */
    private String problem(List<Diagnostic<? extends JavaFileObject>> errors) {
        Set<String> others = new LinkedHashSet<>();
        errors.forEach(error -> others.add(position(error) + ": " + described(error)));
        String first = described(errors.get(0));
        others.remove(position(errors.get(0)) + ": " + first);
        String more = others.size() <= MOST ? "" : "\n(" + (others.size() - MOST) + " more)";
        return "The compiler says: " + first
                + others.stream().limit(MOST).map(error -> "\n" + error).collect(Collectors.joining()) + more;
    }

    private static String described(Diagnostic<? extends JavaFileObject> error) {
        String excerpt = excerpt(error);
        return message(error) + "." + (excerpt.isEmpty() ? "" : "\n" + excerpt);
    }

    private static String message(Diagnostic<? extends JavaFileObject> error) {
        return error.getMessage(Locale.ENGLISH)
                .lines()
                .map(line -> line.strip().replaceAll(" +", " ").replaceAll(";$", ""))
                .collect(Collectors.joining("; "));
    }

    private static String excerpt(Diagnostic<? extends JavaFileObject> error) {
        JavaFileObject source = error.getSource();
        if (source == null) {
            return "";
        }
        try {
            return SourceExcerpt.at(source.getCharContent(true), error.getLineNumber(), error.getColumnNumber());
        } catch (IOException e) {
            return "";
        }
    }

    private @Nullable SourcePosition position(Diagnostic<? extends JavaFileObject> error) {
        JavaFileObject source = error.getSource();
        if (source == null) {
            return null;
        }
        int line = error.getLineNumber() == Diagnostic.NOPOS ? 0 : (int) error.getLineNumber();
        return new SourcePosition(display.apply(Path.of(source.toUri())), line);
    }

    /** Records which classes are written, and from which sources. */
    private static final class OutputRecorder extends ForwardingJavaFileManager<StandardJavaFileManager> {

        private final Set<String> classes = new LinkedHashSet<>();
        private final Set<Path> sources = new LinkedHashSet<>();

        OutputRecorder(StandardJavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, @Nullable FileObject sibling)
                throws IOException {
            classes.add(className);
            if (sibling != null) {
                sources.add(fileManager.asPath(sibling));
            }
            return super.getJavaFileForOutput(location, className, kind, sibling);
        }
    }
}
