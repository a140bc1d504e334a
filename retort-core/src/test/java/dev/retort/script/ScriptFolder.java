package dev.retort.script;

import dev.retort.config.ConfigKey;
import dev.retort.dialect.Dialects;
import dev.retort.migration.RecordingContext;
import dev.retort.operation.DialectName;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlSyntaxes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** A project in a temporary directory, with revisions in {@code migrations/versions}. */
final class ScriptFolder {

    static final Instant NOON = Instant.parse("2025-06-06T15:15:09.5Z");

    /** The databases that sections may name: those that Retort knows, and one that it does not. */
    static final SqlSyntaxes SYNTAXES = syntaxes();

    final Path base;
    final List<String> output = new ArrayList<>();
    private List<String> locations = List.of();
    private List<PostWriteHook> hooks = List.of();
    private List<Path> classPath = List.of();
    private boolean recursive;
    private String template =
            String.valueOf(ConfigKey.FILE_TEMPLATE.defaultValue().orElseThrow());
    private @Nullable String packageName;

    private static SqlSyntaxes syntaxes() {
        Map<String, SqlSyntax> byName = new HashMap<>(Dialects.loadedFrom(ScriptFolder.class.getClassLoader())
                .syntaxes()
                .byName());
        byName.put("duckdb", SqlSyntax.COMMON);
        return new SqlSyntaxes(byName);
    }

    ScriptFolder(Path base) throws IOException {
        this.base = base;
        Files.createDirectories(base.resolve("migrations/versions"));
    }

    ScriptFolder locations(String... paths) {
        locations = List.of(paths);
        return this;
    }

    ScriptFolder hooks(PostWriteHook... all) {
        hooks = List.of(all);
        return this;
    }

    ScriptFolder classPath(Path... entries) {
        classPath = List.of(entries);
        return this;
    }

    ScriptFolder recursive() {
        recursive = true;
        return this;
    }

    ScriptFolder template(String text) {
        template = text;
        return this;
    }

    ScriptFolder packageName(String name) {
        packageName = name;
        return this;
    }

    ScriptSettings settings() {
        return new ScriptSettings(
                base,
                base,
                "migrations",
                locations,
                recursive,
                template,
                40,
                "UTC",
                packageName,
                hooks,
                ScriptFolder.class.getClassLoader(),
                classPath,
                List::of,
                SYNTAXES,
                base.resolve(".retort"));
    }

    ScriptDirectory open() {
        return ScriptDirectory.open(settings());
    }

    List<String> ids() {
        return open().files().stream().map(RevisionFile::id).toList();
    }

    Path file(String path, String text) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** Compiles a source into a directory. */
    void compile(Path source, String classes) throws IOException {
        Path output = Files.createDirectories(base.resolve(classes));
        String[] arguments = {"-proc:none", "-cp", "target/classes", "-d", output.toString(), source.toString()};
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments) != 0) {
            throw new AssertionError(source + " does not compile");
        }
    }

    Path sql(String path, String id) throws IOException {
        return file(path, "-- revision: " + id + "\n\n-- upgrade\nSELECT 1;\n\n-- downgrade\n");
    }

    /** A Java revision in {@code migrations/versions} whose upgrade is the given statements. */
    Path java(String className, String id, String upgrade) throws IOException {
        return java("migrations/versions", "migrations.versions", className, id, upgrade);
    }

    Path java(String directory, String packageName, String className, String id, String upgrade) throws IOException {
        return file(directory + "/" + className + ".java", """
                package %s;

                import dev.retort.migration.*;

                /** Does it. */
                @Revision(id = "%s")
                public final class %s implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        %s
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.execute("back");
                    }
                }
                """.formatted(packageName, id, className, upgrade));
    }

    static NewRevision revision(RevisionFormat format, String message) {
        return new NewRevision("a1", List.of(), List.of(), List.of(), message, format, null, NOON);
    }

    RevisionFile write(NewRevision revision) {
        return ScriptDirectory.openToWrite(settings()).write(revision, ScriptFolder::render, output::add);
    }

    static String render(RevisionDraft draft) {
        String id = draft.header().id();
        if (draft.format() == RevisionFormat.SQL) {
            return "-- revision: " + id + "\n-- revises: "
                    + String.join(", ", draft.header().revises()) + "\n-- created: "
                    + draft.header().created() + "\n-- upgrade\n";
        }
        String declaration = draft.packageName().isEmpty() ? "" : "package " + draft.packageName() + ";\n";
        return declaration + "@dev.retort.migration.Revision(id = \"" + id + "\", created = \""
                + draft.header().created() + "\") public class " + draft.className() + " {}\n";
    }

    static RecordingContext context(String database) {
        return new RecordingContext(new DialectName(database), "test", Map.of("tenant", "acme"));
    }
}
