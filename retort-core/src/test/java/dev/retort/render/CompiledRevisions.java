package dev.retort.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.RecordingContext;
import dev.retort.migration.RevisionFiles;
import dev.retort.operation.DialectName;
import dev.retort.operation.Operation;
import dev.retort.operation.RowFile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Revisions compiled from their text, all at once and without a warning, and ready to be recorded. */
record CompiledRevisions(URLClassLoader loader) implements AutoCloseable {

    static CompiledRevisions of(Path directory, Map<String, String> textsByClass) throws IOException {
        StringWriter messages = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<Path> sources = textsByClass.entrySet().stream()
                    .map(entry -> written(directory.resolve(entry.getKey() + ".java"), entry.getValue()))
                    .toList();
            List<String> options = List.of(
                    "-d",
                    directory.toString(),
                    "-cp",
                    classPath(),
                    "-proc:none",
                    "-Xlint:all",
                    "-Werror",
                    "-encoding",
                    "UTF-8");
            boolean fine = compiler.getTask(
                            messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(fine).as(messages.toString()).isTrue();
        }
        return new CompiledRevisions(
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, CompiledRevisions.class.getClassLoader()));
    }

    private static Path written(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final RevisionFiles FILES = new RevisionFiles() {
        @Override
        public String revision() {
            return "";
        }

        @Override
        public RowFile.Content find(String path) {
            return new Lines.Text(path);
        }

        @Override
        public String text(String path) {
            return path;
        }
    };

    private static String classPath() {
        return List.of(Migration.class, Nullable.class, Tidy.class).stream()
                .map(CompiledRevisions::location)
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Operation> upgrade(String className) throws ReflectiveOperationException {
        return recorded(className, Migration::upgrade);
    }

    List<Operation> downgrade(String className) throws ReflectiveOperationException {
        return recorded(className, Migration::downgrade);
    }

    private List<Operation> recorded(String className, BiConsumer<Migration, Operations> direction)
            throws ReflectiveOperationException {
        Migration migration =
                (Migration) loader.loadClass(className).getDeclaredConstructor().newInstance();
        RecordingContext context = new RecordingContext(new DialectName("plain"), "", Map.of()).with(FILES);
        Operations op = new Operations(context);
        direction.accept(migration, op);
        return op.recorded();
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
