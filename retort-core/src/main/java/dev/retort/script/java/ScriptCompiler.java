package dev.retort.script.java;

import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.migration.Migration;
import dev.retort.script.source.AllCores;
import dev.retort.script.source.SourceText;
import dev.retort.script.source.TokenDigest;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Compiles the Java revisions that were not compiled before, together. */
public final class ScriptCompiler {

    private final Function<Path, String> display;
    private final List<Path> classPath;
    private final CompileCache cache;
    private final BooleanSupplier compilerThere;

    /**
     * A compiler.
     *
     * @param display how errors show paths
     * @param classPath the application's class path, which the sources may use
     * @param cache keeps what was compiled
     */
    public ScriptCompiler(Function<Path, String> display, List<Path> classPath, CompileCache cache) {
        this(display, classPath, cache, ScriptCompiler::isCompilerThere);
    }

    /** A compiler that asks whether there is a JDK. */
    ScriptCompiler(
            Function<Path, String> display, List<Path> classPath, CompileCache cache, BooleanSupplier compilerThere) {
        this.display = display;
        this.classPath = List.copyOf(classPath);
        this.cache = cache;
        this.compilerThere = compilerThere;
    }

    /**
     * Makes the classes of sources.
     *
     * @return where the classes of the sources and of their helpers lie, by binary name
     * @throws ScriptException if one does not compile, or there is no compiler
     */
    public Map<String, Path> compile(List<CompilationUnit> files) {
        Set<CompiledBatch> batches = new LinkedHashSet<>();
        Map<CompilationUnit, String> missing = new LinkedHashMap<>();
        List<Path> whole = wholeClassPath();
        String surroundings = surroundings(whole);
        List<String> keys = AllCores.map(files, file -> key(file, surroundings));
        for (int i = 0; i < keys.size(); i++) {
            CompilationUnit file = files.get(i);
            String key = keys.get(i);
            cache.find(key).ifPresentOrElse(batches::add, () -> missing.put(file, key));
        }
        CompileCache.use(batches);
        if (!missing.isEmpty()) {
            requireCompiler(missing.keySet().iterator().next());
            batches.add(compile(missing, whole));
        }
        return CompileCache.directories(List.copyOf(batches));
    }

    private CompiledBatch compile(Map<CompilationUnit, String> files, List<Path> whole) {
        Path directory = cache.newDirectory();
        boolean done = false;
        try {
            CompiledBatch made =
                    new JavaCompilation(display, whole, directory).run(List.copyOf(files.keySet()), files.values());
            CompiledBatch kept = CompileCache.keep(made);
            done = true;
            return kept;
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
                    "Run on a JDK instead of a JRE; or package the compiled revisions with an index ('retort index') and use a"
                            + " classpath: location; or write revisions in SQL.",
                    null);
        }
    }

    private static boolean isCompilerThere() {
        return ModuleLayer.boot().findModule("java.compiler").isPresent() && JavaCompilation.isPossible();
    }

    /** Everything but script and helpers that the result depends on. */
    private static String surroundings(List<Path> classPath) {
        StringBuilder text = new StringBuilder(Runtime.version().toString());
        for (Path entry : classPath) {
            text.append('\n').append(entry);
            try {
                text.append(' ').append(Files.getLastModifiedTime(entry).toMillis());
                text.append(' ').append(Files.isDirectory(entry) ? 0 : Files.size(entry));
            } catch (IOException e) {
                text.append(" missing");
            }
        }
        return text.toString();
    }

    private String key(CompilationUnit java, String surroundings) {
        MessageDigest digest = TokenDigest.sha256();
        for (String part : List.of(surroundings, java.sourceRoot().toString(), java.className())) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        byte[] content = SourceText.bytes(java.path(), display.apply(java.path()));
        return HexFormat.of().formatHex(digest.digest(content));
    }

    private List<Path> wholeClassPath() {
        List<Path> whole = new ArrayList<>(api());
        whole.addAll(classPath);
        return whole;
    }

    /** Where this library lies; when that is no plain file, the whole class path of the program. */
    private static List<Path> api() {
        CodeSource source = Migration.class.getProtectionDomain().getCodeSource();
        try {
            if (source != null && source.getLocation() != null) {
                return List.of(Path.of(source.getLocation().toURI()));
            }
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            System.getLogger(ScriptCompiler.class.getName())
                    .log(System.Logger.Level.DEBUG, "No plain file: " + source.getLocation(), e);
        }
        List<Path> whole = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
                whole.add(Path.of(entry));
            }
        }
        return whole;
    }
}
