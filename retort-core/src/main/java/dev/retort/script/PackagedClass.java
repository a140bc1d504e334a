package dev.retort.script;

import dev.retort.migration.Revision;
import dev.retort.migration.RevisionHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A compiled class on the class path.
 *
 * @param name the qualified name of the class
 * @param checksums those of its source
 * @param compiled the checksum of the class; null when the index has none
 */
record PackagedClass(
        String name, ScriptChecksums checksums, @Nullable String compiled) implements Packaged {

    /** The name of the checksum of a compiled class, among those of its source. */
    static final String COMPILED = "class";

    static final String KEY = "class";

    /** The suffix of a class file. */
    static final String SUFFIX = ".class";

    /** An annotation in a class file: a string constant, its length, the string. */
    private static final String ANNOTATION =
            "\u0001\0" + (char) Revision.class.descriptorString().length() + Revision.class.descriptorString();

    /** Whether a file is the class of a revision. */
    static boolean isOne(Path file) {
        return file.toString().endsWith(SUFFIX) && isAnnotated(file);
    }

    private static boolean isAnnotated(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(ANNOTATION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class that an index lists with these checksums. */
    static PackagedClass listed(String name, Map<String, String> listedChecksums) {
        Map<String, String> ofSource = new LinkedHashMap<>(listedChecksums);
        String compiled = ofSource.remove(COMPILED);
        return new PackagedClass(name, ScriptChecksums.of(ofSource), compiled);
    }

    @Override
    public RevisionFormat format() {
        return RevisionFormat.JAVA;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String resource() {
        return name.replace('.', '/') + SUFFIX;
    }

    @Override
    public Map<String, String> listedChecksums() {
        Map<String, String> listed = new LinkedHashMap<>(checksums.entries());
        if (compiled != null) {
            listed.put(COMPILED, compiled);
        }
        return listed;
    }

    @Override
    public Packaged found(Path file, ClassChecksums classes) {
        return new PackagedClass(name, checksums, classes.of(file));
    }

    @Override
    public RevisionScript script(RevisionFile file, ClassLoader sources, ClassLoader application) {
        return JavaRevisionScript.of(file, checksums, name, application);
    }

    @Override
    public boolean isAsListed(RevisionHeader header, Path file, ClassLoader application, ClassChecksums classes) {
        return isAnnotatedWith(header, application) && (compiled == null || compiled.equals(classes.of(file)));
    }

    private boolean isAnnotatedWith(RevisionHeader header, ClassLoader application) {
        try {
            Revision revision = Class.forName(name, false, application).getAnnotation(Revision.class);
            return revision != null
                    && header.id().equals(revision.id())
                    && header.revises().equals(List.of(revision.revises()))
                    && header.dependsOn().equals(List.of(revision.dependsOn()))
                    && header.labels().equals(List.of(revision.labels()))
                    && header.apiLevel() == revision.apiLevel();
        } catch (ClassNotFoundException | LinkageError e) {
            // Whoever runs the revision gets the error about the missing class.
            return true;
        }
    }
}
