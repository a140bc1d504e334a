package dev.retort.script.java;

import dev.retort.digest.Sha256;
import dev.retort.error.Action;
import dev.retort.error.Advice;
import dev.retort.error.RetortException;
import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.migration.Migration;
import dev.retort.script.source.AllCores;
import dev.retort.script.source.SourceText;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Compiles the Java revisions that were not compiled before, together. */
public final class ScriptCompiler {

    /** What sources may use beside this library, if it is there. */
    private static final String ROW_FILES = "dev.retort.rows.RowFiles";

    private final Function<Path, String> display;
    private final ScriptClassPath classPath;
    private final CompileCache cache;
    private final BooleanSupplier compilerThere;

    /**
     * A compiler.
     *
     * @param display how errors show paths
     * @param classPath the application's class path, which the sources may use
     * @param cache keeps what was compiled
     */
    public ScriptCompiler(Function<Path, String> display, ScriptClassPath classPath, CompileCache cache) {
        this(display, classPath, cache, ScriptCompiler::isCompilerThere);
    }

    /** A compiler that asks whether there is a JDK. */
    ScriptCompiler(
            Function<Path, String> display,
            ScriptClassPath classPath,
            CompileCache cache,
            BooleanSupplier compilerThere) {
        this.display = display;
        this.classPath = classPath;
        this.cache = cache;
        this.compilerThere = compilerThere;
    }

    /**
     * Compiles sources.
     *
     * @throws ScriptException if one does not compile, or there is no compiler
     */
    public CompiledScripts compile(List<CompilationUnit> files) {
        Map<CompilationUnit, CompiledBatch> batches = new LinkedHashMap<>();
        Map<CompilationUnit, String> missing = new LinkedHashMap<>();
        List<Path> visible = joined(api(), classPath.named());
        String surroundings = surroundings(visible);
        List<String> keys = AllCores.map(files, file -> key(file, surroundings));
        for (int i = 0; i < keys.size(); i++) {
            CompilationUnit file = files.get(i);
            String key = keys.get(i);
            cache.find(key).ifPresentOrElse(batch -> batches.put(file, batch), () -> missing.put(file, key));
        }
        CompileCache.use(Set.copyOf(batches.values()));
        if (!missing.isEmpty()) {
            requireCompiler(missing.keySet().iterator().next());
            CompiledBatch made = compile(missing, visible);
            missing.keySet().forEach(file -> batches.put(file, made));
        }
        return CompileCache.joined(batches);
    }

    private CompiledBatch compile(Map<CompilationUnit, String> files, List<Path> visible) {
        JavaCompilation.Answer answer = compile(files, visible, List.of());
        if (answer instanceof JavaCompilation.Refused refused && refused.lacksClasses()) {
            List<Path> rest = rest(refused);
            answer = rest.isEmpty() ? answer : compile(files, joined(visible, rest), rest);
        }
        if (answer instanceof JavaCompilation.Refused refused) {
            throw refused.withRemedy("Nothing was run. "
                    + Objects.requireNonNullElse(
                            refused.hint(),
                            refused.lacksClasses()
                                    ? "If the script uses classes of the application, name them in 'classpath'."
                                    : "Correct the script."));
        }
        return ((JavaCompilation.Done) answer).batch();
    }

    private List<Path> rest(JavaCompilation.Refused refused) {
        try {
            return classPath.rest().get();
        } catch (RetortException e) {
            if (refused.isSaidIn(e.describe())) {
                return List.of();
            }
            throw refused.withRemedy("Nothing was run. If the script uses classes of the application, name them in"
                    + " 'classpath'; Maven could not name them: " + e.getMessage());
        }
    }

    private JavaCompilation.Answer compile(
            Map<CompilationUnit, String> files, List<Path> visible, List<Path> libraries) {
        Path directory = cache.newDirectory();
        boolean done = false;
        try {
            JavaCompilation.Answer answer = new JavaCompilation(display, visible, directory)
                    .run(List.copyOf(files.keySet()), files.values(), libraries);
            if (answer instanceof JavaCompilation.Done made) {
                answer = new JavaCompilation.Done(CompileCache.keep(made.batch()));
                done = true;
            }
            return answer;
        } finally {
            if (!done) {
                CompileCache.discard(directory);
            }
        }
    }

    private void requireCompiler(CompilationUnit file) {
        if (!compilerThere.getAsBoolean()) {
            String name = display.apply(file.path());
            throw new ScriptException(
                    "There is no Java compiler to compile '" + name + "' with.",
                    SourcePosition.of(name),
                    Advice.of(
                            "Run on a JDK instead of a JRE; or package the compiled revisions with an index ({}) and use a classpath:"
                                    + " location; or write revisions in SQL.",
                            Action.INDEX),
                    null);
        }
    }

    private static boolean isCompilerThere() {
        return ModuleLayer.boot().findModule("java.compiler").isPresent() && JavaCompilation.isPossible();
    }

    /** What the result depends on, besides script and helpers. */
    private static String surroundings(List<Path> classPath) {
        StringBuilder text = new StringBuilder(Runtime.version().toString());
        for (Path entry : classPath) {
            text.append('\n').append(entry).append(' ').append(ScriptClassPath.stamp(entry));
        }
        return text.toString();
    }

    private String key(CompilationUnit java, String surroundings) {
        MessageDigest digest = Sha256.begin();
        for (String part : List.of(surroundings, java.sourceRoot().toString(), java.className())) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        byte[] content = SourceText.bytes(java.path(), display.apply(java.path()));
        return HexFormat.of().formatHex(digest.digest(content));
    }

    private static List<Path> joined(List<Path> one, List<Path> other) {
        List<Path> joined = new ArrayList<>(one);
        joined.addAll(other);
        return joined;
    }

    /**
     * The location of this library, and that of the files of rows where they are there; if one is no file, the whole class path of the
     * program.
     */
    private static List<Path> api() {
        List<Path> found = new ArrayList<>();
        for (Class<?> part : parts()) {
            location(part).ifPresent(found::add);
        }
        return found.size() == parts().size() ? found : whole();
    }

    private static List<Class<?>> parts() {
        try {
            return List.of(Migration.class, Class.forName(ROW_FILES, false, Migration.class.getClassLoader()));
        } catch (ClassNotFoundException absent) {
            return List.of(Migration.class);
        }
    }

    private static Optional<Path> location(Class<?> part) {
        CodeSource source = part.getProtectionDomain().getCodeSource();
        try {
            if (source != null && source.getLocation() != null) {
                return Optional.of(Path.of(source.getLocation().toURI()));
            }
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            System.getLogger(ScriptCompiler.class.getName())
                    .log(System.Logger.Level.DEBUG, "No plain file: " + source.getLocation(), e);
        }
        return Optional.empty();
    }

    private static List<Path> whole() {
        List<Path> whole = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
                whole.add(Path.of(entry));
            }
        }
        return whole;
    }
}
