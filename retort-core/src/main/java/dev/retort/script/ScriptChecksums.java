package dev.retort.script;

import dev.retort.script.java.JavaChecksum;
import dev.retort.script.source.SourceText;
import dev.retort.script.sql.SqlScript;
import dev.retort.sql.SqlSyntaxes;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The checksums of one revision's script. Comments, white space and formatting do not count, except in an SQL file that is too large to be
 * read at once. Each value begins with the name of its algorithm: {@code sha256-tokens-1:9f86…}.
 *
 * <p>A Java revision has one checksum for both directions, which includes the files of rows that it names. An SQL revision has one for each section, so that a section for one database can
 * change without affecting the others.
 */
public final class ScriptChecksums {

    /** The name of a Java revision's only checksum. */
    private static final String WHOLE = "";

    private final Map<String, String> values;

    private ScriptChecksums(Map<String, String> values) {
        this.values = values;
    }

    /**
     * The checksum of a Java revision.
     *
     * @param folders where the files of rows may be that it names
     */
    static ScriptChecksums ofJava(SourceText source, String className, Path... folders) {
        return new ScriptChecksums(Map.of(
                WHOLE, JavaChecksum.of(source, className, path -> FilesBeside.digest(path, List.of(folders)))));
    }

    static ScriptChecksums ofSql(SqlScript script, SqlSyntaxes syntaxes) {
        return new ScriptChecksums(script.checksums(syntaxes));
    }

    /** Checksums as {@link #entries()} gives them. */
    static ScriptChecksums of(Map<String, String> entries) {
        return new ScriptChecksums(new LinkedHashMap<>(entries));
    }

    /** The checksums by their names: a section's words, or nothing for a whole Java class. */
    Map<String, String> entries() {
        return values;
    }

    /** The checksum of what an upgrade runs on a database; empty if the script has nothing for it. */
    public Optional<String> upgrade(String database) {
        return find("upgrade", database);
    }

    /** The checksum of what a downgrade runs on a database; empty if it cannot be reversed. */
    public Optional<String> downgrade(String database) {
        return find("downgrade", database);
    }

    private Optional<String> find(String direction, String database) {
        for (String key : List.of(direction + " " + database, direction, WHOLE)) {
            if (values.containsKey(key)) {
                return Optional.ofNullable(values.get(key));
            }
        }
        return Optional.empty();
    }
}
