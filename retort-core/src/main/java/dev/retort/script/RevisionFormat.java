package dev.retort.script;

/** What a revision is written in. */
public enum RevisionFormat {
    JAVA(".java"),
    SQL(".sql");

    private final String extension;

    RevisionFormat(String extension) {
        this.extension = extension;
    }

    /** The end of the file's name, with its dot. */
    public String extension() {
        return extension;
    }
}
