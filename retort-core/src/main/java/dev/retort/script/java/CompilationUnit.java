package dev.retort.script.java;

import dev.retort.error.ScriptException;
import dev.retort.script.source.SourceText;
import java.nio.file.Path;

/**
 * A Java source to be compiled.
 *
 * @param path the file
 * @param sourceRoot the directory that its package begins in
 * @param className the qualified name of its class
 */
public record CompilationUnit(Path path, Path sourceRoot, String className) {

    /**
     * The unit of a file.
     *
     * @param source the file's text
     * @throws ScriptException if the package does not fit the directory
     */
    public static CompilationUnit of(Path file, SourceText source, String className) {
        return new CompilationUnit(file, sourceRoot(file, source, packageOf(className)), className);
    }

    /** The package of the class; empty for the unnamed one. */
    public String packageName() {
        return packageOf(className);
    }

    /** The name of the class without its package. */
    public String simpleName() {
        return simpleNameOf(className);
    }

    /** The name of a class without its package. */
    public static String simpleNameOf(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    private static String packageOf(String className) {
        int dot = className.lastIndexOf('.');
        return dot < 0 ? "" : className.substring(0, dot);
    }

    /** The source root: the directory of the file without the path of the package. */
    private static Path sourceRoot(Path file, SourceText source, String packageName) {
        Path directory = file.toAbsolutePath().getParent();
        if (packageName.isEmpty() && directory != null) {
            return directory;
        }
        Path packagePath = Path.of(packageName.replace('.', '/'));
        if (directory == null || !directory.endsWith(packagePath)) {
            throw source.error(
                    packageLine(source),
                    "The package '" + packageName + "' does not fit the directory '" + directory + "'.",
                    "The directory must end with '" + packagePath + "'.");
        }
        Path root = directory;
        for (int i = packagePath.getNameCount(); i > 0 && root.getParent() != null; i--) {
            root = root.getParent();
        }
        return root;
    }

    private static int packageLine(SourceText source) {
        JavaLexer lexer = new JavaLexer(source);
        JavaToken token = lexer.next();
        while (!token.isEnd() && !token.isWord("package")) {
            token = lexer.next();
        }
        return lexer.source().lineAt(token.offset());
    }
}
