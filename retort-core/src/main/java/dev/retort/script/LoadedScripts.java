package dev.retort.script;

import dev.retort.error.ScriptException;
import dev.retort.script.java.ClassPathLoader;
import dev.retort.script.java.CompilationUnit;
import dev.retort.script.java.CompileCache;
import dev.retort.script.java.CompiledScripts;
import dev.retort.script.java.RevisionClassLoader;
import dev.retort.script.source.AllCores;
import dev.retort.sql.SqlSyntaxes;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The scripts of a plan, ready to record. To be kept open until what they recorded has run: a data step may need classes that are
 * not loaded yet.
 */
public final class LoadedScripts implements AutoCloseable {

    private final Map<String, RevisionScript> scripts;
    private final ClassPathLoader application;
    private final CompileCache cache;

    private LoadedScripts(Map<String, RevisionScript> scripts, ClassPathLoader application, CompileCache cache) {
        this.scripts = scripts;
        this.application = application;
        this.cache = cache;
    }

    static LoadedScripts load(List<RevisionFile> files, ScriptSettings settings) {
        CompileCache cache = new CompileCache(settings.cacheDirectory());
        CompiledScripts compiled;
        try {
            compiled = settings.compiler(cache).compile(sources(files));
        } catch (RuntimeException | Error e) {
            cache.close();
            throw e;
        }
        List<Path> classPath = new ArrayList<>(settings.classPath());
        classPath.addAll(compiled.libraries());
        LoadedScripts loaded =
                new LoadedScripts(new LinkedHashMap<>(), ClassPathLoader.of(classPath, settings.host()), cache);
        try {
            loaded.add(files, compiled, settings.syntaxes());
            return loaded;
        } catch (RuntimeException | Error e) {
            loaded.close();
            throw e;
        }
    }

    private static List<CompilationUnit> sources(List<RevisionFile> files) {
        return files.stream()
                .map(RevisionFile::origin)
                .filter(RevisionOrigin.JavaFile.class::isInstance)
                .map(RevisionOrigin.JavaFile.class::cast)
                .map(RevisionOrigin.JavaFile::unit)
                .toList();
    }

    private void add(List<RevisionFile> files, CompiledScripts compiled, SqlSyntaxes syntaxes) {
        ClassLoader loader = new RevisionClassLoader(compiled.directories(), application.loader());
        for (Supplier<RevisionScript> read : AllCores.map(files, file -> read(file, loader, syntaxes))) {
            RevisionScript script = read.get();
            scripts.put(script.file().id(), script);
        }
    }

    /** Reads what can be read of several revisions at the same time; the code of a revision itself runs in the caller's thread alone. */
    private Supplier<RevisionScript> read(RevisionFile file, ClassLoader loader, SqlSyntaxes syntaxes) {
        RevisionOrigin origin = file.origin();
        if (origin instanceof RevisionOrigin.JavaFile java) {
            ScriptChecksums checksums = file.checksums();
            Constructor<?> constructor =
                    JavaRevisionScript.constructor(file, java.unit().className(), loader);
            return () -> JavaRevisionScript.of(file, checksums, constructor);
        }
        if (origin instanceof RevisionOrigin.IndexedClass indexed) {
            Constructor<?> constructor =
                    JavaRevisionScript.constructor(file, indexed.className(), application.loader());
            return () -> JavaRevisionScript.of(file, indexed.checksums(), constructor);
        }
        RevisionScript script = new SqlRevisionScript(file, file.source(application.loader()), syntaxes);
        return () -> script;
    }

    /**
     * The script of a revision.
     *
     * @throws IllegalArgumentException if it was not asked for
     */
    public RevisionScript script(String id) {
        RevisionScript script = scripts.get(id);
        if (script == null) {
            throw new IllegalArgumentException("The script of '" + id + "' was not loaded");
        }
        return script;
    }

    /**
     * Lets go of the classes.
     *
     * @throws ScriptException if a file of the class path cannot be closed
     */
    @Override
    public void close() {
        cache.close();
        try {
            application.close();
        } catch (IOException e) {
            throw new ScriptException("The class path cannot be closed: " + e + ".", null, null, e);
        }
    }
}
