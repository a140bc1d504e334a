package dev.retort.script;

import dev.retort.error.ScriptException;
import dev.retort.script.java.ClassPathLoader;
import dev.retort.script.java.CompilationUnit;
import dev.retort.script.java.CompileCache;
import dev.retort.script.java.CompiledScripts;
import dev.retort.script.java.RevisionClassLoader;
import dev.retort.script.source.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Classes in the script directory that are not revisions, such as the project's environment. They are compiled when they are needed, and
 * cached.
 */
public final class SourceClasses {

    private SourceClasses() {}

    /**
     * Loads a class from its source.
     *
     * @param className the qualified name; the source is a file of the simple name in the script directory
     * @param parent the parent class loader
     * @return the class; empty if there is no such source
     * @throws ScriptException if it does not compile, or there is no compiler
     */
    public static Optional<Class<?>> load(ScriptSettings settings, String className, ClassLoader parent) {
        if (ScriptSettings.isClasspath(settings.scriptLocation())) {
            return Optional.empty();
        }
        Path file =
                settings.resolve(settings.scriptLocation()).resolve(CompilationUnit.simpleNameOf(className) + ".java");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        SourceText source = SourceText.read(file, settings.display(file));
        CompilationUnit unit = CompilationUnit.of(file, source, className);
        try (CompileCache cache = new CompileCache(settings.cacheDirectory())) {
            CompiledScripts compiled = settings.compiler(cache).compile(List.of(unit));
            // The libraries stay open for as long as the class is used, which is as long as the process may live.
            RevisionClassLoader loader = new RevisionClassLoader(
                    compiled.directories(),
                    compiled.libraries().isEmpty()
                            ? parent
                            : ClassPathLoader.of(compiled.libraries(), parent).loader());
            // The cache may be a temporary one, which goes now.
            for (String name : compiled.directories().keySet()) {
                loader.loadClass(name);
            }
            return Optional.of(loader.loadClass(className));
        } catch (ClassNotFoundException e) {
            throw new ScriptException(
                    "The file contains no class '" + className + "'.",
                    source.position(1),
                    "Its package and name must be those of the setting 'environment'.",
                    e);
        }
    }
}
