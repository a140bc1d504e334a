package dev.retort.script;

import java.util.Optional;
import java.util.Set;

/** The format of a revision file. */
public enum RevisionFormat {
    JAVA(".java"),
    SQL(".sql");

    /** Java files of the language itself, which are neither revisions nor helpers. */
    private static final Set<String> PASSED_OVER = Set.of("package-info.java", "module-info.java");

    private final String extension;

    RevisionFormat(String extension) {
        this.extension = extension;
    }

    /** The suffix of the file's name, with its dot. */
    public String extension() {
        return extension;
    }

    /** The format of a file by its name; empty if it is ignored. */
    static Optional<RevisionFormat> of(String fileName) {
        if (fileName.startsWith(".") || PASSED_OVER.contains(fileName)) {
            return Optional.empty();
        }
        for (RevisionFormat format : values()) {
            if (fileName.endsWith(format.extension)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** The name that a file should have if only its case keeps it from being a revision. */
    static Optional<String> misspelt(String fileName) {
        for (RevisionFormat format : values()) {
            String extension = format.extension;
            int stem = fileName.length() - extension.length();
            if (stem > 0
                    && !fileName.startsWith(".")
                    && !fileName.endsWith(extension)
                    && fileName.regionMatches(true, stem, extension, 0, extension.length())) {
                return Optional.of(fileName.substring(0, stem) + extension);
            }
        }
        return Optional.empty();
    }
}
