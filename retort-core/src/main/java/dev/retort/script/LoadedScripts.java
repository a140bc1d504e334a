package dev.retort.script;

import dev.retort.error.Advice;
import dev.retort.error.ScriptException;
import dev.retort.script.java.ClassPathLoader;
import dev.retort.script.java.CompilationUnit;
import dev.retort.script.java.CompileCache;
import dev.retort.script.java.CompiledScripts;
import dev.retort.script.java.RevisionClassLoader;
import dev.retort.script.source.AllCores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The scripts of a plan, ready to record. Must stay open until what they recorded has run: a data step may need classes that are not loaded
 * yet.
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
            loaded.add(files, compiled);
            return loaded;
        } catch (RuntimeException | Error e) {
            loaded.close();
            throw e;
        }
    }

    private static List<CompilationUnit> sources(List<RevisionFile> files) {
        return files.stream().flatMap(file -> file.origin().source().stream()).toList();
    }

    /** Reads several revisions in parallel. */
    private void add(List<RevisionFile> files, CompiledScripts compiled) {
        ClassLoader sources = new RevisionClassLoader(compiled.directories(), application.loader());
        for (RevisionScript script :
                AllCores.map(files, file -> file.origin().script(file, sources, application.loader()))) {
            scripts.put(script.file().id(), script);
        }
    }

    /**
     * The script of a revision.
     *
     * @throws IllegalArgumentException if it was not requested
     */
    public RevisionScript script(String id) {
        RevisionScript script = scripts.get(id);
        if (script == null) {
            throw new IllegalArgumentException("The script of '" + id + "' was not loaded");
        }
        return script;
    }

    /**
     * Closes the class loaders.
     *
     * @throws ScriptException if a file of the class path cannot be closed
     */
    @Override
    public void close() {
        try (application) {
            cache.close();
            scripts.values().forEach(RevisionScript::close);
        } catch (IOException e) {
            throw new ScriptException("The class path cannot be closed: " + e + ".", null, Advice.NONE, e);
        }
    }
}
