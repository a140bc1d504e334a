package dev.retort.script;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision that is to be written.
 *
 * @param id the id; null for a new one
 * @param revises the ids of the parents, checked by the caller; empty for a base
 * @param dependsOn ids or labels that must be applied before
 * @param labels the branch labels it declares
 * @param message what it does; empty for nothing
 * @param format what it is written in
 * @param versionPath the version location to write into; null for the only one, or that of the first parent
 * @param created the present moment
 * @param title what the name of its file tells: the message, without what no name of a file should tell
 */
public record NewRevision(
        @Nullable String id,
        List<String> revises,
        List<String> dependsOn,
        List<String> labels,
        String message,
        RevisionFormat format,
        @Nullable String versionPath,
        Instant created,
        String title) {

    public NewRevision {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
    }

    /** A revision whose file is named after its message. */
    public NewRevision(
            @Nullable String id,
            List<String> revises,
            List<String> dependsOn,
            List<String> labels,
            String message,
            RevisionFormat format,
            @Nullable String versionPath,
            Instant created) {
        this(id, revises, dependsOn, labels, message, format, versionPath, created, message);
    }
}
