package dev.retort.script;

import dev.retort.error.ScriptException;
import dev.retort.migration.RevisionHeader;
import dev.retort.script.java.CompilationUnit;
import dev.retort.script.java.JavaHeaderScanner;
import dev.retort.script.java.JavaSource;
import dev.retort.script.source.SourceContent;
import dev.retort.script.source.SourceText;
import dev.retort.script.sql.SqlHeaderScanner;
import dev.retort.sql.SqlSyntaxes;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Reads the headers of revision files, each file once, and of an SQL file only its beginning. */
final class RevisionReader {

    private final Function<Path, String> display;
    private final SqlSyntaxes syntaxes;

    /**
     * A reader.
     *
     * @param display how errors show paths
     * @param syntaxes how databases read SQL
     */
    RevisionReader(Function<Path, String> display, SqlSyntaxes syntaxes) {
        this.display = display;
        this.syntaxes = syntaxes;
    }

    /**
     * Reads a file.
     *
     * @return the revision; empty for a Java file that is a helper
     * @throws ScriptException if the file cannot be read or its header is malformed
     */
    Optional<RevisionFile> read(Path file, RevisionFormat format) {
        String name = display.apply(file);
        return switch (format) {
            case JAVA -> java(file, SourceText.read(file, name));
            case SQL -> Optional.of(sql(file, SqlHeaderScanner.beginning(SourceContent.of(file, name))));
        };
    }

    /** Reads a file from its text. */
    Optional<RevisionFile> read(Path file, RevisionFormat format, String text) {
        SourceText source = new SourceText(display.apply(file), text);
        return switch (format) {
            case JAVA -> java(file, source);
            case SQL -> Optional.of(sql(file, source));
        };
    }

    private static Optional<RevisionFile> java(Path file, SourceText source) {
        String fileName = file.getFileName().toString();
        String className = fileName.substring(
                0, fileName.length() - RevisionFormat.JAVA.extension().length());
        JavaSource java = JavaHeaderScanner.scan(source, className);
        RevisionHeader header = java.header();
        if (header == null) {
            return Optional.empty();
        }
        CompilationUnit unit = CompilationUnit.of(file, source, java.qualifiedName());
        return Optional.of(new RevisionFile(header, new JavaFile(unit, source.name())));
    }

    private RevisionFile sql(Path file, SourceText source) {
        RevisionHeader header = SqlHeaderScanner.scan(source);
        return new RevisionFile(header, new SqlFile(file, source.name(), syntaxes));
    }
}
